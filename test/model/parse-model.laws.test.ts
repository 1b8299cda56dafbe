import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import { safeScore } from "../../src/score/score.ts";
import { SMALL_DAY, smallAccount, smallModel } from "../core/issues/small-model.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents are spoiled in every place
type Draft = any;

const DAY = { asOf: SMALL_DAY };

describe("parsing", () => {
  it("answers with the document: parse(m) = m, and m is untouched", () => {
    fc.assert(
      fc.property(modelDocument(), (document) => {
        const before = structuredClone(document);
        expect(parseModel(document)).toEqual(before);
        expect(document).toEqual(before);
      }),
    );
  });

  it("goes through JSON and back: parse(json(parse(m))) = parse(m), fingerprint and all", () => {
    fc.assert(
      fc.property(modelDocument(), (document) => {
        const model = parseModel(document);
        const again = parseModel(JSON.parse(JSON.stringify(model)));
        expect(again).toEqual(model);
        expect(again.fingerprint).toBe(model.fingerprint);
      }),
    );
  });

  it("takes or refuses anything at all, and never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (value) => {
        expectOutcome(value);
      }),
    );
  });

  it("tells what is wrong with a document that was spoiled in one place; what it takes, scores or refuses an account", () => {
    const hits = { taken: 0, refused: 0, inPlace: 0 };
    fc.assert(
      fc.property(fc.nat(), spoil(), (at, value) => {
        const document = smallModel();
        const paths = pathsOf(document);
        const path = paths[at % paths.length] as Keys;
        const parent = path.slice(0, -1).reduce((inner: Draft, key) => inner[key], document);
        parent[path[path.length - 1] as string] = value;
        const issues = expectOutcome(document);
        hits[issues.length === 0 ? "taken" : "refused"]++;
        if (issues.length === 0) expect(safeScore(parseModel(document), smallAccount(), DAY)).toHaveProperty("ok");
        if (issues.some((issue) => path.every((key, i) => issue.path[i] === key))) hits.inPlace++;
      }),
      { numRuns: 1000 },
    );
    expect(hits.taken).toBeGreaterThan(20);
    expect(hits.inPlace).toBeGreaterThan(500);
  });
});

/** An outcome that is either a model or at least one issue, each with a sentence. */
function expectOutcome(value: unknown) {
  const outcome = safeParseModel(value);
  if (outcome.ok) return [];
  expect(outcome.issues.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(outcome.issues))).toEqual(outcome.issues);
  for (const issue of outcome.issues) expect(describeIssue(issue)).toMatch(/expected .+, got .+/s);
  return outcome.issues;
}

/** What a place may be spoiled with: values of every kind, and words that stand elsewhere in the model. */
function spoil(): fc.Arbitrary<unknown> {
  const words = [
    "revenue",
    "value",
    "total",
    "gold",
    "finance",
    "sum",
    "linear",
    "high",
    "2026-06-30",
    "",
    "constructor",
  ];
  return fc.oneof(
    fc.constantFrom<unknown>(...words, 0, -1, 1, 100, 0.5, 1e-7, 1e300, true, false, null, [], {}, [0, 1], {
      kind: "x",
    }),
    fc.jsonValue({ maxDepth: 2 }),
    fc.double(),
  );
}

type Keys = readonly (string | number)[];

function pathsOf(value: unknown, path: Keys = []): Keys[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return [place, ...pathsOf(inner, place)];
  });
}

import fc from "fast-check";
import { parsePointsPlan, safeEarn, safeParsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import type { Draft } from "../core/issues/small-model.ts";
import { smallPlan } from "../core/issues/small-plan.ts";
import { pointsPlan } from "../support/arbitraries/points-plan.ts";
import { runs } from "../support/runs.ts";

describe("parsing a plan", () => {
  it("answers with the document, and leaves it as it was: parse(p) = p", () => {
    fc.assert(
      fc.property(pointsPlan(), (document) => {
        const before = structuredClone(document);
        expect(parsePointsPlan(document)).toEqual(before);
        expect(document).toEqual(before);
      }),
    );
  });

  it("takes or refuses anything at all, and never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (value) => {
        expect(issuesOf(safeParsePointsPlan(value))).toBeDefined();
      }),
    );
  });

  it("tells what is wrong with a plan that was spoiled in one place; what it takes, earns or refuses an activity", () => {
    const hits = { taken: 0, refused: 0, inPlace: 0 };
    fc.assert(
      fc.property(fc.nat(), spoil(), (at, value) => {
        const document = smallPlan();
        const paths = pathsOf(document);
        const path = paths[at % paths.length] as Keys;
        const parent = path.slice(0, -1).reduce((inner: Draft, key) => inner[key], document);
        parent[path[path.length - 1] as string] = value;
        const outcome = safeParsePointsPlan(document);
        hits[outcome.ok ? "taken" : "refused"]++;
        if (outcome.ok) {
          const lines = [
            { amount: 88.3, sku: "kettle-1", category: "tea" },
            { amount: 5, isDelivery: true },
          ];
          expect(safeEarn(outcome.plan, { kind: "purchase", date: "2026-03-31", lines }, READY)).toHaveProperty("ok");
        }
        if (issuesOf(outcome).some((issue) => path.every((key, i) => issue.path[i] === key))) hits.inPlace++;
      }),
      { numRuns: runs(800) },
    );
    expect(hits.taken).toBeGreaterThan(10);
    expect(hits.inPlace).toBeGreaterThan(hits.refused / 2);
  });
});

describe("reading an activity and its options", () => {
  const plan = parsePointsPlan(smallPlan());

  it("takes or refuses anything at all, and never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (value) => {
        expect(issuesOf(safeEarn(plan, value, READY)).length).toBeGreaterThan(0);
        const activity = { kind: "purchase", date: "2026-03-31", amount: value };
        expect(issuesOf(safeEarn(plan, activity, READY))).toBeDefined();
        expect(issuesOf(safeEarn(plan, { ...activity, amount: 1 }, { standing: value } as never))).toBeDefined();
        expect(
          issuesOf(safeEarn(plan, { ...activity, amount: 1 }, { ...READY, earnedSoFar: value } as never)),
        ).toBeDefined();
      }),
      { numRuns: runs(500) },
    );
  });
});

const READY = { standing: { tier: "gold", quadrant: "partner" }, earnedSoFar: {} };

/** The issues of an outcome, each JSON and with a sentence; none only where it is one. */
function issuesOf(outcome: ReturnType<typeof safeEarn> | ReturnType<typeof safeParsePointsPlan>) {
  if (outcome.ok) return [];
  expect(outcome.issues.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(outcome.issues))).toEqual(outcome.issues);
  for (const issue of outcome.issues) expect(describeIssue(issue)).toMatch(/expected .+, got .+/s);
  return outcome.issues;
}

/** What a place may be spoiled with: values of every kind, and words that stand elsewhere in the plan. */
function spoil(): fc.Arbitrary<unknown> {
  const words = ["spend", "gold", "partner", "review", "per-event", "days", "2026-06-30", "", "constructor"];
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordSchema } from "../../src/govern/record-schema.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { safeScore } from "../../src/score/score.ts";
import { editor } from "../schema/editor.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

describe("the JSON Schema of a model's records", () => {
  it("accepts what is scored: a record as the card publishes it ⇒ no mark", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(scoringCase(), async ({ document, rows }) => {
        const model = parseModel(document);
        const { marked } = editor(() => recordSchema(model));
        for (const { account, options } of rows) {
          const outcome = safeScore(model, account, options);
          if (!outcome.ok) continue;
          expect(await marked(JSON.stringify(outcome.card.inputs))).toEqual([]);
          accepted++;
        }
      }),
      { numRuns: runs(100) },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it("requires what scoring requires: without a required field ⇒ rejected, and marked", async () => {
    let without = 0;
    await fc.assert(
      fc.asyncProperty(scoringCase(), async ({ document, rows: [row] }) => {
        const model = parseModel(document);
        const schema = recordSchema(model);
        const { marked } = editor(() => schema);
        const { account = {}, options } = row ?? {};
        for (const id of schema.required) {
          const { [id]: _gone, ...rest } = account;
          expect(safeScore(model, rest, options).ok).toBe(false);
          expect((await marked(JSON.stringify(rest))).map(({ message }) => message)).toContain(
            `Missing property "${id}".`,
          );
          without++;
        }
      }),
      { numRuns: runs(150) },
    );
    expect(without).toBeGreaterThan(50);
  });

  it("marks the value that scoring rejects: another kind, not listed, out of bounds", async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(scoringCase(), async ({ document, rows }) => {
        const model = parseModel(document);
        const { marked } = editor(() => recordSchema(model));
        for (const { account: spelt, options } of rows) {
          const account = withNumbers(spelt);
          const outcome = safeScore(model, account, options);
          if (outcome.ok) continue;
          const told = outcome.issues.filter(({ code }) => SEEN.has(code));
          if (told.length === 0) continue;
          const marks = (await marked(JSON.stringify(account))).map(({ at }) => at);
          for (const { code, path } of told) {
            expect(marks).toContain(JSON.stringify(account[path[0] as string]));
            seen.set(code, (seen.get(code) ?? 0) + 1);
          }
        }
      }),
      { numRuns: runs(600) },
    );
    expect([...seen.keys()].sort()).toEqual([...SEEN].sort());
  });
});

const SEEN = new Set(["record/type", "record/value", "record/min", "record/max"]);

/** Of a decimal written as text a schema sees the form and not the bounds. */
function withNumbers(account: { readonly [field: string]: unknown }): { readonly [field: string]: unknown } {
  const number = (value: unknown) => (typeof value === "string" && NUMBER.test(value) ? Number(value) : value);
  return Object.fromEntries(Object.entries(account).map(([id, value]) => [id, number(value)]));
}

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { safeScore } from "../../src/score/score.ts";
import { referenceScore } from "../reference/card.ts";
import { flatRow as referenceRow } from "../reference/flat-row.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

// `test/reference/hit-rates.laws.test.ts` asserts how often these cases meet each feature, tie and boundary.
describe("the library and the reference interpreter", () => {
  it("agree to the last digit on every card: score(m, a) = reference(m, a)", () => {
    fc.assert(
      fc.property(scoringCase(), ({ document, rows }) => {
        const model = parseModel(document);
        for (const { account, options } of rows) {
          const expected = referenceScore(document, account, options);
          const outcome = safeScore(model, account, options as never);
          if (!expected.ok) {
            expect(outcome.ok, JSON.stringify(expected.issues)).toBe(false);
            continue;
          }
          if (!outcome.ok) expect(outcome.issues).toEqual([]);
          else {
            const { fingerprint, ...identity } = outcome.card.model;
            expect(fingerprint).toBe(model.fingerprint);
            expect({ ...outcome.card, model: identity }).toEqual(expected.card);
            expect(flatRow(outcome.card)).toEqual(referenceRow(document, expected.card));
          }
        }
      }),
      { numRuns: runs(1500) },
    );
  });
});

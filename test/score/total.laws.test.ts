import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GuanxiError } from "../../src/core/guanxi-error.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { compileScorer } from "../../src/score/compile-scorer.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

describe("the bare total of a scorer", () => {
  it("is the total of the card, and refused with the same issues: total(a) = score(a).total", () => {
    const hits = { number: 0, null: 0, refused: 0 };
    fc.assert(
      fc.property(scoringCase(), ({ document, rows, asOf }) => {
        const scorer = compileScorer(parseModel(document));
        for (const { account } of rows) {
          const outcome = scorer.safeScore(account, { asOf });
          let total: number | null;
          try {
            total = scorer.total(account as never, { asOf });
          } catch (refusal) {
            expect(outcome).toEqual({ ok: false, issues: (refusal as GuanxiError).issues });
            hits.refused += 1;
            continue;
          }
          if (outcome.ok) expect(total).toBe(outcome.card.total);
          // A day so late that no tier can be valid from it is the concern of tiers alone.
          else expect(outcome.issues.map(({ code }) => code)).toEqual(["options/date-range"]);
          hits[total === null ? "null" : "number"] += 1;
        }
      }),
      { numRuns: runs(150) },
    );
    expect(hits.number).toBeGreaterThan(runs(150) / 2);
    expect(hits.null).toBeGreaterThan(0);
    expect(hits.refused).toBeGreaterThan(0);
  });
});

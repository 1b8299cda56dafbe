import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { safeScore, scoreAll } from "../../src/score/score.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

describe("scoreAll", () => {
  it("is each account by itself, in any order: scoreAll(m, πa) = π scoreAll(m, a)", () => {
    fc.assert(
      fc.property(scoringCase(), ({ document, rows, asOf }) => {
        const model = parseModel(document);
        const accounts = rows.map(({ account }) => account);
        const { cards, rejected } = scoreAll(model, accounts, { asOf });
        const turned = scoreAll(model, [...accounts].reverse(), { asOf });
        expect([...turned.cards].reverse()).toEqual(cards);
        expect(turned.rejected.map(({ index }) => accounts.length - 1 - index).reverse()).toEqual(
          rejected.map(({ index }) => index),
        );
        for (const [i, account] of accounts.entries()) {
          const outcome = safeScore(model, account, { asOf });
          expect(cards[i]).toEqual(outcome.ok ? outcome.card : null);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPmml, safeScorePmml } from "../../src/pmml/index.ts";
import { safeScore } from "../../src/score/score.ts";
import { countHit, emptyHitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { scorecardCase } from "./scorecard-xml.ts";

describe("the model of a PMML scorecard", () => {
  it("scores every record as the scorecard does, and refuses those that it refuses", () => {
    const hits = emptyHitCounts();
    fc.assert(
      fc.property(scorecardCase(), ({ xml, records }) => {
        const { scorecard, model, cannotExpress } = fromPmml(xml);
        expect(cannotExpress).toEqual([]);
        if (scorecard === null) throw new Error("no scorecard");
        countHit(hits, model === null ? "no model" : "a model");
        for (const record of records) {
          const scored = safeScorePmml(scorecard, record);
          countHit(hits, scored.ok ? "scored" : "refused");
          if (model === null) continue;
          const titles = Object.entries(model.fields).map(([id, { title }]) => [id, record[(title ?? id) as string]]);
          const card = safeScore(model, Object.fromEntries(titles));
          expect(card.ok).toBe(scored.ok);
          if (card.ok && scored.ok) expect(card.card.total).toBe(scored.scored.score);
          countHit(hits, scored.ok ? "scored alike" : "refused alike");
        }
      }),
      { numRuns: runs(250) },
    );
    expectHitRates(hits, {
      "a model": runs(250) / 4,
      "no model": runs(250) / 50,
      "scored alike": runs(250) / 2,
      "refused alike": runs(250) / 4,
    });
  });
});

import fc from "fast-check";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model } from "../../src/schema/model-document.ts";
import type { ScoreOptions } from "../../src/schema/options.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import { scoringCase } from "./arbitraries/scoring-case.ts";
import { runs } from "./runs.ts";

/** One card and all that it came from. */
export interface ScoredCard {
  readonly model: Model;
  readonly account: Record<string, unknown>;
  readonly options: ScoreOptions;
  readonly card: Scorecard;
}

/** Checks a law on generated cards; a law that answers `false` did not speak of that card. Too few cards met are an error. */
export function onEveryCard(holds: (scored: ScoredCard) => unknown, numRuns = runs(300)): void {
  let met = 0;
  fc.assert(
    fc.property(scoringCase(), ({ document, rows }) => {
      const model = parseModel(document);
      for (const { account, options } of rows) {
        const outcome = safeScore(model, account, options as ScoreOptions);
        if (outcome.ok && holds({ model, account, options: options as ScoreOptions, card: outcome.card }) !== false)
          met += 1;
      }
    }),
    { numRuns },
  );
  if (met < numRuns / 10) throw new Error(`the law was met by ${met} cards only: it says too little`);
}

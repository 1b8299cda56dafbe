import { GuanxiError } from "../core/guanxi-error.ts";
import type { Outcome } from "../core/issue.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { AccountOf, Scorecard } from "../schema/scorecard.ts";
import { assemble } from "./assembly.ts";
import { scoreAccount, totalOfAccount } from "./score-account.ts";

/** A scorecard, or everything that is wrong with the record or the options. */
export type ScoreOutcome<M extends Model = Model> = Outcome<"card", Scorecard<M>>;

/** A model made ready to score many accounts. */
export interface Scorer<M extends Model = Model> {
  readonly model: M;
  /** Scores one account. Throws a `GuanxiError` that holds every issue. */
  readonly score: (account: AccountOf<M>, options?: ScoreOptions<M>) => Scorecard<M>;
  /**
   * The total alone, as the card of `score` has it, without making the card: for sorting and sifting. `null` where the card
   * has none. Throws as `score` does.
   */
  readonly total: (account: AccountOf<M>, options?: Pick<ScoreOptions<M>, "asOf">) => number | null;
  /** Scores a record of unknown shape; a returned value either way. */
  readonly safeScore: (account: unknown, options?: ScoreOptions) => ScoreOutcome<M>;
}

/**
 * Compiles a model once, for scoring many accounts. `score` and `safeScore` do the same behind a cache; this is for
 * callers that like to hold the compiled scorer themselves.
 *
 * @example
 * ```ts
 * const scorer = compileScorer(model);
 * const totals = accounts.map((account) => scorer.score(account, { asOf: "2026-03-31" }).total);
 * totals; // [85, 30]
 * ```
 */
export function compileScorer<M extends Model>(model: M): Scorer<M> {
  requireParsed(model);
  const assembly = assemble(model);
  const safeScore = (account: unknown, options?: ScoreOptions) =>
    scoreAccount(assembly, account, options) as ScoreOutcome<M>;
  return {
    model,
    safeScore,
    score: (account, options) => {
      const outcome = safeScore(account, options as ScoreOptions);
      if (!outcome.ok) throw new GuanxiError(outcome.issues);
      return outcome.card;
    },
    total: (account, options) => {
      const outcome = totalOfAccount(assembly, account, options);
      if (!outcome.ok) throw new GuanxiError(outcome.issues);
      return outcome.total;
    },
  };
}

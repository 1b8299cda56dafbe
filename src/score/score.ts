import type { Issue } from "../core/issue.ts";
import type { Model } from "../schema/model-document.ts";
import type { PreviousRating, ScoreOptions } from "../schema/options.ts";
import type { AccountOf, Scorecard } from "../schema/scorecard.ts";
import { compileScorer, type ScoreOutcome, type Scorer } from "./compile-scorer.ts";

/** Compiled scorers by model: a model never changes, so neither does what it compiles to. */
const scorers: WeakMap<Model, Scorer> = /* @__PURE__ */ new WeakMap();

function scorerOf<M extends Model>(model: M): Scorer<M> {
  const known = typeof model === "object" && model !== null ? scorers.get(model) : undefined;
  if (known !== undefined) return known as unknown as Scorer<M>;
  const scorer = compileScorer(model);
  scorers.set(model, scorer as unknown as Scorer);
  return scorer;
}

/**
 * Scores one account.
 *
 * @param model from `parseModel` or `defineModel`
 * @param account a value for every field of the model, `null` where it is not known
 * @param options the day of the rating, the previous rating, a manual grade
 * @returns the scorecard: every number exact, every number explained
 * @throws GuanxiError with every issue of the record and the options
 *
 * @example
 * ```ts
 * const card = score(model, { value: 72.5, relationship: 41 }, { asOf: "2026-03-31" });
 * card.total; // 56.75
 * card.tier?.name; // "C"
 * ```
 */
export function score<M extends Model>(model: M, account: AccountOf<M>, options?: ScoreOptions<M>): Scorecard<M> {
  return scorerOf(model).score(account, options);
}

/** Scores a record of unknown shape: `{ ok: true, card }`, or `{ ok: false, issues }` with everything that is wrong. */
export function safeScore<M extends Model>(model: M, account: unknown, options?: ScoreOptions): ScoreOutcome<M> {
  return scorerOf(model).safeScore(account, options);
}

/** Options of a whole portfolio. */
export interface ScoreAllOptions extends Pick<ScoreOptions, "asOf"> {
  /** The previous rating of an account, by its place in the list. */
  readonly previous?: (index: number) => PreviousRating | null | undefined;
  /** A manual grade of an account, by its place in the list. */
  readonly override?: (index: number) => ScoreOptions["override"];
}

/** A scored portfolio. */
export interface ScoredAll<M extends Model = Model> {
  /** A card per account, in the order of the accounts; `null` where the account was rejected. */
  readonly cards: readonly (Scorecard<M> | null)[];
  /** The rejected accounts, by their place in the list. */
  readonly rejected: readonly { readonly index: number; readonly issues: readonly Issue[] }[];
}

/** Scores many accounts; one that cannot be read never stops the rest. */
export function scoreAll<M extends Model>(
  model: M,
  accounts: Iterable<unknown>,
  options: ScoreAllOptions = {},
): ScoredAll<M> {
  const { safeScore: scoreOne } = scorerOf(model);
  const cards: (Scorecard<M> | null)[] = [];
  const rejected: { index: number; issues: readonly Issue[] }[] = [];
  for (const account of accounts) {
    const index = cards.length;
    const { asOf } = options;
    const outcome = scoreOne(account, {
      asOf,
      previous: options.previous?.(index),
      override: options.override?.(index),
    });
    cards.push(outcome.ok ? outcome.card : null);
    if (!outcome.ok) rejected.push({ index, issues: outcome.issues });
  }
  return { cards, rejected };
}

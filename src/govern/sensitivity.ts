import { anything, aWhole, type OptionChecks, requireIterable, requireOptions } from "../core/check-options.ts";
import type { Path } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import { assemble } from "../score/assembly.ts";
import { findReversal } from "./find-reversal.ts";
import { findTierChange } from "./find-tier-change.ts";
import type { FindChange } from "./first-change.ts";
import { sharedWeights, withWeightAt } from "./moved-weights.ts";
import { ratePortfolio } from "./rated-portfolio.ts";
import { requireDay } from "./require-day.ts";
import { weightSteps } from "./weight-steps.ts";

/** How far a weight can move one way. */
export interface WeightReach {
  /** The weight at the last step at which nothing changes: its own, if the first step does. */
  readonly unchangedTo: number;
  /** The weight one step further, which changes something; `null` if nothing does before 0 or the whole. */
  readonly changedAt: number | null;
  /** The first account of the list that it changes, by its place; of a reversal, the one that was ahead. */
  readonly account: number | null;
}

export interface WeightSensitivity {
  readonly path: Path;
  readonly weight: number;
  /** Before any account has another status or tier: exact to the step of `places`. */
  readonly tier: { readonly down: WeightReach; readonly up: WeightReach };
  /** Before any account that had the higher total has the lower one: by the grid of `steps`. */
  readonly rank: { readonly down: WeightReach; readonly up: WeightReach };
}

export interface SensitivityOptions extends Pick<ScoreOptions, "asOf"> {
  /**
   * The decimals, in percent of the whole, of the least move of a weight that may change a tier, 0 to 4. Default 4: of
   * weights that sum to 1 a step is 0.000001.
   */
  readonly places?: number;
  /** Into how many steps the whole is cut where ranks are compared, 1 to 1000. Default 100. */
  readonly steps?: number;
}

/**
 * How far each weight can move, its siblings sharing the rest in the proportion they have, before any of the accounts
 * changes tier, and before any two change places. Accounts that the model rejects are left out. The weights themselves
 * stay above 0 and below the whole: at 0 an indicator no longer counts.
 *
 * The move that changes a tier is the least there is, to the step: what lies before it is proved not to, and it was scored.
 * (Should `unchangedTo` lie short of the end without a `changedAt`, the search gave up there: a score stays on a cut all the
 * way.) Ranks are compared at every step of their grid.
 *
 * @throws GuanxiError for options that are none, and for a model that needs a day without one
 *
 * @example
 * ```ts
 * const [value] = sensitivity(model, accounts, { asOf: "2026-06-30" });
 * value?.tier.down; // { unchangedTo: 49.95, changedAt: 49.9499, account: 0 }
 * ```
 */
export function sensitivity(
  model: Model,
  accounts: Iterable<unknown>,
  options: SensitivityOptions = {},
): readonly WeightSensitivity[] {
  requireParsed(model);
  const { asOf, places = PLACES, steps = STEPS } = requireOptions(options, CHECKS);
  requireIterable(accounts, "accounts");
  requireDay(model, asOf);
  const assembly = assemble(model);
  const portfolio = ratePortfolio(assembly, accounts, asOf);
  return sharedWeights(model).map((shared) => {
    const { path, weight, whole } = shared;
    const reach = (sign: 1 | -1, size: number, find: FindChange): WeightReach => {
      const way = weightSteps(shared, sign, size);
      const modelAt = remembering((step) =>
        step === 0 ? assembly : assemble(withWeightAt(model, shared, way.at(step))),
      );
      const { unchangedTo, changedAt, account } = find(portfolio, way.last, modelAt);
      return { unchangedTo: way.at(unchangedTo), changedAt: changedAt === null ? null : way.at(changedAt), account };
    };
    const both = (size: number, find: FindChange) => ({ down: reach(-1, size, find), up: reach(1, size, find) });
    return {
      path,
      weight,
      tier: both(whole / powerOfTen(places + 2), findTierChange),
      rank: both(fromScaled(Math.ceil(toScaled(whole, GRID_PLACES) / steps), GRID_PLACES), findReversal),
    };
  });
}

function remembering<T>(answer: (step: number) => T): (step: number) => T {
  const known = new Map<number, T>();
  return (step) => {
    const found = known.get(step) ?? answer(step);
    known.set(step, found);
    return found;
  };
}

/** A hundredth of a basis point: the decimals of a percentage. */
const PLACES = 4;
const STEPS = 100;
/** Decimals of a step that is no decimal, as a third of the whole. */
const GRID_PLACES = 8;

const CHECKS: OptionChecks<SensitivityOptions> = {
  asOf: anything,
  places: /* @__PURE__ */ aWhole(0, PLACES),
  steps: /* @__PURE__ */ aWhole(1, 1000),
};

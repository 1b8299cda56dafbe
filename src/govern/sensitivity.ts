import type { Path } from "../core/issue.ts";
import { fromScaled, mostDecimals, toScaled } from "../core/scaled.ts";
import { partsOf } from "../model/model-parts.ts";
import { parseModel } from "../model/parse-model.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import { compileScorer } from "../score/compile-scorer.ts";
import { type SharedWeight, sharedWeights, withWeightAt } from "./moved-weights.ts";

/** How far a weight can move one way. */
export interface WeightReach {
  /** The weight at the last step of the grid at which nothing changes: its own, if the first step does. */
  readonly unchangedTo: number;
  /** The weight at the first step that changes something; `null` if none does before 0 or the whole. */
  readonly changedAt: number | null;
  /** The first account of the list that it changes, by its place; of a reversal, the one that was ahead. */
  readonly account: number | null;
}

export interface WeightSensitivity {
  readonly path: Path;
  readonly weight: number;
  /** Before any account has another status or tier. */
  readonly tier: { readonly down: WeightReach; readonly up: WeightReach };
  /** Before any account that had the higher total has the lower one. */
  readonly rank: { readonly down: WeightReach; readonly up: WeightReach };
}

export interface SensitivityOptions extends Pick<ScoreOptions, "asOf"> {
  /** Into how many steps the whole is cut, 1 to 1000. Default 100: a step is a hundredth of the whole. */
  readonly steps?: number;
}

const STEPS = 100;

/**
 * How far each weight can move, its siblings sharing the rest in the proportion they have, before any of the accounts
 * changes tier, and before any two change places. Weights move on a grid; every step told was scored. Accounts that the
 * model rejects are left out. The weights themselves stay above 0 and below the whole: at 0 an indicator no longer counts.
 *
 * Totals rise or fall all the way as one weight rises, so the first step that changes a tier is found by halving; where a
 * gate reads a score, and for places in the ranking, every step is scored. Cost: accounts × weights × steps at most.
 *
 * @example
 * ```ts
 * const [value] = sensitivity(model, accounts, { asOf: "2026-06-30" });
 * value?.tier.down; // { unchangedTo: 50, changedAt: 49, account: 0 }
 * ```
 */
export function sensitivity(
  model: Model,
  accounts: Iterable<unknown>,
  options: SensitivityOptions = {},
): readonly WeightSensitivity[] {
  requireParsed(model);
  const { asOf, steps = STEPS } = options;
  const portfolio = [...accounts];
  const now = ratingsBy(model, portfolio, asOf);
  const order = now
    .map(({ total }, i) => ({ total, i }))
    .filter(({ total }) => total !== null)
    .sort((a, b) => (b.total as number) - (a.total as number) || a.i - b.i)
    .map(({ i }) => i);
  const isStraight = !partsOf(model).tests.some((test) => "score" in test);
  return sharedWeights(model).map((shared) => {
    const rated = remembering((weight) => ratingsBy(parseModel(withWeightAt(model, shared, weight)), portfolio, asOf));
    const tierChange = (weight: number) => {
      const then = rated(weight);
      const at = now.findIndex((each, i) => each.place !== then[i]?.place);
      return at < 0 ? null : at;
    };
    const rankChange = (weight: number) => firstReversal(order, now, rated(weight));
    const reach = (sign: 1 | -1, change: Change, find: typeof halve) => {
      const grid = gridOf(shared, sign, steps);
      return toldReach(shared, grid, find(grid, change), change);
    };
    const find = isStraight ? halve : walk;
    return {
      path: shared.path,
      weight: shared.weight,
      tier: { down: reach(-1, tierChange, find), up: reach(1, tierChange, find) },
      rank: { down: reach(-1, rankChange, walk), up: reach(1, rankChange, walk) },
    };
  });
}

interface Rating {
  readonly place: string;
  readonly total: number | null;
}

/** What a weight changes: the place of an account, or nothing. */
type Change = (weight: number) => number | null;

function ratingsBy(model: Model, accounts: readonly unknown[], asOf: ScoreOptions["asOf"]): readonly Rating[] {
  const { safeScore } = compileScorer(model);
  return accounts.map((account) => {
    const outcome = safeScore(account, { asOf });
    if (!outcome.ok) return { place: "rejected", total: null };
    const { status, tier, total } = outcome.card;
    return { place: JSON.stringify([status, tier?.name ?? null]), total };
  });
}

/** The grid away from a weight, exact decimals, its ends left out. */
function gridOf({ weight, whole }: SharedWeight, sign: 1 | -1, steps: number): readonly number[] {
  const places = Math.max(mostDecimals([weight]), mostDecimals([whole / steps]));
  const at = (step: number) =>
    fromScaled(toScaled(weight, places) + sign * step * toScaled(whole / steps, places), places);
  const grid: number[] = [];
  for (let step = 1; at(step) > 0 && at(step) < whole; step++) grid.push(at(step));
  return grid;
}

/** The first step that changes something, where each after it does too. */
function halve(grid: readonly number[], change: Change): number {
  let [unchanged, changed] = [-1, grid.length];
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (change(grid[middle] as number) === null) unchanged = middle;
    else changed = middle;
  }
  return changed;
}

function walk(grid: readonly number[], change: Change): number {
  const at = grid.findIndex((weight) => change(weight) !== null);
  return at < 0 ? grid.length : at;
}

function toldReach({ weight }: SharedWeight, grid: readonly number[], at: number, change: Change): WeightReach {
  const changedAt = grid[at] ?? null;
  return {
    unchangedTo: grid[at - 1] ?? weight,
    changedAt,
    account: changedAt === null ? null : change(changedAt),
  };
}

/** The account that was ahead of one it is now behind, the one most ahead; ties stand either way. */
function firstReversal(order: readonly number[], now: readonly Rating[], then: readonly Rating[]): number | null {
  let ahead: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  let group: { readonly total: number; readonly i: number }[] = [];
  let groupTotal = Number.NaN;
  for (const i of order) {
    const total = then[i]?.total ?? null;
    if (total === null) continue;
    if (now[i]?.total !== groupTotal) {
      for (const each of group) if (each.total < least) [least, ahead] = [each.total, each.i];
      [group, groupTotal] = [[], now[i]?.total as number];
    }
    if (total > least) return ahead;
    group.push({ total, i });
  }
  return null;
}

function remembering<T>(answer: (weight: number) => T): (weight: number) => T {
  const known = new Map<number, T>();
  return (weight) => {
    const found = known.get(weight) ?? answer(weight);
    known.set(weight, found);
    return found;
  };
}

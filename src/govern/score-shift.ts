import { exactQuotient } from "../core/exact-quotient.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { fromScaled } from "../core/scaled.ts";
import { rankCorrelation } from "../stats/correlation.ts";
import { populationStabilityIndex } from "../stats/population-stability-index.ts";

/** How totals move, over the accounts that have one before and after. */
export interface ScoreShift {
  readonly accounts: number;
  readonly up: number;
  readonly unchanged: number;
  readonly down: number;
  /** total after − total before: the exact mean, and of its size; rounded 6 places beyond those of a total. */
  readonly mean: number;
  readonly meanSize: number;
  /** Shifts that so many parts of the accounts do not exceed (nearest rank); least and greatest are the ends. */
  readonly quantiles: readonly { readonly share: number; readonly shift: number }[];
  /** Spearman's, of totals before and after; `null` where one of them does not vary. */
  readonly rankCorrelation: number | null;
  /** The population stability index over the tenths of the totals before. */
  readonly stability: number | null;
}

/** Remembers totals before and after: 16 bytes an account, which exact ranks need. */
export interface ShiftRecorder {
  /** Totals × 10^places. */
  readonly add: (before: number, after: number) => void;
  readonly shift: () => ScoreShift | null;
}

const SHARES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;
const TENTHS = 10;
/** Beyond those that totals have. */
const MEAN_PLACES = 6;

/** @param places decimals of all totals */
export function shiftRecorder(places: number): ShiftRecorder {
  let [before, after] = [new Float64Array(1024), new Float64Array(1024)];
  let accounts = 0;
  return {
    add: (a, b) => {
      if (accounts === before.length) [before, after] = [grown(before), grown(after)];
      before[accounts] = a;
      after[accounts] = b;
      accounts++;
    },
    shift: () => (accounts === 0 ? null : shiftOf(before.subarray(0, accounts), after.subarray(0, accounts), places)),
  };
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(values.length * 2);
  longer.set(values);
  return longer;
}

function shiftOf(before: Float64Array, after: Float64Array, places: number): ScoreShift {
  const accounts = before.length;
  const shifts = after.map((total, i) => total - (before[i] as number)).sort();
  let [up, down, sum, sizes] = [0, 0, 0, 0];
  for (const shift of shifts) {
    if (shift > 0) up++;
    if (shift < 0) down++;
    sum += shift;
    sizes += Math.abs(shift);
  }
  const mean = (total: number) =>
    fromScaled(exactQuotient(total, powerOfTen(MEAN_PLACES), accounts), MEAN_PLACES + places);
  return {
    accounts,
    up,
    unchanged: accounts - up - down,
    down,
    mean: mean(sum),
    meanSize: mean(sizes),
    quantiles: SHARES.map((share) => ({ share, shift: fromScaled(nearestRank(shifts, share), places) })),
    rankCorrelation: rankCorrelation(before, after),
    stability: stabilityInTenths(before, after),
  };
}

/** The least of sorted values that at least so many parts of them do not exceed. */
function nearestRank(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** Bins end where tenths of the totals before end; totals that many accounts share may leave fewer than ten. */
function stabilityInTenths(before: Float64Array, after: Float64Array): number | null {
  const sorted = Float64Array.from(before).sort();
  const ends = Array.from({ length: TENTHS - 1 }, (_, i) => nearestRank(sorted, (i + 1) / TENTHS));
  const bounds = [...new Set(ends)];
  const counted = (totals: Float64Array) => {
    const counts = [...bounds, 0].map(() => 0);
    for (const total of totals) {
      const bin = bounds.findIndex((bound) => total <= bound);
      const at = bin < 0 ? bounds.length : bin;
      counts[at] = (counts[at] as number) + 1;
    }
    return counts;
  };
  return populationStabilityIndex(counted(before), counted(after));
}

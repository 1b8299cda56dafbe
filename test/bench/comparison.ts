import { quantile } from "./quantile.ts";
import type { Lap } from "./race.ts";

/** What a line of the table says before anything was measured. */
export interface Contest {
  /** The side of guanxi, as in the lap, and as the table calls it. */
  readonly ours: string;
  readonly door: string;
  /** The other side, and what it is. */
  readonly theirs: string;
  readonly against: string;
  readonly data: string;
  /** How many times as fast guanxi is to be; `null` where it is only told. */
  readonly target: number | null;
}

/** A line of the table. Times are medians, in nanoseconds a row. */
export interface Comparison extends Contest {
  readonly measured: {
    readonly ours: number;
    readonly theirs: number;
    /** theirs ÷ ours: how many times as fast guanxi is. */
    readonly ratio: number;
    /** The quartiles of that ratio over the rounds. */
    readonly quartiles: readonly [number, number];
  } | null;
  readonly verdict: "met" | "missed" | "not installed" | null;
}

/** The line of a contest; a lap without the other side is that of one not installed. */
export function comparisonOf(contest: Contest, lap: Lap): Comparison {
  const [ours, theirs] = [lap[contest.ours], lap[contest.theirs]];
  if (ours === undefined) throw new Error(`${contest.ours} did not run`);
  if (theirs === undefined) return { ...contest, measured: null, verdict: "not installed" };
  const ratios = ours.map((time, round) => (theirs[round] as number) / time);
  const medians = { ours: quantile(ours, 0.5), theirs: quantile(theirs, 0.5) };
  const ratio = medians.theirs / medians.ours;
  const quartiles = [quantile(ratios, 0.25), quantile(ratios, 0.75)] as const;
  const verdict = contest.target === null ? null : ratio >= contest.target ? "met" : "missed";
  return { ...contest, measured: { ...medians, ratio, quartiles }, verdict };
}

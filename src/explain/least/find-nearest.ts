import type { Scorecard } from "../../schema/scorecard.ts";
import { type StepsAxis, valueAt } from "./axis.ts";
import type { CompiledGoal } from "./compiled-goal.ts";
import type { Probe } from "./probe.ts";
import { queueOf } from "./queue.ts";

/** What looking for the nearest value found: one; proof that there is none; or none nearer than some, when it stopped. */
export type Nearest =
  | { readonly kind: "found"; readonly step: number; readonly card: Scorecard }
  | { readonly kind: "none" }
  | { readonly kind: "stopped"; readonly noneWithin: number };

/** Looks at so many runs of values before it gives up. */
export const MOST_LOOKS = 20_000;

/**
 * The value nearest to the origin that reaches the goal. Runs of values are taken up nearest first; one that cannot hold
 * a value reaching the goal is dropped as a whole, any other is halved, until a single value is scored exactly. So no
 * nearer value reaches it. Cost: in a run on which the score only rises or only falls, the logarithm of its length.
 */
export function findNearest(axis: StepsAxis, goal: CompiledGoal, probe: Probe, mostLooks = MOST_LOOKS): Nearest {
  const distance = (run: Stretch) => distanceOf(axis, run);
  const queue = queueOf<Stretch>((a, b) => distance(a) < distance(b));
  for (const [low, high] of axis.runs) queue.add({ low, high });
  let looks = 0;
  for (let run = queue.take(); run !== undefined; run = queue.take()) {
    if (looks === mostLooks) return { kind: "stopped", noneWithin: distance(run) };
    looks += 1;
    const { low, high } = run;
    if (low === high) {
      const card = probe.card({ [axis.field]: valueAt(axis, low) });
      if (card !== null && goal.isReached(card)) return { kind: "found", step: low, card };
    } else if (goal.isPossible(boundsOf(axis, run, probe))) for (const half of halves(run)) queue.add(half);
  }
  return { kind: "none" };
}

/** Values in a row, in steps. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

export function boundsOf(axis: StepsAxis, { low, high }: Stretch, probe: Probe) {
  return probe.bounds([{ slot: axis.slot, low: valueAt(axis, low), high: valueAt(axis, high) }]);
}

/** How far the nearest value of a stretch is from the origin, in steps. */
export function distanceOf({ origin }: StepsAxis, { low, high }: Stretch): number {
  return low > origin ? low - origin : high < origin ? origin - high : 0;
}

export function halves({ low, high }: Stretch): readonly [Stretch, Stretch] {
  const middle = low + Math.floor((high - low) / 2);
  return [
    { low, high: middle },
    { low: middle + 1, high },
  ];
}

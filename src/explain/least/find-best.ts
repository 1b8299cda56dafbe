import type { Scorecard } from "../../schema/scorecard.ts";
import { type StepsAxis, valueAt } from "./axis.ts";
import type { CompiledGoal } from "./compiled-goal.ts";
import { boundsOf, distanceOf, halves, MOST_LOOKS, type Stretch } from "./find-nearest.ts";
import type { Probe } from "./probe.ts";
import { queueOf } from "./queue.ts";

/** The value that comes nearest to a goal, and whether that is proved. */
export interface Best {
  readonly step: number;
  readonly card: Scorecard;
  readonly isProved: boolean;
}

interface Ranked extends Stretch {
  readonly shortfall: number;
  readonly distance: number;
}

/**
 * Of all values the one that falls least short of the goal, of equal ones the nearest to the origin; null if none falls
 * less short than the value of now.
 */
export function findBest(axis: StepsAxis, goal: CompiledGoal, now: Scorecard, probe: Probe): Best | null {
  const isBefore = (a: Ranked, b: Ranked) =>
    a.shortfall < b.shortfall || (a.shortfall === b.shortfall && a.distance < b.distance);
  const queue = queueOf(isBefore);
  const start: Ranked = { low: axis.origin, high: axis.origin, shortfall: goal.shortfall(now), distance: 0 };
  let best = start;
  let card: Scorecard | null = null;

  const lookAt = (run: Stretch): void => {
    const distance = distanceOf(axis, run);
    const bounds = run.low === run.high ? null : boundsOf(axis, run, probe);
    if (bounds !== null) {
      const ranked = { ...run, shortfall: goal.leastShortfall(bounds), distance };
      if (!bounds.isRejected && isBefore(ranked, best)) queue.add(ranked);
      return;
    }
    const found = probe.card({ [axis.field]: valueAt(axis, run.low) });
    const ranked = { ...run, shortfall: found === null ? Number.POSITIVE_INFINITY : goal.shortfall(found), distance };
    if (found === null || !isBefore(ranked, best)) return;
    best = ranked;
    card = found;
  };

  for (const [low, high] of axis.runs) lookAt({ low, high });
  let looks = 0;
  for (let run = queue.take(); run !== undefined && isBefore(run, best); run = queue.take()) {
    if (looks === MOST_LOOKS) return answer(best, card, false);
    looks += 1;
    // The far end gives something to compare with; the halves decide.
    lookAt(run.low > axis.origin ? { low: run.high, high: run.high } : { low: run.low, high: run.low });
    for (const half of halves(run)) lookAt(half);
  }
  return answer(best, card, true);
}

function answer(best: Ranked, card: Scorecard | null, isProved: boolean): Best | null {
  return card === null ? null : { step: best.low, card, isProved };
}

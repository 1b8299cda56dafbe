import type { Stacking } from "../schema/model-document.ts";
import type { BonusStatus } from "../schema/scorecard.ts";

/** What became of one rule: its status, and what it adds × 10^−places.score. */
export interface BonusResult {
  readonly status: BonusStatus;
  readonly points: number;
}

/** A rule that fired with points other than zero. */
export interface FiredRule {
  /** The place among all rules of the model. */
  readonly index: number;
  /** The place of its group, or `ALONE`. */
  readonly group: number;
  readonly points: number;
}

export interface StackingGroup {
  readonly stacking: Stacking;
  /** The most the group gives; infinite without a cap. */
  readonly cap: number;
}

/** The group of a rule without one. */
export const ALONE = -1;

/**
 * Resolves the fired rules of one target and one sign, in listed order: the stacking of each group, then its cap, then
 * the target's; later rules lose first. Answers what is left of them together.
 */
export function resolveStacking(
  fired: readonly FiredRule[],
  groups: readonly StackingGroup[],
  cap: number,
  results: BonusResult[],
): number {
  if (fired.length === 0) return 0;
  const winners = winnersOf(fired, groups);
  const roomInGroup = groups.map((group) => group.cap);
  let room = cap;
  let sum = 0;
  for (const rule of fired) {
    const { index, group, points } = rule;
    if (group !== ALONE && groups[group]?.stacking !== "sum" && winners[group] !== rule) {
      results[index] = { status: "superseded", points: 0 };
      continue;
    }
    let size = Math.abs(points);
    if (group !== ALONE) {
      size = Math.min(size, roomInGroup[group] as number);
      roomInGroup[group] = (roomInGroup[group] as number) - size;
    }
    size = Math.min(size, room);
    room -= size;
    const added = points < 0 ? 0 - size : size;
    results[index] = { status: added === points ? "applied" : "capped", points: added };
    sum += added;
  }
  return sum;
}

/** The rule of each group that a stacking other than `sum` leaves standing. */
function winnersOf(fired: readonly FiredRule[], groups: readonly StackingGroup[]): readonly (FiredRule | undefined)[] {
  const winners: (FiredRule | undefined)[] = [];
  for (const rule of fired) {
    if (rule.group === ALONE) continue;
    const winner = winners[rule.group];
    const { stacking } = groups[rule.group] as StackingGroup;
    if (winner === undefined || TAKES_OVER[stacking](rule.points, winner.points)) winners[rule.group] = rule;
  }
  return winners;
}

/** Whether a later rule of a group takes the place of the one that held it. */
const TAKES_OVER = {
  sum: () => false,
  max: (points: number, held: number) => Math.abs(points) > Math.abs(held),
  first: () => false,
} satisfies { readonly [K in Stacking]: (points: number, held: number) => boolean };

import type { Stacking } from "../schema/model-document.ts";
import type { BonusStatus } from "../schema/scorecard.ts";

/** What became of one rule: its status, and what it adds × 10^−places.score. */
export interface BonusResult {
  readonly status: BonusStatus;
  readonly points: number;
}

/** Where a rule stands. */
export interface RulePlace {
  /** The place among all rules of the model. */
  readonly index: number;
  /** The place of its group, or `ALONE`. */
  readonly group: number;
}

export interface StackingGroup {
  readonly stacking: Stacking;
  /** The most the group gives; infinite without a cap. */
  readonly cap: number;
}

/** The group of a rule without one. */
export const ALONE = -1;

/**
 * Resolves the fired rules of one target and one sign, given by the points each would add and 0 for the others: the
 * stacking of each group, then its cap, then the target's; later rules lose first. Answers what is left of them together,
 * and writes the result of every fired rule.
 */
export type ResolveStacking = (points: readonly number[], results: BonusResult[]) => number;

/** In listed order; what is left of the caps and who stands in each group is kept in arrays that every call begins anew. */
export function compileStacking(
  rules: readonly RulePlace[],
  groups: readonly StackingGroup[],
  cap: number,
): ResolveStacking {
  const roomInGroup = groups.map((group) => group.cap);
  const winners = groups.map(() => NOBODY);
  return (points, results) => {
    for (let g = 0; g < groups.length; g++) {
      roomInGroup[g] = (groups[g] as StackingGroup).cap;
      winners[g] = NOBODY;
    }
    findWinners(rules, groups, points, winners);
    let room = cap;
    let sum = 0;
    for (let i = 0; i < rules.length; i++) {
      const wanted = points[i] as number;
      if (wanted === 0) continue;
      const { index, group } = rules[i] as RulePlace;
      if (group !== ALONE && groups[group]?.stacking !== "sum" && winners[group] !== i) {
        results[index] = { status: "superseded", points: 0 };
        continue;
      }
      let size = Math.abs(wanted);
      if (group !== ALONE) {
        size = Math.min(size, roomInGroup[group] as number);
        roomInGroup[group] = (roomInGroup[group] as number) - size;
      }
      size = Math.min(size, room);
      room -= size;
      const added = wanted < 0 ? 0 - size : size;
      results[index] = { status: added === wanted ? "applied" : "capped", points: added };
      sum += added;
    }
    return sum;
  };
}

/** No rule of a group has fired. */
const NOBODY = -1;

/** The rule of each group that a stacking other than `sum` leaves standing. */
function findWinners(
  rules: readonly RulePlace[],
  groups: readonly StackingGroup[],
  points: readonly number[],
  winners: number[],
): void {
  for (let i = 0; i < rules.length; i++) {
    const { group } = rules[i] as RulePlace;
    const wanted = points[i] as number;
    if (group === ALONE || wanted === 0) continue;
    const winner = winners[group] as number;
    const { stacking } = groups[group] as StackingGroup;
    if (winner === NOBODY || TAKES_OVER[stacking](wanted, points[winner] as number)) winners[group] = i;
  }
}

/** Whether a later rule of a group takes the place of the one that held it. */
const TAKES_OVER = {
  sum: () => false,
  max: (points: number, held: number) => Math.abs(points) > Math.abs(held),
  first: () => false,
} satisfies { readonly [K in Stacking]: (points: number, held: number) => boolean };

import { compileAmount } from "../../bonus/compile-bonuses.ts";
import type { Resolve } from "../../condition/compile-condition.ts";
import { type InForce, inForce } from "../../core/in-force.ts";
import { toScaled } from "../../core/scaled.ts";
import type { BonusGroup, BonusRule, Caps, Model, Stacking } from "../../schema/model-document.ts";
import { both, type Days, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";
import { compileTruthSet, type EvaluateSet, isTrue } from "./truth-set.ts";

/** What the rules of one target add together, × 10^−places.score, over a region whose base lies between two. */
export type BonusBounds = (
  low: number,
  high: number,
  region: Region,
  days: Days,
) => readonly [low: number, high: number];

interface CompiledRule {
  readonly isInForce: InForce;
  readonly evaluate: EvaluateSet | null;
  readonly amount: (base: number) => number;
  readonly group: BonusGroup | null;
}

/** A rule of one sign that can fire: how much it can give, and whether it is sure to. */
interface Firing {
  readonly group: BonusGroup | null;
  readonly least: number;
  readonly greatest: number;
  readonly isSure: boolean;
}

export function compileBonusBounds(
  target: string,
  { bonuses = [], bonusGroups = {} }: Model,
  caps: Caps | undefined,
  scorePlaces: number,
  resolve: Resolve,
): BonusBounds {
  const rules = bonuses
    .filter(({ to }) => to === target)
    .map((rule) => compileRule(rule, bonusGroups, scorePlaces, resolve));
  const scaled = (cap: number | undefined) =>
    cap === undefined ? Number.POSITIVE_INFINITY : toScaled(cap, scorePlaces);
  const bonusCap = scaled(caps?.bonusCap);
  const deductionCap = scaled(caps?.deductionCap);
  const groupCap = (group: BonusGroup) => scaled(group.cap);

  return (low, high, region, days) => {
    if (rules.length === 0) return [0, 0];
    const added: Firing[] = [];
    const taken: Firing[] = [];
    for (const rule of rules) {
      const fires = firing(rule, region, days);
      if (fires === NO) continue;
      // Points that are given, or a base times a constant: they rise or fall all the way.
      const [a, b] = [rule.amount(low), rule.amount(high)];
      const [least, greatest] = a < b ? [a, b] : [b, a];
      if (greatest > 0) added.push(firingOf(rule, fires, Math.max(0, least), greatest, least > 0));
      if (least < 0) taken.push(firingOf(rule, fires, Math.max(0, -greatest), -least, greatest < 0));
    }
    const [leastAdded, mostAdded] = together(added, bonusCap, groupCap);
    const [leastTaken, mostTaken] = together(taken, deductionCap, groupCap);
    return [leastAdded - mostTaken, mostAdded - leastTaken];
  };
}

function compileRule(
  rule: BonusRule,
  groups: { readonly [id: string]: BonusGroup },
  scorePlaces: number,
  resolve: Resolve,
): CompiledRule {
  return {
    isInForce: inForce(rule),
    evaluate: rule.when === undefined ? null : compileTruthSet(rule.when, resolve),
    amount: compileAmount(rule, scorePlaces),
    group: rule.group === undefined ? null : (groups[rule.group] as BonusGroup),
  };
}

function firing({ isInForce, evaluate }: CompiledRule, region: Region, [first, last]: Days): Possibly {
  // In force on both days, it is on those between; a rule of neither may have its time between them.
  const isAlways = isInForce(first) && (first === last || isInForce(last));
  if (!isAlways && first === last) return NO;
  const fires = evaluate === null ? YES : isTrue(evaluate(region));
  return isAlways ? fires : both(fires, MAYBE);
}

/** A rule that gives zero takes no place, so it is sure only where it is sure to give more. */
function firingOf(
  { group }: CompiledRule,
  fires: Possibly,
  least: number,
  greatest: number,
  isMoreThanZero: boolean,
): Firing {
  return { group, least, greatest, isSure: both(fires, isMoreThanZero ? YES : MAYBE) === YES };
}

/** Σ of the groups, each within its cap, and of the rules without one; within the target's cap. */
function together(
  fired: readonly Firing[],
  cap: number,
  groupCap: (group: BonusGroup) => number,
): readonly [least: number, greatest: number] {
  let least = 0;
  let greatest = 0;
  const groups = new Map<BonusGroup, Firing[]>();
  for (const each of fired) {
    if (each.group !== null) {
      const known = groups.get(each.group);
      if (known === undefined) groups.set(each.group, [each]);
      else known.push(each);
      continue;
    }
    least += each.isSure ? each.least : 0;
    greatest += each.greatest;
  }
  groups.forEach((members, group) => {
    const [low, high] = STACKED[group.stacking ?? "sum"](members);
    least += Math.min(low, groupCap(group));
    greatest += Math.min(high, groupCap(group));
  });
  return [Math.min(least, cap), Math.min(greatest, cap)];
}

type Stack = (members: readonly Firing[]) => readonly [least: number, greatest: number];

/** What the fired rules of one group give together. */
const STACKED = {
  sum: (members) => [
    members.reduce((sum, { least, isSure }) => sum + (isSure ? least : 0), 0),
    members.reduce((sum, { greatest }) => sum + greatest, 0),
  ],
  max: (members) => [
    members.reduce((most, { least, isSure }) => (isSure ? Math.max(most, least) : most), 0),
    members.reduce((most, { greatest }) => Math.max(most, greatest), 0),
  ],
  first: (members) => {
    // The first that is sure to fire ends the row: one of those up to it gives what the group gives.
    const end = members.findIndex(({ isSure }) => isSure);
    const row = end < 0 ? members : members.slice(0, end + 1);
    return [
      end < 0 ? 0 : row.reduce((fewest, { least }) => Math.min(fewest, least), Number.POSITIVE_INFINITY),
      row.reduce((most, { greatest }) => Math.max(most, greatest), 0),
    ];
  },
} satisfies { readonly [K in Stacking]: Stack };

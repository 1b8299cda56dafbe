import { compileCondition, type Evaluate, type Resolve } from "../condition/compile-condition.ts";
import { FALSE, UNKNOWN } from "../condition/truth.ts";
import { exactQuotient } from "../core/exact-quotient.ts";
import { type InForce, inForce } from "../core/in-force.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { refereeExcess } from "../core/referee.ts";
import { decimalsOf, toScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import type { BonusGroup, BonusRule, Caps } from "../schema/model-document.ts";
import type { BonusStatus } from "../schema/scorecard.ts";
import { ALONE, type BonusResult, compileStacking, type RulePlace, type StackingGroup } from "./resolve-stacking.ts";

/** Bonuses of one target. `results` is filled at the rules' own places; the answer is what they add together. */
export type ResolveBonuses = (base: number, slots: Slots, asOf: number | null, results: BonusResult[]) => number;

interface CompiledRule extends RulePlace {
  readonly isInForce: InForce;
  readonly evaluate: Evaluate | null;
  readonly amount: (base: number) => number;
}

/**
 * The rules that go to one target. Bonuses and deductions are resolved apart: stacking in each group, then the group's
 * cap, then the target's, caps filled in listed order.
 *
 * @param target a dimension or `"total"`
 * @param scorePlaces decimals of bonuses, caps and scores
 */
export function compileBonuses(
  target: string,
  rules: readonly BonusRule[],
  groups: { readonly [id: string]: BonusGroup },
  caps: Caps,
  scorePlaces: number,
  resolve: Resolve,
): ResolveBonuses {
  const scaledCap = (cap: number | undefined) =>
    cap === undefined ? Number.POSITIVE_INFINITY : toScaled(cap, scorePlaces);
  const groupIds = Object.keys(groups);
  const stackings = Object.values(groups).map(
    ({ stacking, cap }): StackingGroup => ({ stacking: stacking ?? "sum", cap: scaledCap(cap) }),
  );
  const compiled = rules.flatMap((rule, index): CompiledRule[] =>
    rule.to === target ? [compileRule(rule, index, groupIds, scorePlaces, resolve)] : [],
  );
  const bonusCap = scaledCap(caps.bonusCap);
  const deductionCap = scaledCap(caps.deductionCap);

  const resolveBonuses = compileStacking(compiled, stackings, bonusCap);
  const resolveDeductions = compileStacking(compiled, stackings, deductionCap);
  // What each rule would add by itself, kept in arrays that every call overwrites.
  const bonuses = compiled.map(() => 0);
  const deductions = compiled.map(() => 0);

  if (compiled.length === 0) return () => 0;
  return (base, slots, asOf, results) => {
    let hasBonus = false;
    let hasDeduction = false;
    for (let i = 0; i < compiled.length; i++) {
      const rule = compiled[i] as CompiledRule;
      const status = statusOf(rule, base, slots, asOf);
      const points = status === "applied" ? rule.amount(base) : 0;
      if (points === 0) results[rule.index] = { status, points };
      bonuses[i] = points > 0 ? points : 0;
      deductions[i] = points < 0 ? points : 0;
      hasBonus = hasBonus || points > 0;
      hasDeduction = hasDeduction || points < 0;
    }
    return (
      (hasBonus ? resolveBonuses(bonuses, results) : 0) + (hasDeduction ? resolveDeductions(deductions, results) : 0)
    );
  };
}

function compileRule(
  rule: BonusRule,
  index: number,
  groupIds: readonly string[],
  scorePlaces: number,
  resolve: Resolve,
): CompiledRule {
  return {
    index,
    isInForce: inForce(rule),
    evaluate: rule.when === undefined ? null : compileCondition(rule.when, resolve),
    amount: compileAmount(rule, scorePlaces),
    group: rule.group === undefined ? ALONE : groupIds.indexOf(rule.group),
  };
}

/** What a rule gives to a base before stacking and caps; both are × 10^−places.score. */
export function compileAmount({ points, factor }: BonusRule, scorePlaces: number): (base: number) => number {
  if (factor !== undefined) return scaling(factor);
  const scaled = toScaled(points as number, scorePlaces);
  return () => scaled;
}

/** base × (factor − 1) at the base's own places, half away from zero. */
function scaling(factor: number): (base: number) => number {
  const places = decimalsOf(factor);
  const unit = powerOfTen(places);
  const excess = toScaled(factor, places) - unit;
  // Below 1 a factor may have more decimals than digits; then its excess over 1 is too long for a double.
  return Math.abs(excess) <= Number.MAX_SAFE_INTEGER
    ? (base) => exactQuotient(base, excess, unit)
    : (base) => refereeExcess(base, factor);
}

function statusOf(rule: CompiledRule, base: number, slots: Slots, asOf: number | null): BonusStatus {
  if (!rule.isInForce(asOf)) return "not-in-force";
  const truth = rule.evaluate === null ? null : rule.evaluate(slots);
  if (truth === FALSE) return "condition-false";
  if (truth === UNKNOWN) return "condition-unknown";
  return Number.isNaN(base) ? "no-score" : "applied";
}

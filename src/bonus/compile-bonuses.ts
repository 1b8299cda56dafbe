import { compileCondition, type Evaluate, type Resolve } from "../condition/compile-condition.ts";
import { FALSE, UNKNOWN } from "../condition/truth.ts";
import { exactQuotient } from "../core/exact-quotient.ts";
import { readDate } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { refereeExcess } from "../core/referee.ts";
import { decimalsOf, toScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import type { BonusGroup, BonusRule, Caps, Stacking } from "../schema/model-document.ts";
import type { BonusStatus } from "../schema/scorecard.ts";

/** What became of one rule: its status, and what it adds × 10^−places.score. */
export interface BonusResult {
  readonly status: BonusStatus;
  readonly points: number;
}

/** Bonuses of one target. `results` is filled at the rules' own places; the answer is what they add together. */
export type ResolveBonuses = (base: number, slots: Slots, asOf: number | null, results: BonusResult[]) => number;

interface CompiledRule {
  /** The place among all rules of the model. */
  readonly index: number;
  readonly from: number;
  readonly until: number;
  readonly evaluate: Evaluate | null;
  readonly amount: (base: number) => number;
  readonly group: string | null;
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
  const compiled = rules.flatMap((rule, index) =>
    rule.to === target ? [compileRule(rule, index, scorePlaces, resolve)] : [],
  );
  const scaledCap = (cap: number | undefined) =>
    cap === undefined ? Number.POSITIVE_INFINITY : toScaled(cap, scorePlaces);
  const groupCaps = new Map(Object.keys(groups).map((id) => [id, scaledCap(groups[id]?.cap)]));
  const stackingOf = (id: string): Stacking => groups[id]?.stacking ?? "sum";
  const bonusCap = scaledCap(caps.bonusCap);
  const deductionCap = scaledCap(caps.deductionCap);

  return (base, slots, asOf, results) => {
    const fired: Fired[] = [];
    for (const rule of compiled) {
      const status = statusOf(rule, base, slots, asOf);
      const points = status === "applied" ? rule.amount(base) : 0;
      if (points === 0) results[rule.index] = { status, points };
      else fired.push({ rule, points });
    }
    if (fired.length === 0) return 0;
    return (
      resolveSign(
        fired.filter(({ points }) => points > 0),
        bonusCap,
        stackingOf,
        groupCaps,
        results,
      ) +
      resolveSign(
        fired.filter(({ points }) => points < 0),
        deductionCap,
        stackingOf,
        groupCaps,
        results,
      )
    );
  };
}

interface Fired {
  readonly rule: CompiledRule;
  readonly points: number;
}

function compileRule(rule: BonusRule, index: number, scorePlaces: number, resolve: Resolve): CompiledRule {
  return {
    index,
    from: rule.from === undefined ? Number.NEGATIVE_INFINITY : (readDate(rule.from) as number),
    until: rule.until === undefined ? Number.POSITIVE_INFINITY : (readDate(rule.until) as number),
    evaluate: rule.when === undefined ? null : compileCondition(rule.when, resolve),
    amount: rule.factor === undefined ? constant(toScaled(rule.points as number, scorePlaces)) : scaling(rule.factor),
    group: rule.group ?? null,
  };
}

function constant(points: number): (base: number) => number {
  return () => points;
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
  if (asOf !== null && (asOf < rule.from || asOf > rule.until)) return "not-in-force";
  const truth = rule.evaluate === null ? null : rule.evaluate(slots);
  if (truth === FALSE) return "condition-false";
  if (truth === UNKNOWN) return "condition-unknown";
  return Number.isNaN(base) ? "no-score" : "applied";
}

/** Resolves the fired rules of one sign, in listed order, and adds up what is left of them. */
function resolveSign(
  fired: readonly Fired[],
  cap: number,
  stackingOf: (group: string) => Stacking,
  groupCaps: ReadonlyMap<string, number>,
  results: BonusResult[],
): number {
  const winners = new Map<string, Fired>();
  for (const each of fired) {
    const group = each.rule.group;
    if (group === null) continue;
    const winner = winners.get(group);
    if (winner === undefined || IS_BETTER[stackingOf(group)](each.points, winner.points)) winners.set(group, each);
  }
  const roomInGroup = new Map(groupCaps);
  let room = cap;
  let sum = 0;
  for (const each of fired) {
    const { rule, points } = each;
    const group = rule.group;
    if (group !== null && stackingOf(group) !== "sum" && winners.get(group) !== each) {
      results[rule.index] = { status: "superseded", points: 0 };
      continue;
    }
    let size = Math.abs(points);
    if (group !== null) {
      const left = roomInGroup.get(group) ?? Number.POSITIVE_INFINITY;
      size = Math.min(size, left);
      roomInGroup.set(group, left - size);
    }
    size = Math.min(size, room);
    room -= size;
    const added = points < 0 ? 0 - size : size;
    results[rule.index] = { status: added === points ? "applied" : "capped", points: added };
    sum += added;
  }
  return sum;
}

/** Whether a later rule of a group takes the place of the one that held it. */
const IS_BETTER = {
  sum: () => false,
  max: (points: number, held: number) => Math.abs(points) > Math.abs(held),
  first: () => false,
} satisfies { readonly [K in Stacking]: (points: number, held: number) => boolean };

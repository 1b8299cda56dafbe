import { evaluate, type Readable } from "./condition.ts";
import type { Bonus, ModelDocument } from "./document.ts";
import { type Exact, exact, fraction, leastOf, round, sumOf, ZERO } from "./exact.ts";
import type { BonusStatus } from "./scorecard.ts";
import { happened } from "./trace.ts";

export interface Award {
  id: string;
  to: string;
  status: BonusStatus;
  points: Exact;
}

interface Caps {
  bonusCap?: number;
  deductionCap?: number;
}

/** The awards of every rule that goes to one target, in listed order. */
export function awardBonuses(
  model: ModelDocument,
  target: string,
  base: Exact | null,
  caps: Caps,
  readable: Readable,
  asOf: string | null,
  scorePlaces: number,
): Award[] {
  const rules = (model.bonuses ?? []).filter((rule) => rule.to === target);
  const awards = new Map<string, Award>();
  const fired: Fired[] = [];
  for (const rule of rules) {
    const refusal = refusalOf(rule, base, readable, asOf);
    const points = refusal === null ? pointsOfRule(rule, base as Exact, scorePlaces) : ZERO;
    awards.set(rule.id, { id: rule.id, to: target, status: refusal ?? "applied", points });
    // Zero gives nothing and takes no place: it never reaches stacking or caps.
    if (!points.isZero()) fired.push({ rule, magnitude: points.abs(), sign: points.s });
  }
  for (const sign of [1, -1]) {
    const cap = sign === 1 ? caps.bonusCap : caps.deductionCap;
    const oneSign = fired.filter((each) => each.sign === sign);
    for (const settled of settle(model, oneSign, cap)) {
      awards.set(settled.id, { ...settled, to: target, points: settled.points.times(sign) });
    }
  }
  return rules.map((rule) => tidy(awards.get(rule.id) as Award));
}

interface Fired {
  rule: Bonus;
  magnitude: Exact;
  sign: number;
}

/** Why a rule does not give anything; null when it fires. */
function refusalOf(rule: Bonus, base: Exact | null, readable: Readable, asOf: string | null): BonusStatus | null {
  if (!isInForce(rule, asOf)) return "not-in-force";
  const truth = rule.when === undefined ? true : evaluate(rule.when, readable);
  if (truth === false) return "condition-false";
  if (truth === null) return "condition-unknown";
  return base === null ? "no-score" : null;
}

/** `from` and `until` are inclusive; a model with dated rules always has a day. */
function isInForce(rule: Bonus, asOf: string | null): boolean {
  if (asOf !== null && (rule.from === asOf || rule.until === asOf)) happened("boundary rule date");
  const hasBegun = rule.from === undefined || (asOf as string) >= rule.from;
  const hasEnded = rule.until !== undefined && (asOf as string) > rule.until;
  return hasBegun && !hasEnded;
}

function pointsOfRule(rule: Bonus, base: Exact, scorePlaces: number): Exact {
  if (rule.factor === undefined) return exact(rule.points as number);
  const points = round(fraction(base.times(exact(rule.factor).minus(1))), scorePlaces, "factor");
  happened(points.isZero() ? "factor gives zero" : "factor gives points");
  return points;
}

/** Stacking, then the group's cap, then the target's cap, over rules of one target and one sign. */
function settle(model: ModelDocument, fired: Fired[], targetCap: number | undefined): Omit<Award, "to">[] {
  const superseded = new Set(fired.filter((each) => !survives(model, each, fired)));
  const survivors = fired.filter((each) => !superseded.has(each));
  const afterGroups = new Map<Fired, Exact>();
  for (const each of survivors) {
    const inGroup = survivors.filter((other) => isSameGroup(each, other));
    const cap = each.rule.group === undefined ? undefined : groupOf(model, each).cap;
    afterGroups.set(each, filled(inGroup, (other) => other.magnitude, cap).get(each) as Exact);
  }
  const afterTarget = filled(survivors, (each) => afterGroups.get(each) as Exact, targetCap);
  return fired.map((each) => {
    if (superseded.has(each)) return { id: each.rule.id, status: "superseded", points: ZERO };
    const points = afterTarget.get(each) as Exact;
    const isCapped = points.lessThan(each.magnitude);
    return { id: each.rule.id, status: isCapped ? "capped" : "applied", points };
  });
}

function isSameGroup(a: Fired, b: Fired): boolean {
  return a === b || (a.rule.group !== undefined && a.rule.group === b.rule.group);
}

function groupOf(model: ModelDocument, fired: Fired): { stacking?: string; cap?: number } {
  return model.bonusGroups?.[fired.rule.group as string] ?? {};
}

function survives(model: ModelDocument, fired: Fired, all: Fired[]): boolean {
  if (fired.rule.group === undefined) return true;
  const rivals = all.filter((other) => isSameGroup(fired, other));
  const stacking = groupOf(model, fired).stacking ?? "sum";
  if (rivals.length > 1) happened(`stacked by ${stacking}`);
  if (stacking === "sum") return true;
  if (stacking === "first") return rivals[0] === fired;
  const winner = rivals.reduce((best, other) => (other.magnitude.greaterThan(best.magnitude) ? other : best));
  return winner === fired;
}

/** A cap is filled in listed order: later rules lose first. */
function filled(rules: Fired[], magnitudeOf: (rule: Fired) => Exact, cap: number | undefined): Map<Fired, Exact> {
  const given = new Map<Fired, Exact>();
  for (const rule of rules) {
    const wanted = magnitudeOf(rule);
    const room = cap === undefined ? wanted : exact(cap).minus(sumOf([...given.values()]));
    given.set(rule, leastOf([wanted, room]));
  }
  return given;
}

/** Never minus zero. */
function tidy(award: Award): Award {
  return award.points.isZero() ? { ...award, points: ZERO } : award;
}

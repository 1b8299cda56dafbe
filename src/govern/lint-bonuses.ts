import type { Fact } from "../core/issue.ts";
import { NO } from "../explain/bounds/region.ts";
import { canonicalJson } from "../fingerprint/canonical-json.ts";
import type { BonusRule, Caps, Condition, Model } from "../schema/model-document.ts";
import { finding, type Idleness, type LintFinding } from "./lint-finding.ts";
import type { Reach } from "./reach.ts";

/** Rules that can never add anything, that give more than counts, and that are in force twice. */
export function lintBonuses(model: Model, reach: Reach): readonly LintFinding[] {
  const rules = model.bonuses ?? [];
  return rules.flatMap((rule, i) => {
    const because = reasonOfIdleness(model, reach, i);
    const at = ["bonuses", i];
    return [
      ...(because === null ? lintCap(model, rule, i) : [finding("lint/idle-bonus", at, because)]),
      ...rules
        .slice(0, i)
        .flatMap((other) => overlap(other, rule).map((facts) => finding("lint/overlapping-dates", at, facts))),
    ];
  });
}

function lintCap(model: Model, rule: BonusRule, i: number): readonly LintFinding[] {
  const { points } = rule;
  const cap = Math.min(capOfGroup(model, rule), capOfTarget(model, rule));
  if (points === undefined || Math.abs(points) <= cap) return [];
  return [finding("lint/capped-bonus", ["bonuses", i], { points, cap })];
}

/** Why a rule never adds anything, and who or what stands in its way. */
interface Because {
  readonly [name: string]: string;
  readonly because: Idleness;
}

/** Why a rule never adds anything whatever the account is; `null` if it may. */
function reasonOfIdleness(model: Model, reach: Reach, i: number): Because | null {
  const { effective, bonuses: rules = [] } = model;
  const rule = rules[i] as BonusRule;
  if (rule.factor === 1) return { because: "factor" };
  if (rule.when !== undefined && reach.holds(rule.when) === NO) return { because: "condition" };
  if (rule.until !== undefined && effective?.from !== undefined && rule.until < effective.from) {
    return { because: "ended", day: effective.from };
  }
  if (rule.from !== undefined && effective?.until !== undefined && rule.from > effective.until) {
    return { because: "not-begun", day: effective.until };
  }
  const isRival = (other: BonusRule, at: number) =>
    at !== i && other.to === rule.to && isSameSign(other, rule) && firesWith(other, rule);
  const before = rules.filter((other, at) => at < i && isRival(other, at));
  const inGroup = before.filter(({ group }) => group === rule.group && group !== undefined);
  return reasonInGroup(model, rules, rule, inGroup, isRival) ?? reasonAtTarget(model, rule, before);
}

function reasonInGroup(
  model: Model,
  rules: readonly BonusRule[],
  rule: BonusRule,
  before: readonly BonusRule[],
  isRival: (other: BonusRule, at: number) => boolean,
): Because | null {
  const stacking = groupOf(model, rule)?.stacking ?? "sum";
  if (stacking === "first") return before[0] === undefined ? null : { because: "first", other: before[0].id };
  if (stacking === "max") {
    const size = Math.abs(rule.points ?? Number.POSITIVE_INFINITY);
    const stronger = rules.find(
      (other, at) =>
        isRival(other, at) &&
        other.group === rule.group &&
        (Math.abs(other.points as number) > size ||
          (before.includes(other) && Math.abs(other.points as number) === size)),
    );
    return stronger === undefined ? null : { because: "stronger", other: stronger.id };
  }
  return sizeOf(before) >= capOfGroup(model, rule) ? { because: "group-full" } : null;
}

/** Rules without a group, and those that are all their group lets count, always take their points of the target's cap. */
function reasonAtTarget(model: Model, rule: BonusRule, before: readonly BonusRule[]): Because | null {
  const alone = before.filter(({ group }) => group === undefined);
  return sizeOf(alone) >= capOfTarget(model, rule) ? { because: "target-full" } : null;
}

/** Whether a rule fires whenever another does: it asks for nothing else, and on no fewer days. */
function firesWith({ when, from = "", until = LAST }: BonusRule, other: BonusRule): boolean {
  const given = new Set(conjuncts(other.when));
  return (
    from <= (other.from ?? "") && until >= (other.until ?? LAST) && conjuncts(when).every((part) => given.has(part))
  );
}

/** Behind every day that is written. */
const LAST = "~";

/** The conditions that must all be true, as canonical texts. */
function conjuncts(when: Condition | undefined): readonly string[] {
  if (when === undefined) return [];
  return "all" in when ? when.all.flatMap(conjuncts) : [canonicalJson(when)];
}

/** Bonuses and deductions are resolved apart; a factor may be either, as the base is. */
function isSameSign(a: BonusRule, b: BonusRule): boolean {
  return a.points !== undefined && b.points !== undefined && a.points > 0 === b.points > 0;
}

function sizeOf(rules: readonly BonusRule[]): number {
  return rules.reduce((sum, { points }) => sum + Math.abs(points as number), 0);
}

function groupOf(model: Model, { group }: BonusRule) {
  return Object.entries(model.bonusGroups ?? {}).find(([id]) => id === group)?.[1];
}

function capOfGroup(model: Model, rule: BonusRule): number {
  return groupOf(model, rule)?.cap ?? Number.POSITIVE_INFINITY;
}

function capOfTarget(model: Model, { to, points = 0 }: BonusRule): number {
  const caps: Caps | undefined = to === "total" ? model.total : model.dimensions[to];
  return (points < 0 ? caps?.deductionCap : caps?.bonusCap) ?? Number.POSITIVE_INFINITY;
}

/** The days on which two rules for the same thing are both in force; at least one has dates, or it was meant so. */
function overlap(a: BonusRule, b: BonusRule): readonly { readonly [name: string]: Fact }[] {
  const hasDates = [a.from, a.until, b.from, b.until].some((day) => day !== undefined);
  const isSame = a.to === b.to && canonicalJson(a.when ?? null) === canonicalJson(b.when ?? null);
  if (!hasDates || !isSame) return [];
  // Days written YYYY-MM-DD stand in the order of their texts.
  const from = [a.from, b.from].reduce((late, day) =>
    day !== undefined && (late === undefined || day > late) ? day : late,
  );
  const until = [a.until, b.until].reduce((early, day) =>
    day !== undefined && (early === undefined || day < early) ? day : early,
  );
  return from === undefined || until === undefined || from <= until
    ? [{ other: a.id, from: from ?? null, until: until ?? null }]
    : [];
}

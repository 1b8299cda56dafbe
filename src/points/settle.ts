import {
  type ExactDecimal,
  exactly,
  multiply,
  ONE,
  safeNumber,
  shownQuotient,
  signOf,
  subtract,
  sumOf,
  wholeQuotient,
} from "../core/exact-decimal.ts";
import { issue } from "../core/issue.ts";
import type { SpanCounts } from "../schema/earn-options.ts";
import type { Earning, EarningStatus, RuleEarning } from "../schema/earning.ts";
import { MOST_POINTS } from "../schema/limits.ts";
import type { EarningRule } from "../schema/points-plan-document.ts";
import type { CompiledPlan, CompiledRule } from "./compile-plan.ts";
import { filled, type Room, roomsOf, tightest } from "./fill-caps.ts";
import type { ReadActivity } from "./read-activity.ts";
import type { ReadSoFar } from "./read-so-far.ts";
import type { Circumstances, Reckoning } from "./reckoning.ts";

/** Every rule in its order: reckoned, multiplied, rounded, then put into what the caps leave. */
export function settle(compiled: CompiledPlan, circumstances: Circumstances, soFar: ReadSoFar): Earning {
  const { plan } = compiled;
  const { activity, issues } = circumstances;
  let rooms = roomsOf("plan", plan.caps, soFar.points);
  const rules = compiled.rules.map((rule) => {
    const own = soFar.ofRule(rule.rule.id);
    const reckoned = hindrance(rule, activity, own.times) ?? rule.reckon(circumstances);
    if (typeof reckoned === "string") return withoutPoints(rule.rule, reckoned);
    const earning = fill(multiplied(rule, reckoned, circumstances), [
      ...roomsOf("rule", rule.rule.caps, own.points),
      ...rooms,
    ]);
    rooms = filled(rooms, earning.points);
    return earning;
  });
  const points = total(rules);
  if (issues.length === 0 && points > MOST_POINTS) issues.push(tooMany("all rules together"));
  return {
    format: 1,
    plan: { id: plan.id, version: plan.version },
    activity: activity.kind,
    date: activity.date,
    points,
    qualifyingPoints: total(rules.filter(({ isQualifying }) => isQualifying)),
    rules,
  };
}

function total(rules: readonly RuleEarning[]): number {
  return rules.reduce((sum, { points }) => sum + points, 0);
}

function tooMany(what: string) {
  return issue("earn/size", [], MOST_POINTS, what);
}

/** Whether a rule looks at the activity at all. */
export function answers(rule: CompiledRule, activity: ReadActivity): boolean {
  return deafness(rule, activity) === null;
}

function deafness({ rule, isInForce, needs }: CompiledRule, activity: ReadActivity): EarningStatus | null {
  if (rule.activity !== undefined && rule.activity !== activity.kind) return "other-activity";
  if (!isInForce(activity.day)) return "not-in-force";
  return needs === "amount" && activity.amount === null ? "no-amount" : null;
}

/** Why a rule does not come to reckon, if it does not. */
function hindrance(compiled: CompiledRule, activity: ReadActivity, times: SpanCounts): EarningStatus | null {
  const { rule } = compiled;
  const deaf = deafness(compiled, activity);
  if (deaf !== null) return deaf;
  if ("minimumAmount" in rule && rule.minimumAmount !== undefined) {
    if (signOf(subtract(activity.amount as ExactDecimal, exactly(rule.minimumAmount))) < 0) return "below-minimum";
  }
  if (rule.kind !== "per-event" || rule.atMost === undefined) return null;
  return (times[rule.atMost.per] ?? 0) >= rule.atMost.times ? "times-reached" : null;
}

function withoutPoints(rule: EarningRule, status: EarningStatus): RuleEarning {
  return {
    id: rule.id,
    status,
    base: null,
    multipliers: [],
    factor: null,
    product: null,
    rounded: null,
    cappedBy: null,
    points: 0,
    isQualifying: rule.qualifying ?? true,
    lines: null,
  };
}

/** base × factor, rounded once: for the whole activity, or for each line. */
function multiplied(
  { rule, rounding, multipliers }: CompiledRule,
  { parts, over, lines, isByLine }: Reckoning,
  { activity, standing, issues }: Circumstances,
): RuleEarning & { readonly rounded: number } {
  const { applied, factor } = multipliers.on(activity.day, standing);
  const wholes = parts.map((part) => safeNumber(wholeQuotient(multiply(part, factor), over, rounding)));
  const rounded = wholes.reduce((sum, each) => sum + each, 0);
  const base = sumOf(parts);
  const figures = {
    base: shownQuotient(base, over),
    factor: shownQuotient(factor, ONE),
    product: shownQuotient(multiply(base, factor), over),
    rounded,
  };
  const counted =
    lines?.map(({ line, amount, factor: own }, i) => ({
      line,
      amount,
      factor: shownQuotient(own, ONE),
      points: isByLine ? (wholes[i] as number) : null,
    })) ?? null;
  const isTooMany = (figure: number) => !(figure <= MOST_POINTS);
  if (Object.values(figures).some(isTooMany) || counted?.some((line) => isTooMany(line.factor))) {
    issues.push(tooMany(`the rule ${rule.id}`));
  }
  return {
    ...withoutPoints(rule, "applied"),
    ...figures,
    multipliers: applied,
    points: rounded,
    lines: counted,
  };
}

function fill(earning: RuleEarning & { readonly rounded: number }, rooms: readonly Room[]): RuleEarning {
  const tight = tightest(rooms, earning.rounded);
  return tight === null ? earning : { ...earning, status: "capped", cappedBy: tight.cappedBy, points: tight.left };
}

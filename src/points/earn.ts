import { GuanxiError } from "../core/guanxi-error.ts";
import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue, type Outcome, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { Activity } from "../schema/activity.ts";
import type { EarnOptions } from "../schema/earn-options.ts";
import type { Earning } from "../schema/earning.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { type CompiledPlan, type CompiledRule, compiledPlan } from "./compile-plan.ts";
import { type ReadActivity, readActivity } from "./read-activity.ts";
import { NOTHING_YET, type ReadSoFar, readSoFar } from "./read-so-far.ts";
import { NOWHERE, type ReadStanding, readStanding } from "./read-standing.ts";
import { requirePlan } from "./require-plan.ts";
import { answers, settle } from "./settle.ts";

/** An earning, or everything that is wrong with the activity or the options. */
export type EarnOutcome = Outcome<"earning", Earning>;

/**
 * How many points an activity gives, and why, rule by rule. No ledger is read or written: what caps need to know of the
 * account comes in `options.earnedSoFar`.
 *
 * @param plan from `parsePointsPlan`
 * @throws GuanxiError with every issue of the activity and the options
 *
 * @example The rule of an operator: a point per yuan, times the tier's multiplier, rounded up
 * ```ts
 * const plan = parsePointsPlan({
 *   format: 1, id: "operator", version: "1", tiers: ["five-star", "four-star"],
 *   rules: [{ id: "bill", kind: "per-amount", rate: 1, rounding: "ceiling" }],
 *   multipliers: { list: [{ id: "star", kind: "tier", factors: { "five-star": 3, "four-star": 2.5 } }] },
 * });
 * const bill = { kind: "bill", date: "2021-05-31", amount: 88.3 };
 * earn(plan, bill, { standing: { tier: "four-star" } }).points; // 221
 * ```
 */
export function earn(plan: PointsPlan, activity: Activity, options?: EarnOptions): Earning {
  const outcome = safeEarn(plan, activity, options);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.earning;
}

/** The points of an activity of unknown shape: `{ ok: true, earning }`, or `{ ok: false, issues }`. */
export function safeEarn(plan: PointsPlan, activity: unknown, options?: EarnOptions): EarnOutcome {
  requirePlan(plan);
  const compiled = compiledPlan(plan);
  const issues: Issue[] = [];
  const read = readActivity(activity, issues);
  const given = readOptions(compiled, options ?? {}, issues);
  if (read === null || issues.length > 0) return { ok: false, issues };
  checkKind(compiled, read.kind, issues);
  checkNeeds(compiled, read, options ?? {}, issues);
  if (issues.length > 0) return { ok: false, issues };
  const earning = settle(compiled, { activity: read, standing: given.standing, issues }, given.soFar);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, earning };
}

const KEYS = ["standing", "earnedSoFar"] as const satisfies readonly (keyof EarnOptions)[];

function readOptions(
  { plan }: CompiledPlan,
  options: EarnOptions,
  issues: Issue[],
): { readonly standing: ReadStanding; readonly soFar: ReadSoFar } {
  issues.push(...unknownKeys(options, KEYS));
  return {
    standing: isMissing(options.standing) ? NOWHERE : readStanding(plan, options.standing, issues),
    soFar: isMissing(options.earnedSoFar) ? NOTHING_YET : readSoFar(plan.rules, options.earnedSoFar, issues),
  };
}

function checkKind({ plan, activities }: CompiledPlan, kind: string, issues: Issue[]): void {
  if (activities === undefined || activities.has(kind)) return;
  const known = plan.activities as readonly string[];
  issues.push(issue("plan/unknown-activity", ["kind"], known, factOf(kind), nearMiss(kind, known)));
}

/** Whatever a rule that answers to the activity needs is there: a forgotten standing would look like a low one. */
function checkNeeds(compiled: CompiledPlan, activity: ReadActivity, options: EarnOptions, issues: Issue[]): void {
  const answering = compiled.rules.filter((rule) => answers(rule, activity));
  const missing = (path: Path, reason: string | undefined) => {
    if (reason !== undefined) issues.push(issue("earn/option-missing", path, reason, null));
  };
  if (isMissing(options.standing))
    missing(
      ["standing"],
      first(answering, (rule) => readerOfStanding(rule, activity)),
    );
  else if (isMissing(options.standing.card)) {
    missing(
      ["standing", "card"],
      first(answering, ({ rule, needs }) => (needs === "card" ? ruleNamed(rule) : undefined)),
    );
  }
  if (isMissing(options.earnedSoFar) && answering.length > 0) {
    const ofPlan = compiled.needsSoFar ? "the caps of the plan" : undefined;
    missing(
      ["earnedSoFar"],
      ofPlan ?? first(answering, ({ rule, needsSoFar }) => (needsSoFar ? ruleNamed(rule) : undefined)),
    );
  }
}

function readerOfStanding({ rule, needs, multipliers }: CompiledRule, { day }: ReadActivity): string | undefined {
  if (needs === "card" || needs === "reviews") return ruleNamed(rule);
  const multiplier = multipliers.reads(day);
  return multiplier === null ? undefined : `the multiplier ${multiplier}`;
}

function ruleNamed({ id }: CompiledRule["rule"]): string {
  return `the rule ${id}`;
}

function first<T, R>(list: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

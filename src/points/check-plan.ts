import type { Fact, Issue, Path } from "../core/issue.ts";
import { repeats } from "../core/repeats.ts";
import { type Names, names, type Reporter, reporter } from "../core/reporter.ts";
import { bandFaults } from "../indicator/band-faults.ts";
import type {
  EarningRule,
  EarningRuleKind,
  LineChoice,
  LineSelector,
  Multiplier,
  MultiplierKind,
  PerAmountRule,
  PerScoreRule,
  PointsPlanDocument,
  QuadrantMultiplier,
  StreakRule,
  TierMultiplier,
} from "../schema/points-plan-document.ts";

interface Check extends Reporter {
  readonly plan: PointsPlanDocument;
  readonly tiers: Names;
  readonly quadrants: Names;
  readonly rules: Names;
  /** The kinds of activity; `undefined` where any text is one. */
  readonly activities: Names | undefined;
}

/** Cross-checks a plan of the right shape; all issues at once. */
export function checkPlan(plan: PointsPlanDocument): readonly Issue[] {
  const issues: Issue[] = [];
  const check: Check = {
    ...reporter(issues),
    plan,
    tiers: names(plan.tiers ?? []),
    quadrants: names(plan.quadrants ?? []),
    rules: names(plan.rules.map(({ id }) => id)),
    activities: plan.activities && names(plan.activities),
  };
  const multipliers = plan.multipliers?.list ?? [];
  checkOnce(check, ["tiers"], "tier", plan.tiers);
  checkOnce(check, ["quadrants"], "quadrant", plan.quadrants);
  checkOnce(check, ["activities"], "kind of activity", plan.activities);
  checkIds(check, ["rules"], plan.rules);
  checkIds(check, ["multipliers", "list"], multipliers);
  plan.rules.forEach((rule, i) => {
    checkRule(check, ["rules", i], rule);
  });
  multipliers.forEach((multiplier, i) => {
    checkMultiplier(check, ["multipliers", "list", i], multiplier);
  });
  const { expiry } = plan;
  if (expiry?.kind === "rolling") checkOneOf(check, ["expiry"], ["days", "months"], expiry);
  checkQualification(check);
  return issues;
}

function checkOnce(check: Check, path: Path, what: string, list: readonly string[] = []): void {
  for (const i of repeats(list)) check.report("plan/duplicate", [...path, i], what, list[i]);
}

function checkIds(check: Check, path: Path, list: readonly { readonly id: string }[]): void {
  for (const i of repeats(list.map(({ id }) => id))) {
    check.report("plan/duplicate", [...path, i, "id"], "id", list[i]?.id);
  }
}

function checkDates(check: Check, path: Path, dated: { readonly from?: string; readonly until?: string }): void {
  const { from, until } = dated;
  if (from !== undefined && until !== undefined && until < from) {
    check.report("plan/dates", [...path, "until"], from, until);
  }
}

function checkOneOf(check: Check, path: Path, keys: readonly string[], object: object): void {
  const given = keys.filter((key) => key in object);
  if (given.length !== 1) check.report("plan/one-of", path, keys, given);
}

/** A list of names, each of which is there and stands once. */
function checkNames(
  check: Check,
  path: Path,
  code: "plan/unknown-rule" | "plan/unknown-quadrant",
  what: string,
  known: Names,
  list: readonly string[] = [],
): void {
  list.forEach((name, i) => {
    if (!known.has(name)) check.unknown(code, [...path, i], known, name);
  });
  checkOnce(check, path, what, list);
}

// ---- rules ---------------------------------------------------------------------------------------------------------

function checkRule(check: Check, path: Path, rule: EarningRule): void {
  checkDates(check, path, rule);
  const { activities } = check;
  if (rule.activity !== undefined && activities !== undefined && !activities.has(rule.activity)) {
    check.unknown("plan/unknown-activity", [...path, "activity"], activities, rule.activity);
  }
  (RULES[rule.kind] as RuleCheck)(check, path, rule);
}

type RuleCheck = (check: Check, path: Path, rule: EarningRule) => void;

const NOTHING_MORE = () => undefined;

const RULES = {
  "per-amount": checkPerAmount,
  "per-product": NOTHING_MORE,
  "per-event": NOTHING_MORE,
  "per-score": checkPerScore,
  improvement: NOTHING_MORE,
  streak: checkStreak,
} satisfies { readonly [K in EarningRuleKind]: (check: Check, path: Path, rule: never) => void };

function checkPerAmount(check: Check, path: Path, rule: PerAmountRule): void {
  if (rule.lines !== undefined) checkLines(check, [...path, "lines"], rule.lines);
  (rule.lineMultipliers?.list ?? []).forEach(({ lines }, i) => {
    checkLines(check, [...path, "lineMultipliers", "list", i, "lines"], lines);
  });
}

const SELECTOR_KEYS: readonly (keyof LineSelector)[] = ["skus", "categories", "labels", "isDelivery"];

/** A choice chooses, and a selector says by what: an empty one would mean all lines, or none. */
function checkLines(check: Check, path: Path, choice: LineChoice): void {
  checkAnyOf(check, path, ["include", "exclude"], choice);
  for (const key of ["include", "exclude"] as const) {
    (choice[key] ?? []).forEach((selector, i) => {
      checkAnyOf(check, [...path, key, i], SELECTOR_KEYS, selector);
      if (selector.labels !== undefined) checkAnyOf(check, [...path, key, i, "labels"], "a label", selector.labels);
    });
  }
}

function checkAnyOf(check: Check, path: Path, keys: Fact, object: object): void {
  if (Object.keys(object).length === 0) check.report("plan/any-of", path, keys, null);
}

function checkPerScore(check: Check, path: Path, rule: PerScoreRule): void {
  for (const { fault, at, expected, found } of bandFaults(rule.bands)) {
    check.report(`plan/${fault}`, [...path, "bands", ...at], expected, found);
  }
}

function checkStreak(check: Check, path: Path, rule: StreakRule): void {
  checkOneOf(check, path, ["tierAtLeast", "quadrants"], rule);
  const { tierAtLeast } = rule;
  if (tierAtLeast !== undefined && !check.tiers.has(tierAtLeast)) {
    check.unknown("plan/unknown-tier", [...path, "tierAtLeast"], check.tiers, tierAtLeast);
  }
  checkNames(check, [...path, "quadrants"], "plan/unknown-quadrant", "quadrant", check.quadrants, rule.quadrants);
}

// ---- multipliers ---------------------------------------------------------------------------------------------------

function checkMultiplier(check: Check, path: Path, multiplier: Multiplier): void {
  checkDates(check, path, multiplier);
  checkNames(check, [...path, "rules"], "plan/unknown-rule", "rule", check.rules, multiplier.rules);
  (MULTIPLIERS[multiplier.kind] as MultiplierCheck)(check, path, multiplier);
}

type MultiplierCheck = (check: Check, path: Path, multiplier: Multiplier) => void;

const MULTIPLIERS = {
  tier: (check, path, { factors }: TierMultiplier) => {
    for (const name of Object.keys(factors)) {
      if (!check.tiers.has(name)) check.unknown("plan/unknown-tier", [...path, "factors", name], check.tiers, name);
    }
  },
  quadrant: (check, path, { factors }: QuadrantMultiplier) => {
    for (const name of Object.keys(factors)) {
      if (check.quadrants.has(name)) continue;
      check.unknown("plan/unknown-quadrant", [...path, "factors", name], check.quadrants, name);
    }
  },
  campaign: NOTHING_MORE,
} satisfies { readonly [K in MultiplierKind]: (check: Check, path: Path, multiplier: never) => void };

// ---- qualification -------------------------------------------------------------------------------------------------

/** Tiers best first, as in the plan, each for fewer points than the one above. */
function checkQualification(check: Check): void {
  const tiers = check.plan.qualification?.tiers ?? [];
  const path: Path = ["qualification", "tiers"];
  checkOnce(
    check,
    path,
    "tier",
    tiers.map(({ name }) => name),
  );
  tiers.forEach(({ name, from }, i) => {
    const above = tiers[i - 1];
    if (!check.tiers.has(name)) {
      check.unknown("plan/unknown-tier", [...path, i, "name"], check.tiers, name);
    } else if (above !== undefined && check.tiers.list.indexOf(name) < check.tiers.list.indexOf(above.name)) {
      check.report("plan/tier-order", [...path, i, "name"], above.name, name);
    }
    if (above !== undefined && from >= above.from) {
      check.report("plan/tier-bound", [...path, i, "from"], above.from, from);
    }
  });
}

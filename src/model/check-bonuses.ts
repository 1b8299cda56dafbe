import type { Path } from "../core/issue.ts";
import { decimalsOf } from "../core/scaled.ts";
import type { BonusRule, Caps } from "../schema/model-document.ts";
import { checkCondition } from "./check-condition.ts";
import { checkMagnitude } from "./check-magnitude.ts";
import type { Check } from "./report.ts";

/** Bonus groups, rules and caps. */
export function checkBonuses(check: Check): void {
  const { model } = check;
  for (const [id, { cap }] of Object.entries(model.bonusGroups ?? {})) {
    checkScore(check, ["bonusGroups", id, "cap"], cap);
  }
  checkCaps(check, ["total"], model.total ?? {});
  for (const id of check.dimensionIds) checkCaps(check, ["dimensions", id], model.dimensions[id] ?? {});
  (model.bonuses ?? []).forEach((rule, i) => {
    checkRule(check, ["bonuses", i], rule);
  });
  checkReach(check);
}

function checkCaps(check: Check, path: Path, { bonusCap, deductionCap }: Caps): void {
  checkScore(check, [...path, "bonusCap"], bonusCap);
  checkScore(check, [...path, "deductionCap"], deductionCap);
}

/** A figure on the scale of scores: at most `places.score` decimals, and of a size that stays exact. */
export function checkScore(check: Check, path: Path, figure: number | undefined): void {
  if (figure === undefined) return;
  if (decimalsOf(figure) > check.scorePlaces) check.report("model/decimals", path, check.scorePlaces, figure);
  checkMagnitude(check, path, figure, check.scorePlaces);
}

function checkRule(check: Check, path: Path, rule: BonusRule): void {
  if (!check.scores.has(rule.to)) check.unknown("model/unknown-score", [...path, "to"], check.scores, rule.to);
  const effects = (["points", "factor"] as const).filter((key) => rule[key] !== undefined);
  if (effects.length !== 1) check.report("model/effect", path, ["points", "factor"], effects);
  if (rule.points === 0) check.report("model/zero-points", [...path, "points"], null, 0);
  checkScore(check, [...path, "points"], rule.points);
  if (rule.group !== undefined && !check.groups.has(rule.group)) {
    check.unknown("model/unknown-group", [...path, "group"], check.groups, rule.group);
  }
  if (rule.when !== undefined) checkCondition(check, [...path, "when"], rule.when, false);
  checkDates(check, path, rule);
}

/** `from` is on or before `until`. */
export function checkDates(
  check: Check,
  path: Path,
  { from, until }: { readonly from?: string; readonly until?: string },
): void {
  if (from !== undefined && until !== undefined && until < from) {
    check.report("model/dates", [...path, "until"], from, until);
  }
}

/** All bonuses of the model together, on top of the widest score, stay exact. */
function checkReach(check: Check): void {
  const widest = Math.max(...check.range.map(Math.abs));
  const reach = (check.model.bonuses ?? []).reduce(
    (sum, { points, factor }) => sum + Math.abs(points ?? widest * ((factor ?? 1) + 1)),
    widest,
  );
  checkMagnitude(check, ["bonuses"], reach, check.scorePlaces);
}

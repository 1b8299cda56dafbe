import { checkCondition } from "./conditions.ts";
import { decimals, type Look } from "./look.ts";

export function checkBonuses(look: Look): void {
  const { document, require } = look;
  const targets = ["total", ...Object.keys(document.dimensions)];
  const isSize = (size: number | undefined): boolean =>
    size === undefined || (size > 0 && decimals(size) <= look.score);
  for (const each of [document.total ?? {}, ...Object.values(document.dimensions)]) {
    require(isSize(each.bonusCap) && isSize(each.deductionCap), "caps");
  }
  for (const group of Object.values(document.bonusGroups ?? {})) require(isSize(group.cap), "group cap");
  for (const { id, to, points, factor, group, when, from, until } of document.bonuses ?? []) {
    require(targets.includes(to), `target of ${id}`);
    require((points === undefined) !== (factor === undefined), `points or factor of ${id}`);
    require(points === undefined || isSize(Math.abs(points)), `points of ${id}`);
    require(factor === undefined || factor >= 0, `factor of ${id}`);
    require(group === undefined || Object.hasOwn(document.bonusGroups ?? {}, group), `group of ${id}`);
    require(from === undefined || until === undefined || from <= until, `dates of ${id}`);
    if (when) checkCondition(look, id, when, false);
  }
}

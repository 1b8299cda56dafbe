import type { Path } from "../core/issue.ts";
import type { IndicatorNode } from "../schema/model-document.ts";
import { COLUMNS_AFTER, COLUMNS_BEFORE } from "../schema/row-columns.ts";
import type { Check } from "./report.ts";

/** Names: one namespace for fields and measures, no prototype names, no columns of the row, nothing twice. */
export function checkNames(check: Check): void {
  const { model, report } = check;
  for (const [section, named] of [
    ["fields", model.fields],
    ["measures", model.measures ?? {}],
    ["dimensions", model.dimensions],
    ["bonusGroups", model.bonusGroups ?? {}],
  ] as const) {
    for (const id of Object.keys(named)) checkSafe(check, id, [section, id]);
  }
  for (const id of Object.keys(model.measures ?? {})) {
    if (check.field(id) !== undefined) report("model/name-taken", ["measures", id], `fields.${id}`, id);
  }
  const reserved: readonly string[] = [...COLUMNS_BEFORE, ...COLUMNS_AFTER];
  for (const id of check.dimensionIds) {
    if (reserved.includes(id)) report("model/reserved-name", ["dimensions", id], null, id);
    checkTreeNames(check, ["dimensions", id], model.dimensions[id]?.indicators ?? {});
  }
  checkOnce(check, ["bonuses"], "id", "id", model.bonuses ?? []);
  checkOnce(check, ["gates"], "id", "id", model.gates ?? []);
  checkOnce(check, ["cases"], "id", "id", model.cases ?? []);
  for (const [id, field] of Object.entries(model.fields)) {
    if (field.kind === "category") checkTexts(check, ["fields", id, "values"], "value", field.values ?? []);
  }
}

function checkTreeNames(check: Check, path: Path, nodes: { readonly [id: string]: IndicatorNode }): void {
  for (const id of Object.keys(nodes)) {
    const node = nodes[id] as IndicatorNode;
    checkSafe(check, id, [...path, "indicators", id]);
    if ("indicators" in node) checkTreeNames(check, [...path, "indicators", id], node.indicators);
  }
}

function checkSafe(check: Check, id: string, path: Path): void {
  if (id in Object.prototype) check.report("document/id", path, null, id);
}

/** Reports every entry of a list whose key stood in it before. */
export function checkOnce<K extends string>(
  check: Check,
  path: Path,
  key: K,
  what: string,
  list: readonly { readonly [P in K]: string }[],
): void {
  const seen = new Set<string>();
  list.forEach((entry, i) => {
    if (seen.has(entry[key])) check.report("model/duplicate", [...path, i, key], what, entry[key]);
    seen.add(entry[key]);
  });
}

/** Reports every text of a list that stood in it before. */
export function checkTexts(check: Check, path: Path, what: string, list: readonly string[]): void {
  list.forEach((text, i) => {
    if (list.indexOf(text) < i) check.report("model/duplicate", [...path, i], what, text);
  });
}

import type { Path } from "../core/issue.ts";
import { repeats } from "../core/repeats.ts";
import { rowColumns } from "../schema/row-columns.ts";
import type { Check } from "./report.ts";

/** Names: one namespace for fields and measures, no columns of the row, nothing twice. */
export function checkNames(check: Check): void {
  const { model, report } = check;
  for (const id of Object.keys(model.measures ?? {})) {
    if (check.field(id) !== undefined) report("model/name-taken", ["measures", id], `fields.${id}`, id);
  }
  const reserved: readonly string[] = rowColumns([]);
  for (const id of check.dimensionIds) {
    if (reserved.includes(id)) report("model/reserved-name", ["dimensions", id], reserved, id);
  }
  checkOnce(check, ["bonuses"], "id", "id", model.bonuses ?? []);
  checkOnce(check, ["gates"], "id", "id", model.gates ?? []);
  checkOnce(check, ["cases"], "id", "id", model.cases ?? []);
  for (const [id, field] of Object.entries(model.fields)) {
    if (field.kind === "category") checkTexts(check, ["fields", id, "values"], "value", field.values ?? []);
  }
}

/** Reports every entry of a list whose key stood in it before. */
export function checkOnce<K extends string>(
  check: Check,
  path: Path,
  key: K,
  what: string,
  list: readonly { readonly [P in K]: string }[],
): void {
  for (const i of repeats(list.map((entry) => entry[key]))) {
    check.report("model/duplicate", [...path, i, key], what, list[i]?.[key]);
  }
}

/** Reports every text of a list that stood in it before. */
export function checkTexts(check: Check, path: Path, what: string, list: readonly string[]): void {
  for (const i of repeats(list)) check.report("model/duplicate", [...path, i], what, list[i]);
}

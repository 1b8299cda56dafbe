import { GuanxiError } from "../../core/guanxi-error.ts";
import { type Issue, issue } from "../../core/issue.ts";
import { nearMiss } from "../../core/near-miss.ts";
import { fieldsRead } from "../../model/fields-read.ts";
import type { Model } from "../../schema/model-document.ts";
import { stop } from "../stop.ts";

/** Where in a row of the file everything stands. */
export interface Columns {
  readonly id: number;
  readonly idName: string;
  /** The fields that have a column. */
  readonly fields: readonly { readonly field: string; readonly at: number }[];
  readonly kept: readonly { readonly name: string; readonly at: number }[];
  readonly count: number;
}

export interface ColumnSettings {
  readonly delimiter: string;
  readonly id: string | undefined;
  /** Columns named by hand, by field. */
  readonly map: ReadonlyMap<string, string>;
  readonly keep: readonly string[];
}

/**
 * Finds the id, the fields and the kept columns among the names of a file, and refuses what is missing or could be two
 * columns. A field's column is the one named by hand, else the one of its name, else the single one of the same letters
 * and digits (`net_revenue` for `netRevenue`).
 *
 * @param ownColumns the names that the scores have themselves, without the id's
 */
export function findColumns(
  names: readonly string[],
  model: Model,
  settings: ColumnSettings,
  ownColumns: readonly string[],
): Columns {
  const fields = findFields(names, Object.keys(model.fields), fieldsRead(model), settings);
  const id = settings.id === undefined ? defaultId(names) : placeOf(names, settings.id, "--id");
  const idName = names[id] as string;
  const kept = settings.keep.flatMap((name) => (name === ALL ? allBut(names, id) : keptColumns(names, name)));
  const own = new Set(ownColumns);
  const taken = [idName, ...kept.filter((name) => name !== idName)].filter((name) => own.has(name));
  const again = kept.filter((name) => name === idName);
  if (taken.length + again.length > 0) stop("cli/column-taken", [], null, [...taken, ...again]);
  return {
    id,
    idName,
    fields,
    kept: [...new Set(kept)].map((name) => ({ name, at: placeOf(names, name, "--keep") })),
    count: names.length,
  };
}

export const ALL = "all";

/** Every column that has a name, but for the id. */
function allBut(names: readonly string[], id: number): readonly string[] {
  const others = names.filter((name, i) => i !== id && name !== "");
  const again = others.find((name, i) => others.indexOf(name) !== i);
  return again === undefined ? others : stop("cli/column-repeated", ["--keep"], null, again);
}

/** A list of names, unless the whole text is the name of one column. */
function keptColumns(names: readonly string[], text: string): readonly string[] {
  return names.includes(text) ? [text] : text.split(",").map((name) => name.trim());
}

/** The column called `id` in any case, else the first. */
function defaultId(names: readonly string[]): number {
  const exact = names.indexOf("id");
  const near = names.findIndex((name) => name.toLowerCase() === "id");
  return exact >= 0 ? exact : Math.max(near, 0);
}

function placeOf(names: readonly string[], name: string, option: string): number {
  const at = names.indexOf(name);
  if (at < 0) return stop("cli/column-unknown", [option], names, name, nearMiss(name, names));
  return names.indexOf(name, at + 1) < 0 ? at : stop("cli/column-repeated", [option], null, name);
}

/** @param needed the fields that must have a column */
export function findFields(
  names: readonly string[],
  ids: readonly string[],
  needed: readonly string[],
  settings: Pick<ColumnSettings, "map" | "delimiter">,
): Columns["fields"] {
  for (const field of settings.map.keys()) {
    if (!ids.includes(field)) stop("usage/unknown-field", ["--map"], ids, field, nearMiss(field, ids));
  }
  const exact = new Set(ids.filter((id) => !settings.map.has(id) && names.includes(id)));
  const rest = ids.filter((id) => !settings.map.has(id) && !exact.has(id));
  const issues: Issue[] = [];
  const fields: { field: string; at: number }[] = [];
  const missing: string[] = [];
  const isRead = new Set(needed);
  const bareNames = names.map(bare);
  for (const field of ids) {
    const named = settings.map.get(field) ?? (exact.has(field) ? field : undefined);
    if (named !== undefined) {
      fields.push({ field, at: placeOf(names, named, "--map") });
      continue;
    }
    const bareField = bare(field);
    const alike = names.filter((name, i) => bareNames[i] === bareField && !exact.has(name));
    const rivals = rest.filter((other) => bare(other) === bareField);
    if (alike.length === 1 && rivals.length === 1) fields.push({ field, at: names.indexOf(alike[0] as string) });
    else if (alike.length > 0) {
      const suggestion = `--map ${field}=${alike[0]}`;
      issues.push(issue("cli/column-ambiguous", [field], null, alike.length > 1 ? alike : rivals, suggestion));
    } else if (isRead.has(field)) missing.push(field);
  }
  if (missing.length > 0) issues.push(missingColumns(missing, names, settings.delimiter));
  if (issues.length > 0) throw new GuanxiError(issues);
  return fields;
}

/** One issue for all of them. What was likely meant: another delimiter, or a column of nearly that name. */
function missingColumns(missing: readonly string[], names: readonly string[], delimiter: string): Issue {
  const other = names.length === 1 ? [";", "\t", "|", ","].find((mark) => names[0]?.includes(mark)) : undefined;
  const suggestions = missing.flatMap((field) => {
    const near = nearMiss(bare(field), names.map(bare));
    return near === undefined ? [] : [`--map ${field}=${names.find((name) => bare(name) === near)}`];
  });
  const meant =
    other === undefined || other === delimiter
      ? suggestions.join(" ") || undefined
      : `--delimiter ${other === "\t" ? "tab" : other}`;
  return issue("cli/column-missing", [], missing, names, meant);
}

/** The letters and digits of a name, in one case. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

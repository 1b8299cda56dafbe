import { GuanxiError } from "../core/guanxi-error.ts";
import { type Issue, issue } from "../core/issue.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { FieldKind, Model } from "../schema/model-document.ts";
import { compileOptions } from "../score/read-options.ts";
import { type Column, type ColumnForm, type Columns, formOfColumn, lengthOf } from "./column.ts";
import { isDay } from "./columns/calendar-days.ts";
import type { ScoreColumnsOptions } from "./score-columns-options.ts";
import { NO_DAY, SIDES } from "./scored-columns.ts";

/** The forms of column that a field of each kind takes. */
const FORMS = {
  number: ["typed", "masked", "plain"],
  category: ["coded", "plain"],
  date: ["typed", "masked", "coded", "plain"],
  boolean: ["typed", "masked", "plain"],
} satisfies { readonly [K in FieldKind]: readonly ColumnForm[] };

/** The number of rows, once columns and options are known to be right; everything wrong is told at once. */
export function checkCall(model: Model, columns: Columns, options: ScoreColumnsOptions): number {
  requireParsed(model);
  const issues: Issue[] = [];
  compileOptions(model, null)({ asOf: options.asOf }, issues);
  const given = typeof columns === "object" && columns !== null ? columns : {};
  let rows: number | undefined;
  for (const [id, { kind }] of Object.entries(model.fields)) {
    const column = given[id];
    if (column === undefined) continue;
    const form = formOfColumn(column);
    const forms: readonly ColumnForm[] = FORMS[kind];
    if (form === null || !forms.includes(form)) {
      issues.push(issue("batch/column", [id], forms, form ?? "no column"));
      continue;
    }
    rows ??= lengthOf(column);
    for (const length of lengthsOf(column)) {
      if (length !== rows) issues.push(issue("batch/length", [id], rows, length));
    }
  }
  checkPrevious(options, rows ?? 0, issues);
  if (issues.length > 0) throw new GuanxiError(issues);
  return rows ?? 0;
}

/** The lengths a column has: its own, and that of its mask. */
function lengthsOf(column: Column): readonly number[] {
  const mask = "mask" in column ? column.mask : undefined;
  return mask === undefined ? [lengthOf(column)] : [lengthOf(column), mask.length];
}

function checkPrevious({ previous }: ScoreColumnsOptions, rows: number, issues: Issue[]): void {
  if (previous === null || previous === undefined) return;
  for (const key of ["tierEarned", "quadrantX", "quadrantY"] as const) {
    const column = previous[key];
    if (column === null || column === undefined) continue;
    if (column.codes.length !== rows) issues.push(issue("batch/length", ["previous", key], rows, column.codes.length));
    if (key === "tierEarned") continue;
    const strange = column.names.find((name) => !(SIDES as readonly string[]).includes(name));
    if (strange !== undefined) issues.push(issue("options/side", ["previous", key], ["high", "low"], strange));
  }
  const days = previous.tierValidUntil;
  if (days === null || days === undefined) return;
  if (days.length !== rows) issues.push(issue("batch/length", ["previous", "tierValidUntil"], rows, days.length));
  const strange = days.find((day) => day !== NO_DAY && !isDay(day));
  if (strange !== undefined) issues.push(issue("options/date", ["previous", "tierValidUntil"], null, strange));
}

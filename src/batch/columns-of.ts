import { requireParsed } from "../model/require-parsed.ts";
import type { Field, Model } from "../schema/model-document.ts";
import type { Column, Columns, PlainColumn } from "./column.ts";
import { typedColumn } from "./columns/typed-values.ts";
import { noRecord } from "./no-record.ts";

/**
 * The columns of records: typed arrays where every value of a field has a place in one, else the values as they are. Scored
 * as columns, each record gets what `score` answers for it, and what `safeScore` refuses is rejected for the same reasons.
 * Decimal text keeps its digits: what a double does not hold is rounded to the field's `places` as it is written.
 *
 * @param model whose fields name the columns; other keys of the records are ignored
 * @param records as `safeScore` takes them, in the order of the rows
 *
 * @example
 * ```ts
 * const columns = columnsOf(model, [{ value: 90, relationship: "79.995" }, { value: null, relationship: 40 }]);
 * columns.value; // new Float64Array([90, NaN])
 * columns.relationship; // new Float64Array([79.995, 40])
 * ```
 */
export function columnsOf(model: Model, records: Iterable<unknown>): Columns {
  requireParsed(model);
  const rows: readonly unknown[] = Array.isArray(records) ? records : [...records];
  const columns: { [field: string]: Column } = {};
  Object.entries(model.fields).forEach(([id, field], i) => {
    columns[id] = columnOf(id, field, rows, i === 0);
  });
  return columns;
}

function columnOf(id: string, field: Field, rows: readonly unknown[], isFirst: boolean): Column {
  // Not `map`, which leaves out the holes of a list.
  const values = Array.from(rows, (row) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) return isFirst ? noRecord(row) : null;
    return hasOwn.call(row, id) ? (row as { readonly [field: string]: unknown })[id] : null;
  });
  return typedColumn(field, values) ?? (values as PlainColumn);
}

const hasOwn = Object.prototype.hasOwnProperty;

import { GuanxiError } from "../../core/guanxi-error.ts";
import { type Issue, issue } from "../../core/issue.ts";
import { requireParsed } from "../../model/require-parsed.ts";
import type { Field, Model } from "../../schema/model-document.ts";
import type { Column, Columns } from "../column.ts";
import { ARROW_TYPES, readArrowColumn } from "./arrow-column.ts";
import type { ArrowVector } from "./arrow-vector.ts";

/**
 * A table or record batch of `apache-arrow`, by its structure: that library is not needed by this one. Columns are found by
 * the names of the model's fields.
 */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  readonly getChildAt: (index: number) => ArrowVector | null;
  /** The record batches of a table. */
  readonly batches?: readonly ArrowTable[];
}

/** A column is never a function, so no field's name can be mistaken for this. */
export function isArrowTable(value: unknown): value is ArrowTable {
  const { getChildAt, schema } = (value ?? {}) as { getChildAt?: unknown; schema?: { fields?: unknown } | null };
  return typeof getChildAt === "function" && Array.isArray(schema?.fields);
}

/** The columns of a model's fields in a table, its own memory wherever a column's type allows. */
export function columnsOfArrow(model: Model, table: ArrowTable): Columns {
  requireParsed(model);
  const names = table.schema.fields.map(({ name }) => name);
  const columns: { [field: string]: Column } = {};
  const issues: Issue[] = [];
  for (const [id, field] of Object.entries(model.fields)) {
    const at = names.indexOf(id);
    if (at < 0) continue;
    const isAgain = names.indexOf(id, at + 1) >= 0;
    const column = isAgain ? "two columns of that name" : readVector(field, table.getChildAt(at));
    if (typeof column === "string") issues.push(issue("batch/arrow-type", [id], ARROW_TYPES[field.kind], column));
    else if (column !== null) columns[id] = column;
  }
  if (issues.length > 0) throw new GuanxiError(issues);
  return withRows(columns, Object.keys(model.fields)[0] as string, table.numRows);
}

/** The column, `null` if it holds nothing, or what it is if it is none. */
function readVector(field: Field, vector: ArrowVector | null): Column | string | null {
  return vector === null ? null : readArrowColumn(field.kind, vector);
}

/** Rows without a single column are rows all the same. */
function withRows(columns: { [field: string]: Column }, firstField: string, rows: number): Columns {
  return Object.keys(columns).length > 0 ? columns : { [firstField]: new Array(rows).fill(null) };
}

import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import type { Field, FieldKind, Model } from "../schema/model-document.ts";
import type { AccountOf } from "../schema/scorecard.ts";
import type { CellSpelling } from "./cell-spelling.ts";
import { checkSpelling } from "./check-spelling.ts";
import { compileDateFormat } from "./date-format.ts";
import { unguardFormula } from "./formula-guard.ts";
import { compileBooleanWords } from "./read-boolean-text.ts";
import { compileField, isIssue } from "./read-field.ts";
import { compileNumberText, exampleNumber, type NumberTextReader } from "./read-number-text.ts";

/** A row of a table: a text for every field, missing where there is none or nothing but blanks. */
export type TextRow = { readonly [field: string]: string | null | undefined };

/** A record as `score` takes it, or everything that is wrong with the row. */
export type AccountOutcome<M extends Model = Model> = Outcome<"account", AccountOf<M>>;

/**
 * Reads a row of text cells, as a CSV file or a sheet holds them, into a record: numbers in JSON grammar, `true false yes
 * no 1 0` in any case, days as `YYYY-MM-DD`, blanks around a cell ignored, an empty cell missing. Other spellings hold
 * only where they are declared; anything else is an issue, never a guess. Numbers stay text, so no digit is lost.
 *
 * @param model whose fields name the cells; other cells are ignored
 * @param row a text for each field
 * @param options how cells are spelt where they differ
 *
 * @example
 * ```ts
 * const read = readAccount(model, { value: "1,250.50", relationship: "12.5%" }, { thousands: ",", percent: true });
 * read.ok && read.account; // { value: "1250.50", relationship: "12.5e-2" }
 * ```
 */
export function readAccount<M extends Model>(model: M, row: TextRow, options: CellSpelling = {}): AccountOutcome<M> {
  const reader = compileAccountReader(model.fields, options);
  return (reader.ok ? reader.read(row) : reader) as AccountOutcome<M>;
}

/** Reads many rows of one table. */
export type AccountReader = (row: unknown) => Outcome<"account", { readonly [field: string]: unknown }>;

/** The reader of a table's rows, or what is wrong with the spelling declared for it. */
export function compileAccountReader(
  fields: { readonly [id: string]: Field },
  spelling: CellSpelling,
): Outcome<"read", AccountReader> {
  const issues = checkSpelling(spelling);
  if (issues.length > 0) return { ok: false, issues };
  const ids = Object.keys(fields);
  const readers = ids.map((id) => compileCell(id, fields[id] as Field, spelling));
  const read: AccountReader = (row) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      return { ok: false, issues: [issue("record/kind", [], null, factOf(row))] };
    }
    const account: { [field: string]: unknown } = {};
    const found: Issue[] = [];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as string;
      const cell = hasOwn.call(row, id) ? (row as TextRow)[id] : undefined;
      const value = (readers[i] as CellReader)(cell);
      if (isFound(value)) found.push(value);
      else account[id] = value;
    }
    return found.length > 0 ? { ok: false, issues: found } : { ok: true, account };
  };
  return { ok: true, read };
}

const hasOwn = Object.prototype.hasOwnProperty;

/** The value of a cell as a record holds it, `null` if it is missing, or what is wrong with it. */
type CellValue = string | boolean | null;
export type CellReader = (cell: unknown) => CellValue | Issue;
type TextReader = (text: string) => CellValue | Issue;

export function isFound(value: CellValue | Issue): value is Issue {
  return typeof value === "object" && value !== null;
}

/** The spelling of a cell first, then what the field says of its value: its bounds, its list. */
export function compileCell(id: string, field: Field, spelling: CellSpelling): CellReader {
  const readText = compileSpelling(id, field.kind, spelling);
  const check = compileField(id, field);
  return (cell) => {
    const value = readText(cell);
    if (value === null || isFound(value)) return value;
    const checked = check(value);
    return isIssue(checked) ? checked : value;
  };
}

/** What a cell of a kind says in its spelling, whatever values are allowed. */
export function compileSpelling(id: string, kind: FieldKind, spelling: CellSpelling): CellReader {
  const readText = SPELLINGS[kind](id, spelling);
  const readNumber = compileNumberText(spelling);
  return (cell) => {
    if (isMissing(cell)) return null;
    if (typeof cell !== "string") return issue("record/type", [id], "a text", factOf(cell));
    const text = unguardFormula(cell.trim(), readNumber);
    return text === "" ? null : readText(text);
  };
}

const SPELLINGS = {
  number: numberText,
  category: () => (text) => text,
  date: dateText,
  boolean: booleanText,
} satisfies { readonly [K in FieldKind]: (id: string, spelling: CellSpelling) => TextReader };

function numberText(id: string, spelling: CellSpelling): TextReader {
  const read: NumberTextReader | null = compileNumberText(spelling);
  if (read === null) return (text) => text;
  const example = exampleNumber(spelling);
  return (text) => read(text) ?? issue("cell/number", [id], example, factOf(text));
}

function dateText(id: string, { dateFormat }: CellSpelling): TextReader {
  const read = dateFormat === undefined ? null : compileDateFormat(dateFormat);
  if (read === null) return (text) => text;
  return (text) => read(text) ?? issue("record/date", [id], dateFormat as string, factOf(text));
}

function booleanText(id: string, spelling: CellSpelling): TextReader {
  const { listed, meaning } = compileBooleanWords(spelling);
  return (text) => meaning(text) ?? issue("cell/boolean", [id], listed, factOf(text));
}

import type { Issue } from "../../core/issue.ts";
import type { CellSpelling } from "../../record/cell-spelling.ts";
import { compileSpelling } from "../../record/read-account.ts";
import { readDecimal } from "../../record/read-decimal.ts";
import type { FieldKind } from "../../schema/model-document.ts";
import type { AccrueEntry, AdjustEntry, ReverseAccrualEntry, TransferEntry } from "../../schema/points-ledger.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import type { Columns } from "../score/find-columns.ts";

/** The keys of entries that balances depend on. */
type EntryKey = Exclude<
  keyof (AccrueEntry & AdjustEntry & ReverseAccrualEntry & TransferEntry),
  "counterparty" | "note"
>;

/** What a row may hold: whose entry it is, and the keys of entries. */
export const ENTRY_FIELDS = {
  account: "category",
  id: "category",
  kind: "category",
  date: "date",
  points: "number",
  of: "category",
  source: "category",
  qualifyingPoints: "number",
  usableFrom: "date",
  lastUsableDay: "date",
  earned: "date",
} satisfies { readonly [K in EntryKey | "account"]: FieldKind };

/** What every table must have a column for. */
export const NEEDED_FIELDS: readonly (keyof typeof ENTRY_FIELDS)[] = ["account", "id", "kind", "date", "points"];

/** One row, read: an entry of unknown shape, or what is wrong with its cells. */
export interface ReadRow {
  readonly entry: unknown;
  readonly issues: readonly Issue[] | null;
}

/** The reader of rows. Every entry has all keys of the table, with or without a value: objects of one shape are read faster. */
export function entryReader(
  columns: Columns["fields"],
  spelling: CellSpelling,
): (rows: CsvRows, row: number) => ReadRow {
  const readers = columns
    .filter(({ field }) => field !== "account")
    .map(({ field, at }) => ({ field, at, read: compileEntryCell(field as keyof typeof ENTRY_FIELDS, spelling) }));
  const blank: { [key: string]: EntryValue } = {};
  for (const { field } of readers) blank[field] = undefined;
  return ({ cellAt }, row) => {
    const entry = { ...blank };
    let issues: Issue[] | null = null;
    for (const { field, at, read } of readers) {
      const cell = cellAt(row, at);
      if (cell === "") continue;
      const value = read(cell);
      if (isIssue(value)) issues = [...(issues ?? []), value];
      else entry[field] = value;
    }
    return { entry, issues };
  };
}

type EntryValue = string | number | boolean | null | undefined;

function isIssue(value: EntryValue | Issue): value is Issue {
  return typeof value === "object" && value !== null;
}

/** How a day is written that never comes. */
const NEVER = "never";

/** The value of a cell as an entry holds it; `undefined` if it is blank. */
function compileEntryCell(
  field: keyof typeof ENTRY_FIELDS,
  spelling: CellSpelling,
): (cell: string) => EntryValue | Issue {
  const read = compileSpelling(field, ENTRY_FIELDS[field], spelling);
  const isNumber = ENTRY_FIELDS[field] === "number";
  return (cell) => {
    if (isNumber && PLAIN_WHOLE.test(cell)) return Number(cell);
    if (field === "lastUsableDay" && cell.trim().toLowerCase() === NEVER) return null;
    const value = read(cell);
    if (value === null) return undefined;
    return isNumber && !isIssue(value) ? readDecimal(value, [field]) : value;
  };
}

/** What means the same in every spelling. */
const PLAIN_WHOLE = /^-?(?:0|[1-9][0-9]{0,14})$/;

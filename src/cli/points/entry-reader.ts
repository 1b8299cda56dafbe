import type { Issue } from "../../core/issue.ts";
import { writeDate } from "../../core/plain-date.ts";
import { PLAIN_KINDS, type PlainKind, plainPosting } from "../../points/plain-posting.ts";
import type { Posting } from "../../points/posting.ts";
import { readEntry } from "../../points/read-entry.ts";
import type { CellSpelling } from "../../record/cell-spelling.ts";
import { compileSpelling } from "../../record/read-account.ts";
import { readDecimal } from "../../record/read-decimal.ts";
import { compileNumberText } from "../../record/read-number-text.ts";
import type { FieldKind } from "../../schema/model-document.ts";
import type { AccrueEntry, AdjustEntry, ReverseAccrualEntry, TransferEntry } from "../../schema/points-ledger.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import { dayCodes, isDay } from "../csv/day-codes.ts";
import { plainText } from "../csv/plain-text.ts";
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

/** An entry that was read from a row, or what is wrong with it. */
export type ReadRow = Posting | readonly Issue[];

export function isUnread(read: ReadRow): read is readonly Issue[] {
  return Array.isArray(read);
}

/** Reads a row of a batch. */
export type RowReader = (row: number) => ReadRow;

/**
 * The reader of entries. Rows of an id, a kind, a day and points, which most are, are read column by column: cells that are
 * written alike are read once, plain numbers in place. Any other row is read by itself.
 */
export function entryReader(columns: Columns["fields"], spelling: CellSpelling): (rows: CsvRows) => RowReader {
  const placeOf = (field: keyof typeof ENTRY_FIELDS) => columns.find((column) => column.field === field)?.at as number;
  const [idAt, kindAt, dateAt, pointsAt] = [placeOf("id"), placeOf("kind"), placeOf("date"), placeOf("points")];
  const others = columns
    .filter(({ field }) => !NEEDED_FIELDS.includes(field as keyof typeof ENTRY_FIELDS))
    .map(({ at }) => at);
  const readNumber = compileNumberText(spelling);
  const readText = plainText(readNumber);
  const dayOf = dayCodes(compileSpelling("date", "date", spelling));
  const isIso = spelling.dateFormat === undefined;
  const readAnyRow = anyRowReader(columns, spelling);
  return (rows) => {
    const { cellAt } = rows;
    const readAny = readAnyRow(rows);
    if (readNumber !== null) return readAny;
    const kinds = rows.codesOf(kindAt, (cell) => PLAIN_KINDS.indexOf(readText(cell) as PlainKind));
    const days = isIso ? rows.daysAt(dateAt) : rows.codesOf(dateAt, dayOf);
    const points = rows.numbersAt(pointsAt);
    const hasOthers = rows.filledAt(others);
    return (row) => {
      const kind = PLAIN_KINDS[kinds[row] as number];
      const day = days[row] as number;
      if (kind === undefined || !isDay(day) || hasOthers[row] === 1) return readAny(row);
      const id = readText(cellAt(row, idAt));
      return plainPosting(kind, id, writeDate(day), day, points[row] as number) ?? readAny(row);
    };
  };
}

type Place = Columns["fields"][number];

/** The reader of rows one by one. Every entry has all keys of the table, with or without a value: objects of one shape are read faster. */
function anyRowReader(columns: readonly Place[], spelling: CellSpelling): (rows: CsvRows) => RowReader {
  const readers = columns
    .filter(({ field }) => field !== "account")
    .map(({ field, at }) => ({ field, at, read: compileEntryCell(field as keyof typeof ENTRY_FIELDS, spelling) }));
  const blank: { [key: string]: EntryValue } = {};
  for (const { field } of readers) blank[field] = undefined;
  return ({ cellAt }) =>
    (row) => {
      const entry = { ...blank };
      const issues: Issue[] = [];
      for (const { field, at, read } of readers) {
        const cell = cellAt(row, at);
        if (cell === "") continue;
        const value = read(cell);
        if (isIssue(value)) issues.push(value);
        else entry[field] = value;
      }
      if (issues.length > 0) return issues;
      return readEntry(entry, ownPath, issues) ?? issues;
    };
}

/** An entry stands alone in its row. */
const ownPath = (...keys: string[]) => keys;

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

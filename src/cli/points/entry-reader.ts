import type { Issue } from "../../core/issue.ts";
import type { CellSpelling } from "../../record/cell-spelling.ts";
import { compileCell, isFound } from "../../record/read-account.ts";
import type { Field } from "../../schema/model-document.ts";
import type { AccrueEntry, AdjustEntry, ReverseAccrualEntry, TransferEntry } from "../../schema/points-ledger.ts";
import type { Columns } from "../score/find-columns.ts";

/** The keys of entries that balances depend on. */
type EntryKey = Exclude<
  keyof (AccrueEntry & AdjustEntry & ReverseAccrualEntry & TransferEntry),
  "counterparty" | "note"
>;

const TEXT: Field = { kind: "category" };
const NUMBER: Field = { kind: "number" };
const DATE: Field = { kind: "date" };

/** What a row may hold: whose entry it is, and the keys of entries. */
export const ENTRY_FIELDS = {
  account: TEXT,
  id: TEXT,
  kind: TEXT,
  date: DATE,
  points: NUMBER,
  of: TEXT,
  source: TEXT,
  qualifyingPoints: NUMBER,
  usableFrom: DATE,
  lastUsableDay: DATE,
  earned: DATE,
} satisfies { readonly [K in EntryKey | "account"]: Field };

/** What every table must have a column for. */
export const NEEDED_FIELDS: readonly (keyof typeof ENTRY_FIELDS)[] = ["account", "id", "kind", "date", "points"];

/** One row, read: an entry of unknown shape, or what is wrong with its cells. */
export interface ReadRow {
  readonly entry: unknown;
  readonly issues: readonly Issue[] | null;
}

/** The reader of rows. */
export function entryReader(
  columns: Columns["fields"],
  spelling: CellSpelling,
): (cellAt: (at: number) => string) => ReadRow {
  const readers = columns
    .filter(({ field }) => field !== "account")
    .map(({ field, at }) => ({ field, at, read: compileEntryCell(field, spelling) }));
  return (cellAt) => {
    const entry: { [key: string]: unknown } = {};
    let issues: Issue[] | null = null;
    for (const { field, at, read } of readers) {
      const cell = cellAt(at);
      if (cell === "") continue;
      const value = read(cell);
      if (isIssue(value)) issues = [...(issues ?? []), value];
      else if (value !== undefined) entry[field] = value;
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
function compileEntryCell(field: string, spelling: CellSpelling): (cell: string) => EntryValue | Issue {
  const { kind } = (ENTRY_FIELDS as { readonly [field: string]: Field })[field] ?? TEXT;
  // A day in its usual spelling is read once, with the entry.
  const read = compileCell(field, kind === "date" && spelling.dateFormat === undefined ? TEXT : { kind }, spelling);
  const isNumber = kind === "number";
  return (cell) => {
    if (isNumber && PLAIN_WHOLE.test(cell)) return Number(cell);
    if (field === "lastUsableDay" && cell.trim().toLowerCase() === NEVER) return null;
    const value = read(cell);
    if (isFound(value)) return value;
    return value === null ? undefined : isNumber ? Number(value) : value;
  };
}

/** What means the same in every spelling. */
const PLAIN_WHOLE = /^-?(?:0|[1-9][0-9]{0,14})$/;

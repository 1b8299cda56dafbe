import { type Issue, issue } from "../../core/issue.ts";
import { MOST_ENTRIES } from "../../points/book.ts";
import { accountSettler } from "../../points/settle-account.ts";
import type { PointsPlan } from "../../schema/points-plan-document.ts";
import type { Cell } from "../../score/flat-row.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import type { Columns } from "../score/find-columns.ts";
import { type AccountRows, APART, type Gathering, sizeOf } from "./account-rows.ts";
import { layOutBalances } from "./balance-rows.ts";
import { entryReader } from "./entry-reader.ts";
import { type LeftOut, rejectedRow, rowsLeftOut } from "./left-out.ts";
import type { PointsSettings } from "./points-settings.ts";
import type { PointsTally } from "./points-tally.ts";

/** Where rows are written. */
export interface SettledTables {
  readonly balance: (row: readonly Cell[]) => void;
  readonly error: (row: readonly Cell[]) => void;
}

/** Settles a table as its rows come. */
export interface TableSettler {
  readonly columns: readonly string[];
  /** Takes in a batch of rows; `false` if the rows of an account do not stand together. */
  readonly add: (rows: CsvRows, out: SettledTables) => boolean;
  readonly end: (out: SettledTables) => void;
}

/** What a table is settled by. */
export interface Settling {
  readonly plan: PointsPlan;
  readonly settings: PointsSettings;
  /** The names of the columns, and where each field stands among them. */
  readonly names: readonly string[];
  readonly fields: Columns["fields"];
  readonly readAccount: (cell: string) => string;
  readonly gathering: Gathering;
  readonly tally: PointsTally;
}

export function tableSettler({ plan, settings, names, fields, readAccount, gathering, tally }: Settling): TableSettler {
  const accountAt = fields.find(({ field }) => field === "account")?.at ?? 0;
  const readEntries = entryReader(fields, settings.spelling);
  const settle = accountSettler(plan, settings.day, null);
  const layout = layOutBalances(plan, settings);
  const leaveOut = (out: SettledTables, account: string, rows: readonly LeftOut[], beside = 0) => {
    tally.leaveOut(account, rows, beside);
    for (const { row, code, field, message } of rows) out.error([row, account, code, field, message]);
  };
  const closeTooLarge = (complete: AccountRows, out: SettledTables) => {
    const { account, places, unread, beyond } = complete;
    const size = sizeOf(complete) + beyond;
    const first = Math.min(places[0] ?? Number.POSITIVE_INFINITY, unread[0]?.row ?? Number.POSITIVE_INFINITY);
    leaveOut(out, account, rejectedRow(first, [issue("ledger/size", [], MOST_ENTRIES, size)]), size - 1);
    const settlement = settle([]);
    tally.count(settlement);
    out.balance(layout.cells(account, size, settlement));
  };
  const close = (complete: AccountRows, out: SettledTables) => {
    if (complete.beyond > 0) {
      closeTooLarge(complete, out);
      return;
    }
    const { account } = complete;
    const settlement = settle(complete.postings);
    tally.count(settlement);
    const left = rowsLeftOut(settlement, complete);
    if (left.length > 0) leaveOut(out, account, left);
    const rowsLeft = left.length === 0 ? 0 : new Set(left.map(({ row }) => row)).size;
    out.balance(layout.cells(account, rowsLeft, settlement));
  };
  return {
    columns: layout.columns,
    add: (rows, out) => {
      const readEntry = readEntries(rows);
      const accounts: string[] = [];
      const codes = rows.codesOf(accountAt, (cell) => accounts.push(readAccount(cell)) - 1);
      for (let at = 0; at < rows.rows; at++) {
        const row = tally.readRow();
        const account = accounts[codes[at] as number] as string;
        const fault = faultOf(rows, at, account, names, accountAt);
        if (fault !== null) {
          leaveOut(out, "", rejectedRow(row, [fault]));
          continue;
        }
        const complete = gathering.add(account, row, readEntry(at));
        if (complete === APART) return false;
        if (complete !== null) close(complete, out);
      }
      return true;
    },
    end: (out) => {
      for (const each of gathering.end()) close(each, out);
    },
  };
}

/** What is wrong with a row as a row: then nobody knows whose it is. */
function faultOf(
  { widthOf, isMisquoted }: CsvRows,
  at: number,
  account: string,
  names: readonly string[],
  accountAt: number,
): Issue | null {
  if (isMisquoted(at)) return issue("cli/quotes", [], null, null);
  const width = widthOf(at);
  if (width !== names.length) return issue("cli/cells", [], names.length, width);
  return account === "" ? issue("cli/id-missing", [names[accountAt] as string], null, null) : null;
}

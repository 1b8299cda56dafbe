import type { Issue } from "../../core/issue.ts";
import { MOST_ENTRIES } from "../../points/book.ts";
import { ownText } from "../csv/own-text.ts";
import { idIndex } from "../score/id-index.ts";
import { stop } from "../stop.ts";
import type { ReadRow } from "./entry-reader.ts";

/** The rows of one account: all of them, unless they are more than a ledger can have entries. */
export interface AccountRows {
  readonly account: string;
  /** The entries of the rows that could be read. */
  readonly entries: readonly unknown[];
  /** The row of each entry, counted from 1; the line of names is 0. */
  readonly places: readonly number[];
  /** The rows that could not be read. */
  readonly unread: readonly UnreadRow[];
  /** How many more there are, which are not held. */
  readonly beyond: number;
}

/** A row with cells that say nothing, and what is wrong with them. */
export interface UnreadRow {
  readonly row: number;
  readonly issues: readonly Issue[];
}

interface Held extends AccountRows {
  readonly entries: unknown[];
  readonly places: number[];
  readonly unread: UnreadRow[];
  beyond: number;
}

function noRows(account: string): Held {
  return { account: ownText(account), entries: [], places: [], unread: [], beyond: 0 };
}

/** How many rows of an account are held. */
export function sizeOf({ places, unread }: AccountRows): number {
  return places.length + unread.length;
}

function hold(held: Held, row: number, { entry, issues }: ReadRow): void {
  if (sizeOf(held) === MOST_ENTRIES) held.beyond++;
  else if (issues === null) {
    held.entries.push(entry);
    held.places.push(row);
  } else held.unread.push({ row, issues });
}

/** Gathers the rows of accounts. */
export interface Gathering {
  /** An account that is complete now; `APART` if it has been complete before. */
  readonly add: (account: string, row: number, read: ReadRow) => AccountRows | null | typeof APART;
  /** The accounts that were not complete before the end. */
  readonly end: () => Iterable<AccountRows>;
}

/** Says that the rows of an account do not stand together. */
export const APART = "apart";

/** Accounts whose rows stand together: in memory are the rows of one, and the names of all. */
export function gatherTogether(): Gathering {
  const done = idIndex<true>();
  let open: Held | null = null;
  return {
    add: (account, row, read) => {
      if (open?.account === account) {
        hold(open, row, read);
        return null;
      }
      if (done.find(account)) return APART;
      const complete = open;
      open = noRows(account);
      hold(open, row, read);
      done.put(open.account, true);
      return complete;
    },
    end: () => (open === null ? [] : [open]),
  };
}

/** The most rows that are held. */
const MOST_HELD = 5_000_000;

/** Accounts whose rows stand anywhere: in memory are all rows, and no account is complete before the end. */
export function gatherApart(most = MOST_HELD): Gathering {
  const accounts = new Map<string, Held>();
  let size = 0;
  return {
    add: (account, row, { entry, issues }) => {
      if (++size > most) stop("cli/rows-held", [], most, null);
      let held = accounts.get(account);
      if (held === undefined) {
        held = noRows(account);
        accounts.set(held.account, held);
      }
      hold(held, row, { entry: ownTexts(entry), issues });
      return null;
    },
    end: () => accounts.values(),
  };
}

/** An entry that keeps nothing of the file alive but its own texts. */
function ownTexts(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null) return entry;
  const own: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(entry)) own[key] = typeof value === "string" ? ownText(value) : value;
  return own;
}

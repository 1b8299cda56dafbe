import type { Issue } from "../../core/issue.ts";
import { MOST_ENTRIES } from "../../points/book.ts";
import type { Posting } from "../../points/posting.ts";
import type { LedgerEntry } from "../../schema/points-ledger.ts";
import { ownText } from "../csv/own-text.ts";
import { firstRows } from "../score/first-rows.ts";
import { stop } from "../stop.ts";
import { isUnread, type ReadRow } from "./entry-reader.ts";

/** The rows of one account: all of them, unless they are more than a ledger can have entries. */
export interface AccountRows {
  readonly account: string;
  /** The entries of the rows that could be read. */
  readonly postings: readonly Posting[];
  /** The row of each of them, counted from 1; the line of names is 0. */
  readonly places: readonly number[];
  /** The rows that could not be read. */
  readonly unread: readonly UnreadRow[];
  /** How many more there are, which are not held. */
  readonly beyond: number;
}

/** A row that holds no entry, and what is wrong with it. */
export interface UnreadRow {
  readonly row: number;
  readonly issues: readonly Issue[];
}

interface Held extends AccountRows {
  readonly postings: Posting[];
  readonly places: number[];
  readonly unread: UnreadRow[];
  beyond: number;
}

function noRows(account: string): Held {
  return { account: ownText(account), postings: [], places: [], unread: [], beyond: 0 };
}

/** How many rows of an account are held. */
export function sizeOf({ places, unread }: AccountRows): number {
  return places.length + unread.length;
}

function hold(held: Held, row: number, read: ReadRow): void {
  if (sizeOf(held) === MOST_ENTRIES) held.beyond++;
  else if (isUnread(read)) held.unread.push({ row, issues: read });
  else {
    held.postings.push(read);
    held.places.push(row);
  }
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
  const begun = firstRows();
  let open: Held | null = null;
  return {
    add: (account, row, read) => {
      if (open?.account === account) {
        hold(open, row, read);
        return null;
      }
      if (begun.meet(account, row) !== null) return APART;
      const complete = open;
      open = noRows(account);
      hold(open, row, read);
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
    add: (account, row, read) => {
      if (++size > most) stop("cli/rows-held", [], most, null);
      let held = accounts.get(account);
      if (held === undefined) {
        held = noRows(account);
        accounts.set(held.account, held);
      }
      hold(held, row, isUnread(read) ? read : ownPosting(read));
      return null;
    },
    end: () => accounts.values(),
  };
}

/** A posting that keeps nothing of the file alive but its own texts. */
function ownPosting(posting: Posting): Posting {
  const own: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(posting.entry))
    own[key] = typeof value === "string" ? ownText(value) : value;
  return { ...posting, entry: own as unknown as LedgerEntry };
}

import type { Issue } from "../../core/issue.ts";
import { MOST_ENTRIES } from "../../points/book.ts";
import { ownText } from "../csv/own-text.ts";
import { idIndex } from "../score/id-index.ts";
import { stop } from "../stop.ts";

/** A row of one account: its entry, or what is wrong with it. */
export interface AccountRow {
  /** Counted from 1; the line of names is 0. */
  readonly row: number;
  readonly entry: unknown;
  readonly issues: readonly Issue[] | null;
}

/** The rows of one account: all of them, unless they are more than a ledger can have entries. */
export interface AccountRows {
  readonly account: string;
  readonly rows: readonly AccountRow[];
  /** How many more there are, which are not held. */
  readonly beyond: number;
}

interface Held extends AccountRows {
  readonly rows: AccountRow[];
  beyond: number;
}

function hold(held: Held, row: () => AccountRow): void {
  if (held.rows.length < MOST_ENTRIES) held.rows.push(row());
  else held.beyond++;
}

/** Gathers the rows of accounts. */
export interface Gathering {
  /** An account that is complete now; `APART` if it has been complete before. */
  readonly add: (account: string, row: AccountRow) => AccountRows | null | typeof APART;
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
    add: (account, row) => {
      if (open?.account === account) {
        hold(open, () => row);
        return null;
      }
      if (done.find(account)) return APART;
      const complete = open;
      open = { account: ownText(account), rows: [row], beyond: 0 };
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
    add: (account, row) => {
      if (++size > most) stop("cli/rows-held", [], most, null);
      const kept = () => ({ ...row, entry: ownTexts(row.entry) });
      const held = accounts.get(account);
      if (held !== undefined) hold(held, kept);
      else {
        const own = ownText(account);
        accounts.set(own, { account: own, rows: [kept()], beyond: 0 });
      }
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

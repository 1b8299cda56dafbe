import type { Issue } from "../../core/issue.ts";
import { ownText } from "../csv/own-text.ts";
import { idIndex } from "../score/id-index.ts";

/** A row of one account: its entry, or what is wrong with it. */
export interface AccountRow {
  /** Counted from 1; the line of names is 0. */
  readonly row: number;
  readonly entry: unknown;
  readonly issues: readonly Issue[] | null;
}

/** The rows of one account, all of them. */
export interface AccountRows {
  readonly account: string;
  readonly rows: readonly AccountRow[];
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
  let open: { readonly account: string; readonly rows: AccountRow[] } | null = null;
  return {
    add: (account, row) => {
      if (open?.account === account) {
        open.rows.push(row);
        return null;
      }
      if (done.find(account)) return APART;
      const complete = open;
      open = { account: ownText(account), rows: [row] };
      done.put(open.account, true);
      return complete;
    },
    end: () => (open === null ? [] : [open]),
  };
}

/** Accounts whose rows stand anywhere: in memory are all rows, and no account is complete before the end. */
export function gatherApart(): Gathering {
  const accounts = new Map<string, AccountRow[]>();
  return {
    add: (account, row) => {
      const rows = accounts.get(account);
      const kept = { ...row, entry: ownTexts(row.entry) };
      if (rows === undefined) accounts.set(ownText(account), [kept]);
      else rows.push(kept);
      return null;
    },
    *end() {
      for (const [account, rows] of accounts) yield { account, rows };
    },
  };
}

/** An entry that keeps nothing of the file alive but its own texts. */
function ownTexts(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null) return entry;
  const own: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(entry)) own[key] = typeof value === "string" ? ownText(value) : value;
  return own;
}

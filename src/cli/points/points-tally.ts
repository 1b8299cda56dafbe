import type { Settlement } from "../../points/settle-account.ts";
import { ownText } from "../csv/own-text.ts";
import { type ExactSum, exactSum } from "../exact-sum.ts";
import type { LeftOut } from "./left-out.ts";

/** The sums over all accounts, in the order of the summary. */
export const SUMMED = [
  "balance",
  "pending",
  "owed",
  "earned",
  "adjusted",
  "transferred",
  "spent",
  "expired",
  "reversed",
] as const;
export type Summed = (typeof SUMMED)[number];
const [, , ...TOTALS] = SUMMED;

/** What a run adds up while it goes, in memory that does not grow with the rows. */
export interface PointsTally {
  readonly count: (settlement: Settlement) => void;
  /** @param beside so many more, for the same reason as the last of the rows */
  readonly leaveOut: (account: string, rows: readonly LeftOut[], beside?: number) => void;
  readonly readRow: () => number;
  readonly rows: () => number;
  readonly accounts: () => number;
  readonly leftOut: () => number;
  readonly sums: () => { readonly [K in Summed]: string };
  /** The first few that were left out. */
  readonly firstLeftOut: readonly (LeftOut & { readonly account: string })[];
}

const MOST_NAMED = 10;

export function pointsTally(): PointsTally {
  const sums = Object.fromEntries(SUMMED.map((name) => [name, exactSum()])) as { readonly [K in Summed]: ExactSum };
  const firstLeftOut: (LeftOut & { readonly account: string })[] = [];
  let [rows, accounts, leftOut] = [0, 0, 0];
  return {
    count: ({ holdings }) => {
      accounts++;
      const { balance, pending, totals } = holdings;
      sums.balance.add(balance);
      sums.pending.add(pending);
      for (const name of TOTALS) sums[name].add(totals[name]);
    },
    leaveOut: (account, found, beside = 0) => {
      leftOut += beside;
      let last = -1;
      for (const each of found) {
        if (each.row === last) continue;
        last = each.row;
        leftOut++;
        if (firstLeftOut.length < MOST_NAMED) firstLeftOut.push({ ...each, account: ownText(account) });
      }
    },
    readRow: () => ++rows,
    rows: () => rows,
    accounts: () => accounts,
    leftOut: () => leftOut,
    sums: () =>
      Object.fromEntries(SUMMED.map((name) => [name, sums[name].text()])) as { readonly [K in Summed]: string },
    firstLeftOut,
  };
}

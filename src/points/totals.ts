import type { StatementTotals } from "../schema/points-statement.ts";
import type { Account } from "./account.ts";
import { lackOf, type Run } from "./run.ts";

/** Where all points that ever came in are. */
export function totalsOf({ lots, owed }: Account): StatementTotals {
  const totals = { earned: 0, adjusted: 0, transferred: 0, spent: 0, expired: 0, reversed: owed, owed };
  for (const lot of lots) {
    const { kind } = lot.posting.entry;
    if (kind === "accrue") totals.earned += lot.points;
    else totals[kind === "adjust" ? "adjusted" : "transferred"] += lot.points;
    totals.adjusted -= lot.adjusted;
    totals.transferred -= lot.transferred;
    totals.spent += lot.spent;
    totals.expired += lot.expired;
    totals.reversed += lot.reversed;
  }
  return totals;
}

/** The points of recorded entries that nothing covers. */
export function uncoveredOf({ shortfalls, redemptions }: Run): number {
  let sum = 0;
  for (const [posting, shortfall] of shortfalls) sum += redemptions.get(posting)?.uncovered ?? lackOf(shortfall);
  return sum;
}

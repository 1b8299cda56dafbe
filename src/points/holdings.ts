import type { Statement } from "../schema/points-statement.ts";
import { balanceOf } from "./account.ts";
import { expiringOf } from "./expiring.ts";
import type { Run } from "./run.ts";
import { totalsOf, uncoveredOf } from "./totals.ts";

/** The sums of a statement. */
export type Holdings = Pick<Statement, "balance" | "pending" | "totals" | "uncovered" | "expiring">;

export function holdingsOf(run: Run, day: number, withinDays: number | null): Holdings {
  const { account } = run;
  return {
    balance: balanceOf(account),
    pending: account.pending,
    totals: totalsOf(account),
    uncovered: uncoveredOf(run),
    expiring: expiringOf(account.lots, day, withinDays),
  };
}

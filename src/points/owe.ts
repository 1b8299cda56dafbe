import type { Account } from "./account.ts";
import { type Debts, noDebts, payOff } from "./debts.ts";
import { enqueue } from "./first-queue.ts";
import type { Lot } from "./lot.ts";

/** Points of a lot were taken back that it no longer has. */
export function owe(account: Account, lot: Lot, points: number): void {
  const debt = { points };
  lot.debts ??= noDebts();
  account.debts ??= noDebts();
  enqueue(lot.debts, debt);
  enqueue(account.debts, debt);
  account.owed += points;
}

/** The part of some points of a lot that repays debts: all of the account's, or those of one lot. */
export function repay(account: Account, payer: Lot, debts: Debts | null, points: number): number {
  if (debts === null) return 0;
  const repaid = payOff(debts, points);
  account.owed -= repaid;
  payer.reversed += repaid;
  return repaid;
}

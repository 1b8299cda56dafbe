import { dropFirst, type FirstQueue, firstOf, firstQueue } from "./first-queue.ts";

/** Points that an account owes: of a lot, taken back after they were gone. */
export interface Debt {
  points: number;
}

/** Debts of an account, or those of one of its lots; oldest first. */
export type Debts = FirstQueue<Debt>;

export function noDebts(): Debts {
  return firstQueue<Debt>(() => false);
}

/** Some points repay debts, oldest first. Answers how many of them did. */
export function payOff(debts: Debts, points: number): number {
  let rest = points;
  for (let debt = firstOf(debts); debt !== undefined && rest > 0; debt = firstOf(debts)) {
    const part = Math.min(rest, debt.points);
    rest -= part;
    debt.points -= part;
    if (debt.points === 0) dropFirst(debts);
  }
  return points - rest;
}

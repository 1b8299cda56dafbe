import { writeDate } from "../core/plain-date.ts";
import type { MovementKind } from "../schema/points-statement.ts";
import { type Account, balanceOf } from "./account.ts";
import type { Take } from "./lot.ts";
import type { Posting } from "./posting.ts";

/** What a movement is told by: who made it, and when. */
export interface Cause {
  readonly kind: MovementKind;
  readonly posting: Posting;
  readonly day: number;
}

/** The account before a movement. */
export interface Before {
  readonly balance: number;
  readonly pending: number;
}

/** How the account stands, where movements are told at all. */
export function before(account: Account): Before | null {
  return account.movements === null ? null : { balance: balanceOf(account), pending: account.pending };
}

/** Tells what changed since. */
export function tellMovement(
  account: Account,
  start: Before,
  { kind, posting, day }: Cause,
  takes: readonly Take[],
  sign: 1 | -1,
): void {
  const balance = balanceOf(account);
  const { pending } = account;
  account.movements?.push({
    date: day === posting.day ? posting.entry.date : writeDate(day),
    kind,
    entry: posting.entry.id,
    points: balance - start.balance,
    pendingPoints: pending - start.pending,
    balance,
    pending,
    lots: takes.map(({ slice, points }) => ({ entry: slice.lot.posting.entry.id, points: sign * points })),
  });
}

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

export function before(account: Account): Before {
  return { balance: balanceOf(account), pending: account.pending };
}

/** Tells what changed since, in the list of movements if there is one. */
export function tellMovement(
  account: Account,
  { balance, pending }: Before,
  { kind, posting, day }: Cause,
  takes: readonly Take[],
  sign: 1 | -1,
): void {
  const { movements } = account;
  if (movements === null) return;
  const now = before(account);
  movements.push({
    date: day === posting.day ? posting.entry.date : writeDate(day),
    kind,
    entry: posting.entry.id,
    points: now.balance - balance,
    pendingPoints: now.pending - pending,
    ...now,
    lots: takes.map(({ slice, points }) => ({ entry: slice.lot.posting.entry.id, points: sign * points })),
  });
}

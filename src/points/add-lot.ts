import type { Account } from "./account.ts";
import { expire } from "./advance.ts";
import type { Lot, Pool, Slice } from "./lot.ts";
import { putPoints } from "./move-points.ts";
import type { Posting } from "./posting.ts";
import { NEVER } from "./validity.ts";

/** A new lot, with all its points in one slice. */
export function addLot(account: Account, posting: Posting, points: number, usableFrom: number): Lot {
  const lot = newLot(posting, points, usableFrom);
  const { validity } = account.terms;
  const { lastUsable, earned, day } = posting;
  const isPooled = lastUsable === undefined && validity.isRolling;
  const pool = isPooled ? livingPool(account, day) : null;
  const last = isPooled ? NEVER : (lastUsable ?? validity.lastUsableDay(earned));
  addSlice(account, lot, points, { order: account.lots.length, lastUsable: last, pool, before: null });
  account.lots.push(lot);
  return lot;
}

function newLot(posting: Posting, points: number, usableFrom: number): Lot {
  const gone = { spent: 0, expired: 0, reversed: 0, adjusted: 0, transferred: 0 };
  return { ...gone, posting, usableFrom, points, takenBack: 0, slice: null };
}

/** One more slice of a lot, for points that come back after their last day: as if they were earned on this one. */
export function reinstate(account: Account, lot: Lot, points: number): void {
  const { validity } = account.terms;
  const pool = validity.isRolling ? livingPool(account, account.day) : null;
  const lastUsable = pool === null ? validity.lastUsableDay(account.day) : NEVER;
  const before = lot.slice as Slice;
  addSlice(account, lot, points, { order: before.order, lastUsable, pool, before });
}

function addSlice(
  account: Account,
  lot: Lot,
  points: number,
  terms: Pick<Slice, "order" | "lastUsable" | "pool" | "before">,
): void {
  const isPending = lot.usableFrom > account.day;
  const slice: Slice = { lot, ...terms, remaining: 0, isPending, isShelved: false, isShelvedBySource: false };
  lot.slice = slice;
  if (slice.pool !== null) slice.pool.slices.push(slice);
  if (isPending) {
    slice.remaining = points;
    account.pending += points;
    account.releases.add(slice);
  } else putPoints(account, slice, points);
  if (slice.lastUsable !== NEVER && slice.lastUsable >= account.day) account.expiries.add(slice);
}

/** The points that expire together; whatever comes in when none are alive begins anew. */
function livingPool(account: Account, day: number): Pool {
  account.pool ??= { lastUsable: account.terms.validity.lastUsableDay(day), slices: [] };
  return account.pool;
}

/** An activity keeps the living points that expire together alive for longer. */
export function extendPool({ pool, terms }: Account, day: number): void {
  if (pool !== null) pool.lastUsable = Math.max(pool.lastUsable, terms.validity.lastUsableDay(day));
}

/** What comes in after its last day expires at once. */
export function expireIfLate(account: Account, { slice }: Lot): void {
  if (slice !== null && slice.lastUsable < account.day) expire(account, slice, account.day);
}

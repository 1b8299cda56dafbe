import type { Account } from "./account.ts";
import { dropFirst, firstOf } from "./first-queue.ts";
import type { Pool, Slice, Take } from "./lot.ts";
import { arrive, takeFrom } from "./move-points.ts";
import { before, tellMovement } from "./movement-log.ts";
import { NEVER } from "./validity.ts";

/** Lets the days go by up to and with the given one: points become usable, and expire, each on its day. */
export function advance(account: Account, day: number): void {
  if (day <= account.day) return;
  for (;;) {
    const expiring = firstOf(account.expiries);
    const releasing = firstOf(account.releases);
    const own = expiring === undefined ? NEVER : expiring.lastUsable;
    const last = Math.min(own, account.pool === null ? NEVER : account.pool.lastUsable);
    const release = releasing === undefined ? NEVER : releasing.lot.usableFrom;
    if (Math.min(last + 1, release) > day) break;
    if (release <= last) releaseFirst(account, releasing as Slice);
    else if (own === last) expireFirst(account, expiring as Slice);
    else expirePool(account, account.pool as Pool);
  }
  account.day = day;
}

function releaseFirst(account: Account, slice: Slice): void {
  dropFirst(account.releases);
  slice.isPending = false;
  const { remaining, lot } = slice;
  if (remaining === 0) return;
  const start = before(account);
  account.pending -= remaining;
  slice.remaining = 0;
  arrive(account, slice, remaining);
  if (start !== null) {
    tellMovement(account, start, { kind: "release", posting: lot.posting, day: lot.usableFrom }, [], 1);
  }
}

function expireFirst(account: Account, slice: Slice): void {
  dropFirst(account.expiries);
  expire(account, slice, slice.lastUsable + 1);
}

function expirePool(account: Account, pool: Pool): void {
  account.pool = null;
  for (const slice of pool.slices) expire(account, slice, pool.lastUsable + 1);
}

/** What remains of a slice expires. */
export function expire(account: Account, slice: Slice, day: number): void {
  if (slice.remaining === 0) return;
  const start = before(account);
  const takes: Take[] | null = start === null ? null : [];
  takeFrom(account, slice, slice.remaining, "expired", takes);
  if (start !== null)
    tellMovement(account, start, { kind: "expire", posting: slice.lot.posting, day }, takes ?? [], -1);
}

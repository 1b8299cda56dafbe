import type { Account } from "./account.ts";
import { expire } from "./advance.ts";
import { enqueue } from "./first-queue.ts";
import type { Lot, Pool, Slice } from "./lot.ts";
import { arrive, shelve } from "./move-points.ts";
import type { Posting } from "./posting.ts";
import { NEVER } from "./validity.ts";

/** A new lot, with all its points in one slice. What is owed is repaid from it when its points become usable. */
export function addLot(account: Account, posting: Posting, points: number, usableFrom: number): Lot {
  const lot = newLot(posting, points, usableFrom);
  const { validity } = account.terms;
  const isActivity = points > 0 || validity.zeroPointsExtend;
  const pool = isActivity ? extendPool(account, posting.day) : null;
  const life = lifeOf(account, pool, posting.lastUsable, posting.earned);
  const slice = addSlice(account, lot, life, account.lots.length, null);
  account.lots.push(lot);
  if (slice.isPending) {
    slice.remaining = points;
    account.pending += points;
    enqueue(account.releases, slice);
  } else arrive(account, slice, points);
  return lot;
}

function newLot(posting: Posting, points: number, usableFrom: number): Lot {
  return {
    posting,
    usableFrom,
    points,
    takenBack: 0,
    debts: null,
    slice: null,
    spent: 0,
    expired: 0,
    reversed: 0,
    adjusted: 0,
    transferred: 0,
  };
}

/** One more slice of a lot, for points that come back after their last day: as if they were earned on this one. */
export function reinstate(account: Account, lot: Lot, points: number): void {
  const before = lot.slice as Slice;
  const life = lifeOf(account, extendPool(account, account.day), undefined, account.day);
  shelve(account, addSlice(account, lot, life, before.order, before), points);
}

/**
 * Under rolling expiry, what comes in keeps everything alive for longer that expires with the pool, or begins a new pool
 * if none is alive; otherwise there is none.
 */
function extendPool(account: Account, day: number): Pool | null {
  const { isRolling, lastUsableDay } = account.terms.validity;
  if (!isRolling) return null;
  const last = lastUsableDay(day);
  if (account.pool === null) account.pool = { lastUsable: last, slices: [] };
  else account.pool.lastUsable = Math.max(account.pool.lastUsable, last);
  return account.pool;
}

type Life = Pick<Slice, "lastUsable" | "pool">;

/** Until when points live: their own last day comes first, then the pool, then the plan. */
function lifeOf({ terms }: Account, pool: Pool | null, lastUsable: number | undefined, earned: number): Life {
  if (lastUsable !== undefined) return { lastUsable, pool: null };
  return pool === null ? { lastUsable: terms.validity.lastUsableDay(earned), pool } : { lastUsable: NEVER, pool };
}

function addSlice(account: Account, lot: Lot, { lastUsable, pool }: Life, order: number, before: Slice | null): Slice {
  const slice: Slice = {
    lot,
    order,
    lastUsable,
    pool,
    before,
    remaining: 0,
    isPending: lot.usableFrom > account.day,
    isShelved: false,
    isShelvedBySource: false,
  };
  lot.slice = slice;
  if (pool !== null) pool.slices.push(slice);
  if (lastUsable !== NEVER && lastUsable >= account.day) enqueue(account.expiries, slice);
  return slice;
}

/** What comes in after its last day expires at once. */
export function expireIfLate(account: Account, { slice }: Lot): void {
  if (slice !== null && slice.lastUsable < account.day) expire(account, slice, account.day);
}

import { type Account, shelfOfSource } from "./account.ts";
import type { Gone, Slice, Take } from "./lot.ts";
import { repay } from "./owe.ts";
import { sourceOf } from "./posting.ts";
import { firstOn, putOn, type Shelf } from "./shelf.ts";

/** New points can be spent from now on. What is owed is repaid from them first. */
export function arrive(account: Account, slice: Slice, points: number): void {
  shelve(account, slice, points - repay(account, slice.lot, account.debts, points));
}

/** Points of a slice can be spent from now on. */
export function shelve(account: Account, slice: Slice, points: number): void {
  if (points === 0) return;
  slice.remaining += points;
  account.shelf.usable += points;
  putOn(account.shelf, slice);
  if (account.shelves === null) return;
  const own = shelfOfSource(account, sourceOf(slice.lot.posting));
  own.usable += points;
  putOn(own, slice);
}

/** Takes points out of one slice. */
export function takeFrom(account: Account, slice: Slice, points: number, where: Gone, takes: Take[] | null): void {
  slice.remaining -= points;
  slice.lot[where] += points;
  takes?.push({ slice, points });
  if (slice.isPending) {
    account.pending -= points;
    return;
  }
  account.shelf.usable -= points;
  if (account.shelves !== null) shelfOfSource(account, sourceOf(slice.lot.posting)).usable -= points;
}

/** Takes points off a shelf, first ones first; there are so many. */
export function takeFirst(account: Account, shelf: Shelf, points: number, where: Gone, takes: Take[] | null): void {
  for (let rest = points; rest > 0; ) {
    const slice = firstOn(shelf) as Slice;
    const taken = Math.min(rest, slice.remaining);
    takeFrom(account, slice, taken, where, takes);
    rest -= taken;
  }
}

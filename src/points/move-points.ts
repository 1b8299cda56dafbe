import { type Account, shelfOfSource } from "./account.ts";
import type { Gone, Slice, Take } from "./lot.ts";
import { sourceOf } from "./posting.ts";
import type { Shelf } from "./shelf.ts";

/** Points of a slice can be spent from now on. What is owed is repaid from them first. */
export function putPoints(account: Account, slice: Slice, points: number): void {
  const repaid = repay(account, slice, points);
  const kept = points - repaid;
  if (kept === 0) return;
  slice.remaining += kept;
  account.shelf.usable += kept;
  account.shelf.put(slice);
  if (account.shelves === null) return;
  const own = shelfOfSource(account, sourceOf(slice.lot.posting));
  own.usable += kept;
  own.put(slice);
}

/** The part of some points that goes to what is owed. */
export function repay(account: Account, { lot }: Slice, points: number): number {
  const repaid = Math.min(account.owed, points);
  account.owed -= repaid;
  lot.reversed += repaid;
  return repaid;
}

/** Takes points out of one slice. */
export function takeFrom(account: Account, slice: Slice, points: number, where: Gone, takes: Take[]): void {
  slice.remaining -= points;
  slice.lot[where] += points;
  takes.push({ slice, points });
  if (slice.isPending) {
    account.pending -= points;
    return;
  }
  account.shelf.usable -= points;
  if (account.shelves !== null) shelfOfSource(account, sourceOf(slice.lot.posting)).usable -= points;
}

/** Takes points off a shelf, first ones first; there are so many. */
export function takeFirst(account: Account, shelf: Shelf, points: number, where: Gone): Take[] {
  const takes: Take[] = [];
  for (let rest = points; rest > 0; ) {
    const slice = shelf.first() as Slice;
    const taken = Math.min(rest, slice.remaining);
    takeFrom(account, slice, taken, where, takes);
    rest -= taken;
  }
  return takes;
}

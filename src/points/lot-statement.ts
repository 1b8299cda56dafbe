import { writeDate } from "../core/plain-date.ts";
import type { LotStatement } from "../schema/points-statement.ts";
import { type Lot, lastUsableOf, remainingOf, type Slice } from "./lot.ts";
import { type Posting, sourceOf } from "./posting.ts";
import { NEVER } from "./validity.ts";

/** A lot as people read it. */
export function lotStatement(lot: Lot): LotStatement {
  const { posting, points, spent, expired, reversed, adjusted, transferred } = lot;
  const slice = lot.slice as Slice;
  const last = lastUsableOf(slice);
  return {
    entry: posting.entry.id,
    source: sourceOf(posting) ?? null,
    earned: dayOf(posting, posting.earned),
    usableFrom: dayOf(posting, lot.usableFrom),
    lastUsableDay: last === NEVER ? null : writeDate(last),
    isPending: slice.isPending,
    points,
    remaining: remainingOf(lot),
    spent,
    expired,
    reversed,
    adjusted,
    transferred,
  };
}

function dayOf({ entry, day }: Posting, asked: number): string {
  return asked === day ? entry.date : writeDate(asked);
}

import { LONGEST_NAME, MOST_POINTS } from "../schema/limits.ts";
import type { AdjustEntry, RedeemEntry } from "../schema/points-ledger.ts";
import { LEAST_POINTS } from "./entry-keys.ts";
import type { Posting } from "./posting.ts";

/** The kinds of entries that need nothing but an id, a day and points. */
export const PLAIN_KINDS = ["accrue", "redeem", "adjust", "transfer"] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/**
 * What `readEntry` makes of `{ id, kind, date, points }`, without looking for anything else; `null` where something is wrong
 * with it, which `readEntry` can tell.
 *
 * @param date the day as it is written
 */
export function plainPosting(kind: PlainKind, id: string, date: string, day: number, points: number): Posting | null {
  const isGood =
    id !== "" &&
    id.length <= LONGEST_NAME &&
    points >= LEAST_POINTS[kind] &&
    points <= MOST_POINTS &&
    Number.isInteger(points);
  if (!isGood) return null;
  // −0 is 0.
  const entry = { id, kind, date, points: points === 0 ? 0 : points } as RedeemEntry | AdjustEntry;
  return { entry, day, earned: day, usableFrom: undefined, lastUsable: undefined, target: undefined };
}

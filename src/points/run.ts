import type { Refusal, RefusalReason } from "../schema/points-ledger.ts";
import type { Account } from "./account.ts";
import type { Lot, Take } from "./lot.ts";
import type { Posting } from "./posting.ts";

/** What a redemption took, so far as it was not given back. */
export interface Redemption {
  readonly takes: Take[];
  /** Its points, those included that nothing covers. */
  left: number;
  uncovered: number;
}

/** One reckoning of postings, in their order. */
export interface Run {
  readonly account: Account;
  /** A new entry that cannot be is refused; a recorded one is a fact, and takes what there is. */
  readonly isNew: (posting: Posting) => boolean;
  /** What is reversed somewhere, and must be remembered. */
  readonly targets: ReadonlySet<Posting>;
  lots: ReadonlyMap<Posting, Lot>;
  redemptions: ReadonlyMap<Posting, Redemption>;
  refusals: ReadonlyMap<Posting, Refusal>;
  /** The recorded entries that could not be as they were recorded. */
  shortfalls: ReadonlyMap<Posting, Shortfall>;
}

/** Of no posting. Most accounts never have anything to put in its place. */
export const NOTHING: ReadonlyMap<Posting, never> = /* @__PURE__ */ new Map<Posting, never>();

/** Puts something into a map, or a new map in the place of `NOTHING`. */
export function put<T>(map: ReadonlyMap<Posting, T>, posting: Posting, what: T): ReadonlyMap<Posting, T> {
  if (map === NOTHING) return new Map([[posting, what]]);
  return (map as Map<Posting, T>).set(posting, what);
}

/** What an entry asked for, and what it got. */
export interface Shortfall {
  readonly asked: number;
  readonly available: number;
}

export function lackOf(shortfall: Shortfall | undefined): number {
  return shortfall === undefined ? 0 : shortfall.asked - shortfall.available;
}

/** How many of the points that a posting asks for it gets: all, or none and `null`, or what there is. */
export function grant(run: Run, posting: Posting, reason: RefusalReason, asked: number, there: number): number | null {
  if (asked <= there) return asked;
  const available = Math.max(0, there);
  if (run.isNew(posting)) {
    run.refusals = put(run.refusals, posting, { id: posting.entry.id, reason, asked, available });
    return null;
  }
  const before = run.shortfalls.get(posting);
  run.shortfalls = put(run.shortfalls, posting, { asked: before?.asked ?? asked, available });
  return available;
}

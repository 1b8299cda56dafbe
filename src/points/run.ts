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
  readonly lots: Map<Posting, Lot>;
  readonly redemptions: Map<Posting, Redemption>;
  readonly refusals: Map<Posting, Refusal>;
  /** The recorded entries that could not be as they were recorded. */
  readonly shortfalls: Map<Posting, Shortfall>;
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
    run.refusals.set(posting, { id: posting.entry.id, reason, asked, available });
    return null;
  }
  run.shortfalls.set(posting, { asked: run.shortfalls.get(posting)?.asked ?? asked, available });
  return available;
}

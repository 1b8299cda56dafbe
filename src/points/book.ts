import type { LedgerEntry } from "../schema/points-ledger.ts";
import type { Posting } from "./posting.ts";
import { emptyRoll, type Roll } from "./roll.ts";

/** A ledger as it is reckoned with. */
export interface Book {
  /** As they were told. */
  readonly told: readonly Posting[];
  /** In the order of evaluation. */
  readonly postings: readonly Posting[];
  readonly roll: Roll;
  /** All points that ever came in, and those that count toward a tier: what keeps every sum exact. */
  readonly volume: number;
}

/** The most entries of one ledger. */
export const MOST_ENTRIES = 1_000_000;

/** The book of an empty ledger. */
export const EMPTY_BOOK: Book = /* @__PURE__ */ (() => ({ told: [], postings: [], roll: emptyRoll(), volume: 0 }))();

/** The points that an entry brings, and those that count toward a tier. */
export function volumeOf(entry: LedgerEntry): number {
  const qualifying = entry.kind === "accrue" || entry.kind === "adjust" ? Math.abs(entry.qualifyingPoints ?? 0) : 0;
  const isIn = entry.kind === "accrue" || entry.kind === "adjust" || entry.kind === "transfer";
  return qualifying + (isIn ? Math.max(0, entry.points) : 0);
}

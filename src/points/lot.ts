import type { Debts } from "./debts.ts";
import type { Posting } from "./posting.ts";

/** Where points that are gone from a lot went. */
export type Gone = "spent" | "expired" | "reversed" | "adjusted" | "transferred";

/** Points that came in together, and what became of them: points = remaining of its slices + all that is gone. */
export type Lot = { [K in Gone]: number } & {
  readonly posting: Posting;
  readonly usableFrom: number;
  readonly points: number;
  /** How much of the entry was reversed. */
  takenBack: number;
  /** What the account owes for it; `null` if it never owed any. */
  debts: Debts | null;
  /** The slice that was added last; `null` before there is one. */
  slice: Slice | null;
};

/**
 * Points of a lot with one last day. A lot has one slice; each time that points come back to it after their last day and
 * are reinstated, it gets one more.
 */
export interface Slice {
  readonly lot: Lot;
  /** Its place among all lots, for those that are otherwise equal. */
  readonly order: number;
  /** For ever is `NEVER`; of points that expire together, see `pool`. */
  readonly lastUsable: number;
  /** Under rolling expiry: the points it lives and dies with. */
  readonly pool: Pool | null;
  remaining: number;
  isPending: boolean;
  /** Whether it stands in the queue of all that can be spent, and in that of its source. */
  isShelved: boolean;
  isShelvedBySource: boolean;
  /** The slice of the lot that was added before. */
  readonly before: Slice | null;
}

/** Points that expire together, on a day that activities move on. */
export interface Pool {
  lastUsable: number;
  readonly slices: Slice[];
}

export function lastUsableOf({ lastUsable, pool }: Slice): number {
  return pool === null ? lastUsable : pool.lastUsable;
}

/** The points of a lot that are not gone. */
export function remainingOf({ slice }: Lot): number {
  let sum = 0;
  for (let each = slice; each !== null; each = each.before) sum += each.remaining;
  return sum;
}

/** So many points of a slice. */
export interface Take {
  readonly slice: Slice;
  points: number;
}

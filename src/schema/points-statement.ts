import type { EntryKind } from "./points-ledger.ts";

/** What one account's points are on a day. Every point that ever came in is in exactly one of the totals. */
export interface Statement {
  readonly asOf: string;
  /** Points that can be spent on that day; below 0 where the account owes more than it has. */
  readonly balance: number;
  /** Points earned that cannot be spent yet. */
  readonly pending: number;
  readonly totals: StatementTotals;
  /** Points of recorded entries that the lots cannot cover; other than 0 only under another plan than the one posted by. */
  readonly uncovered: number;
  /** By who funds them, in the order of first mention; points without a source come under `null`. */
  readonly sources: readonly SourceBalance[];
  /** Every lot there ever was, in the order of the dates. */
  readonly lots: readonly LotStatement[];
  readonly expiring: Expiring;
  /** Every change of the balance or of pending points, in the order of the dates. */
  readonly movements: readonly Movement[];
}

/** earned + adjusted + transferred = balance + pending + spent + expired + reversed */
export interface StatementTotals {
  readonly earned: number;
  /** Corrections up less corrections down. */
  readonly adjusted: number;
  /** Points from other accounts less points to others. */
  readonly transferred: number;
  /** Redeemed and not given back. */
  readonly spent: number;
  readonly expired: number;
  /** Earned points that were taken back, owed ones included. */
  readonly reversed: number;
  /** Taken back after they were spent, and not repaid yet. */
  readonly owed: number;
}

export interface SourceBalance {
  readonly source: string | null;
  /** Points that can be spent, before what the account owes. */
  readonly usable: number;
  readonly pending: number;
}

/** points = remaining + spent + expired + reversed + adjusted + transferred */
export interface LotStatement {
  /** The entry that brought the points. */
  readonly entry: string;
  readonly source: string | null;
  /** The day they were earned. */
  readonly earned: string;
  readonly usableFrom: string;
  /** The last day they can be (or could be) spent; `null` for ever. */
  readonly lastUsableDay: string | null;
  readonly isPending: boolean;
  readonly points: number;
  readonly remaining: number;
  readonly spent: number;
  readonly expired: number;
  /** Taken back, or kept to repay what was owed. */
  readonly reversed: number;
  /** Taken by corrections. */
  readonly adjusted: number;
  readonly transferred: number;
}

/** What expires if nothing more happens. */
export interface Expiring {
  /** Within so many days of the statement; `null` for all that will ever expire. */
  readonly withinDays: number | null;
  readonly points: number;
  readonly days: readonly { readonly lastUsableDay: string; readonly points: number }[];
}

/** The kinds of entry, and what happens by itself: pending points become usable (`release`), points expire (`expire`). */
export type MovementKind = EntryKind | "release" | "expire";

export interface Movement {
  readonly date: string;
  readonly kind: MovementKind;
  /** The entry; of a release or expiry, the one that brought the points. */
  readonly entry: string;
  /** The change of the balance. */
  readonly points: number;
  /** The change of the pending points. */
  readonly pendingPoints: number;
  /** After it. */
  readonly balance: number;
  readonly pending: number;
  /** The lots it took from (below 0) or put into, by the entry that brought them. */
  readonly lots: readonly { readonly entry: string; readonly points: number }[];
}

export interface StatementOptions {
  /** How many days ahead `expiring` looks. Default: to the end. */
  readonly expiringWithin?: number;
}

import type { PointsPlan, PointsPlanDocument } from "../schema/points-plan-document.ts";
import type { Movement } from "../schema/points-statement.ts";
import type { Debts } from "./debts.ts";
import { type FirstQueue, firstQueue } from "./first-queue.ts";
import type { Lot, Pool, Slice } from "./lot.ts";
import { emptyShelf, type Shelf } from "./shelf.ts";
import { type Validity, validityOf } from "./validity.ts";

type Policies = Pick<PointsPlanDocument, "consumption" | "negativeBalance" | "expiredOnReversal">;

/** How a plan reckons. */
export interface Terms extends Required<Policies> {
  readonly validity: Validity;
}

/** Plans are frozen, so what they say is looked up once. */
const known: WeakMap<PointsPlan, Terms> = /* @__PURE__ */ new WeakMap();

export function termsOf(plan: PointsPlan): Terms {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const terms: Terms = {
    validity: validityOf(plan),
    consumption: plan.consumption ?? "earliest-expiry",
    negativeBalance: plan.negativeBalance ?? "block",
    expiredOnReversal: plan.expiredOnReversal ?? "lost",
  };
  known.set(plan, terms);
  return terms;
}

/** The points of one account, while the days go by. */
export interface Account {
  readonly terms: Terms;
  /** Reckoned up to this day: of a later one nothing has happened. */
  day: number;
  pending: number;
  /** Taken back after they were spent, and not repaid yet. */
  owed: number;
  /** What it is made of; `null` if it never owed any. */
  debts: Debts | null;
  /** All that can be spent, before what is owed. */
  readonly shelf: Shelf;
  /** The same by source; `null` where no entry speaks of one. */
  readonly shelves: Map<string | undefined, Shelf> | null;
  /** Pending points by their first day. */
  readonly releases: FirstQueue<Slice>;
  /** Points by their last day, but for those that expire together. */
  readonly expiries: FirstQueue<Slice>;
  /** Those that expire together, as long as they live. */
  pool: Pool | null;
  readonly lots: Lot[];
  /** What happened so far, where that is asked for. */
  readonly movements: Movement[] | null;
}

export function openAccount(terms: Terms, hasSources: boolean, movements: Movement[] | null): Account {
  return {
    terms,
    day: Number.NEGATIVE_INFINITY,
    pending: 0,
    owed: 0,
    debts: null,
    shelf: emptyShelf(terms.consumption, "isShelved"),
    shelves: hasSources ? new Map() : null,
    releases: firstQueue(isReleasedBefore),
    expiries: firstQueue(isExpiredBefore),
    pool: null,
    lots: [],
    movements,
  };
}

function isReleasedBefore(a: Slice, b: Slice): boolean {
  const [day, other] = [a.lot.usableFrom, b.lot.usableFrom];
  return day === other ? a.order < b.order : day < other;
}

function isExpiredBefore(a: Slice, b: Slice): boolean {
  return a.lastUsable === b.lastUsable ? a.order < b.order : a.lastUsable < b.lastUsable;
}

/** What can be spent: the points that are usable, less those that are owed. */
export function balanceOf({ shelf, owed }: Account): number {
  return shelf.usable - owed;
}

/** The points of one source that can be spent; all of them where no entry speaks of sources. */
export function shelfOfSource({ shelf: all, shelves, terms }: Account, source: string | undefined): Shelf {
  if (shelves === null) return all;
  const known = shelves.get(source);
  if (known !== undefined) return known;
  const added = emptyShelf(terms.consumption, "isShelvedBySource");
  shelves.set(source, added);
  return added;
}

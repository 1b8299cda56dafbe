import type { Consumption } from "../schema/points-plan-document.ts";
import { dropFirst, enqueue, type FirstQueue, firstOf, firstQueue } from "./first-queue.ts";
import { lastUsableOf, type Slice } from "./lot.ts";

/** Points that can be spent, in the order in which they are: of one source, or all. */
export interface Shelf {
  usable: number;
  /** Which of the marks of a slice tells that it stands here. */
  readonly mark: "isShelved" | "isShelvedBySource";
  readonly isBefore: IsBefore;
  readonly own: FirstQueue<Slice>;
  /** Those that expire together, once there are any: their last day moves, and must not decide within a queue. */
  pooled: FirstQueue<Slice> | null;
}

type IsBefore = (a: Slice, b: Slice) => boolean;

export function emptyShelf(consumption: Consumption, mark: Shelf["mark"]): Shelf {
  const isBefore: IsBefore = ORDERS[consumption];
  return { usable: 0, mark, isBefore, own: firstQueue(isBefore), pooled: null };
}

export function putOn(shelf: Shelf, slice: Slice): void {
  if (slice[shelf.mark]) return;
  slice[shelf.mark] = true;
  if (slice.pool === null) enqueue(shelf.own, slice);
  else {
    shelf.pooled ??= firstQueue(isEarlier);
    enqueue(shelf.pooled, slice);
  }
}

/** The points that are spent next. */
export function firstOn(shelf: Shelf): Slice | undefined {
  const own = firstLeft(shelf, shelf.own);
  if (shelf.pooled === null) return own;
  const pooled = firstLeft(shelf, shelf.pooled);
  return own === undefined ? pooled : pooled === undefined || shelf.isBefore(own, pooled) ? own : pooled;
}

function firstLeft({ mark }: Shelf, queue: FirstQueue<Slice>): Slice | undefined {
  for (;;) {
    const slice = firstOf(queue);
    if (slice === undefined || slice.remaining > 0) return slice;
    slice[mark] = false;
    dropFirst(queue);
  }
}

function isEarlier(a: Slice, b: Slice): boolean {
  const [day, other] = [a.lot.posting.earned, b.lot.posting.earned];
  return day === other ? a.order < b.order : day < other;
}

const ORDERS = {
  "earliest-expiry": (a, b) => {
    const [day, other] = [lastUsableOf(a), lastUsableOf(b)];
    return day === other ? isEarlier(a, b) : day < other;
  },
  "first-in-first-out": isEarlier,
} satisfies { readonly [K in Consumption]: IsBefore };

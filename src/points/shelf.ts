import type { Consumption } from "../schema/points-plan-document.ts";
import { type FirstQueue, firstQueue } from "./first-queue.ts";
import { lastUsableOf, type Slice } from "./lot.ts";

/** Points that can be spent, in the order in which they are: of one source, or all. */
export interface Shelf {
  usable: number;
  readonly first: () => Slice | undefined;
  readonly put: (slice: Slice) => void;
}

type IsBefore = (a: Slice, b: Slice) => boolean;

/** @param mark which of the marks of a slice tells that it stands here */
export function shelf(consumption: Consumption, mark: "isShelved" | "isShelvedBySource"): Shelf {
  const isBefore = ORDERS[consumption];
  // The last day of those that expire together moves: it must not decide within a queue.
  const own = firstQueue<Slice>(isBefore);
  const pooled = firstQueue<Slice>(isEarlier);
  const firstOf = (queue: FirstQueue<Slice>): Slice | undefined => {
    for (;;) {
      const slice = queue.first();
      if (slice === undefined || slice.remaining > 0) return slice;
      slice[mark] = false;
      queue.drop();
    }
  };
  return {
    usable: 0,
    first: () => {
      const [a, b] = [firstOf(own), firstOf(pooled)];
      return a === undefined ? b : b === undefined || isBefore(a, b) ? a : b;
    },
    put: (slice) => {
      if (slice[mark]) return;
      slice[mark] = true;
      (slice.pool === null ? own : pooled).add(slice);
    },
  };
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

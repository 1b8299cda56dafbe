import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dropFirst, enqueue, firstOf, firstQueue } from "../../src/points/first-queue.ts";
import { runs } from "../support/runs.ts";

interface Item {
  readonly rank: number;
  readonly place: number;
}

const isBefore = (a: Item, b: Item) => a.rank < b.rank || (a.rank === b.rank && a.place < b.place);

describe("a queue by rank", () => {
  it("answers what a sorted list would: add and drop in any order", () => {
    const steps = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 2 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (steps) => {
        const queue = firstQueue(isBefore);
        let list: Item[] = [];
        steps.forEach((rank, place) => {
          if (rank !== null) {
            enqueue(queue, { rank, place });
            list = [...list, { rank, place }].sort((a, b) => (isBefore(a, b) ? -1 : 1));
          } else if (list.length > 0) {
            dropFirst(queue);
            list = list.slice(1);
          }
          expect(firstOf(queue)).toEqual(list[0]);
        });
      }),
      { numRuns: runs(500) },
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { queueOf } from "../../src/explain/least/queue.ts";
import { runs } from "../support/runs.ts";

it("a queue gives out what it was given, least first, whatever was taken between", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 })), (calls) => {
      const queue = queueOf<number>((a, b) => a < b);
      const held: number[] = [];
      for (const call of calls) {
        if (call !== null) {
          queue.add(call);
          held.push(call);
          continue;
        }
        held.sort((a, b) => a - b);
        expect(queue.take()).toBe(held.shift());
      }
      held.sort((a, b) => a - b);
      for (const each of held) expect(queue.take()).toBe(each);
      expect(queue.take()).toBeUndefined();
    }),
    { numRuns: runs(500) },
  );
});

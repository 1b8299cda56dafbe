import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptByDay } from "../../src/core/kept-by-day.ts";
import { FIRST_DAY, LAST_DAY } from "../../src/core/plain-date.ts";
import { comesAfter } from "../../src/core/rising.ts";
import { runs } from "../support/runs.ts";

describe("a function that keeps its answers", () => {
  it("answers as the function itself, whatever was asked before", () => {
    // Days 4096 apart share a place.
    const day = fc.oneof(
      fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 2 })).map(([turn, rest]) => turn * 4096 + rest),
    );
    fc.assert(
      fc.property(fc.array(day), (days) => {
        let asked = 0;
        const kept = keptByDay((each) => {
          asked += 1;
          return `day ${each}`;
        });
        for (const each of days) expect(kept(each)).toBe(`day ${each}`);
        expect(asked).toBeGreaterThanOrEqual(new Set(days).size);
      }),
      { numRuns: runs(300) },
    );
  });

  it("is asked once for a day that comes again", () => {
    let asked = 0;
    const kept = keptByDay(() => ++asked);
    expect([kept(0), kept(0), kept(4096), kept(0)]).toEqual([1, 1, 2, 3]);
  });
});

describe("ids that rise", () => {
  it("are in a total order: of two different ones exactly one comes after the other, and an id never after itself", () => {
    const id = fc.oneof(fc.string({ unit: "binary" }), fc.nat({ max: 30 }).map(String));
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        expect(comesAfter(a, a)).toBe(false);
        if (a !== b) expect(comesAfter(a, b)).toBe(!comesAfter(b, a));
        if (comesAfter(a, b) && comesAfter(b, c)) expect(comesAfter(a, c)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
    expect(["10", "A09", "A10"].map((each, i) => comesAfter(each, ["9", "10", "A09"][i] as string))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ceilScaled, floorScaled } from "../../src/core/scaled-bound.ts";

/** Decimals of at most 15 significant digits, many of them far finer or coarser than the places asked for. */
const bound = fc
  .tuple(fc.integer({ min: -999999999999999, max: 999999999999999 }), fc.integer({ min: -20, max: 4 }))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`));

describe("bounds on the scale of published integers", () => {
  it("are the exact floor and ceiling of bound × 10^places wherever such integers are published", () => {
    let fine = 0;
    let large = 0;
    fc.assert(
      fc.property(bound, fc.integer({ min: 0, max: 14 }), (value, places) => {
        const exact = new Decimal(value).times(new Decimal(10).pow(places));
        fc.pre(exact.abs().lte(Number.MAX_SAFE_INTEGER));
        fine += +!exact.isInteger();
        large += +exact.abs().gt(1e15);
        expect(floorScaled(value, places)).toBe(exact.floor().toNumber() + 0);
        expect(ceilScaled(value, places)).toBe(exact.ceil().toNumber() + 0);
      }),
      { numRuns: 2000 },
    );
    expect(fine).toBeGreaterThan(200);
    expect(large).toBeGreaterThan(20);
  });

  it.each([
    [1e16, 0],
    [1e20, 6],
    [1.5e30, 2],
  ])("beyond all published integers %d at %i places is infinite, on its side", (value, places) => {
    expect(floorScaled(value, places)).toBe(Number.POSITIVE_INFINITY);
    expect(ceilScaled(-value, places)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("a bound of no published integer holds none: its ceiling is one above its floor", () => {
    expect([floorScaled(0.125, 2), ceilScaled(0.125, 2)]).toEqual([12, 13]);
    expect([floorScaled(-0.125, 2), ceilScaled(-0.125, 2)]).toEqual([-13, -12]);
    expect([floorScaled(0.12, 2), ceilScaled(0.12, 2)]).toEqual([12, 12]);
    expect([floorScaled(1e-30, 2), ceilScaled(1e-30, 2)]).toEqual([0, 1]);
  });
});

import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberColumn } from "../../../src/batch/columns/number-column.ts";
import { publish } from "../../../src/core/publish.ts";
import { foldedBound } from "../../../src/core/scaled-bound.ts";
import { compileCurve } from "../../../src/indicator/compile-curve.ts";
import { oneCurve, oneSlotChunk } from "../../support/one-slot-chunk.ts";

/** A chunk whose lane somebody reads, so that it is filled. */
function publishedChunk(rows: number) {
  const chunk = oneSlotChunk(rows);
  chunk.isLaneRead[0] = true;
  return chunk;
}

/** Any double, and those near the ties, the limits and zero. */
const double = fc.oneof(
  fc.double(),
  fc.double({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 200),
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 200 + (n % 3) * 1e-12),
  fc.integer({ min: 99_999_999_999_000, max: 100_000_000_001_000 }).map((n) => n / 100),
  fc.constantFrom(0, -0, 1e-29, 1e-30, 9e-31, 1e-31, 5e-324, 1e15, 999999999999999, 0.5, 2.5, -2.5, 1.005, 1e300),
);

describe("a column of doubles", () => {
  it("is published as each number is by itself; what is refused there, or fits no double, is handed back", () => {
    let refused = 0;
    let settled = 0;
    fc.assert(
      fc.property(
        fc.array(double, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 14 }),
        (values, places) => {
          const chunk = publishedChunk(values.length);
          numberColumn({ kind: "number", places }, 0, Float64Array.from(values)).fill(chunk);
          values.forEach((value, i) => {
            const one = Number.isNaN(value) ? null : publish(value, places);
            const exact =
              typeof one === "number" ? new Decimal(one).times(new Decimal(10).pow(places)) : new Decimal(1e20);
            const isHeld = exact.abs().lte(Number.MAX_SAFE_INTEGER);
            const expected = isHeld ? exact.toNumber() + 0 : Number.NaN;
            expect({ value, places, scaled: chunk.numbers[0]?.[i] }).toEqual({ value, places, scaled: expected });
            expect(chunk.back.marks[i]).toBe(+(one !== null && !isHeld));
            refused += +(typeof one === "string");
            settled += +(typeof one === "number");
          });
        },
      ),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(1000);
    expect(settled).toBeGreaterThan(4000);
  });

  it("tests the published value against min and max, as a record does", () => {
    const chunk = publishedChunk(6);
    const values = Float64Array.of(0.994, 0.995, 1, 2.004, 2.005, Number.NaN);
    numberColumn({ kind: "number", places: 2, min: 1, max: 2 }, 0, values).fill(chunk);
    expect(Array.from(chunk.numbers[0]?.slice(0, 6) ?? [])).toEqual([
      Number.NaN,
      100,
      100,
      200,
      Number.NaN,
      Number.NaN,
    ]);
    expect(Array.from(chunk.back.marks.slice(0, 6))).toEqual([1, 0, 0, 0, 1, 0]);
  });
});

describe("a column of doubles that only bands read", () => {
  it("stays raw only where all are plain, and then falls in the bands of its published values", () => {
    let raw = 0;
    const curve = { kind: "bands", bands: [{ points: 0 }, ...[-3, -0.5, 0, 0.5, 2.5, 40].map(band)] } as const;
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (given, places) => {
        const doubles = Float64Array.from(given);
        const { chunk, add, sums } = oneCurve(curve, places, 0);
        chunk.rows = given.length;
        numberColumn({ kind: "number", places, min: -1000 }, 0, doubles).fill(chunk);
        sums.fill(0);
        add(given.length, 1, sums);
        given.forEach((value, i) => {
          const one = Number.isNaN(value) ? Number.NaN : publish(value, places);
          const isThere = typeof one === "number" && one >= -1000;
          if (chunk.isRaw[0]) expect(isThere || Number.isNaN(value)).toBe(true);
          if (isThere && chunk.back.marks[i] === 0)
            expect({ value, points: sums[i] }).toEqual({ value, points: compileCurve(curve, places, 0)(one) });
        });
        raw += +(chunk.isRaw[0] === true);
      }),
      { numRuns: 3000 },
    );
    expect(raw).toBeGreaterThan(300);
  });

  it("is folded at the half step: away from zero, on both sides of it", () => {
    const exactly = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((half) => [half, publish(half, 0) as number] as const);
    for (const [half, published] of exactly) {
      expect(half >= foldedBound(published, 0)).toBe(true);
      expect(half >= foldedBound(published + 1, 0)).toBe(false);
    }
  });
});

function band(from: number) {
  return { from, points: from + 10 };
}

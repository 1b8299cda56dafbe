import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powerOfTen } from "../../../src/core/power-of-ten.ts";
import { ceilScaled } from "../../../src/core/scaled-bound.ts";
import { compileCurve } from "../../../src/indicator/compile-curve.ts";
import { CHUNK } from "../../../src/lanes/lane.ts";
import type { BandsCurve, LinearCurve } from "../../../src/schema/model-document.ts";
import { oneCurve } from "../../support/one-slot-chunk.ts";

const POINTS_PLACES = 4;

/** Rising numbers, of runs that divide evenly, oddly or hugely, and sometimes finer than the input. */
const risingNumbers = (least: number, most: number) =>
  fc
    .tuple(
      fc.integer({ min: -1000, max: 1_000_000 }),
      fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 7, 8, 64, 100, 1000, 30000), fc.integer({ min: 1, max: 2 ** 40 })), {
        minLength: least - 1,
        maxLength: most - 1,
      }),
      fc.integer({ min: 0, max: 7 }),
    )
    .map(([start, runs, decimals]) => {
      const xs = [start];
      for (const run of runs) xs.push((xs[xs.length - 1] as number) + run);
      return xs.map((x) => Number(`${x}e-${decimals}`));
    });

const points = (least: number) => fc.integer({ min: least * 10_000, max: 1_000_000 }).map((y) => y / 10_000);
const roundPoints = (least: number) => fc.integer({ min: least, max: 100 });

const linear: fc.Arbitrary<LinearCurve> = fc
  .tuple(risingNumbers(2, 11), fc.constantFrom(0, 0, -100))
  .chain(([xs, least]) =>
    fc
      .array(fc.oneof(points(least), roundPoints(least)), { minLength: xs.length, maxLength: xs.length })
      .map((ys) => ({ kind: "linear" as const, knots: xs.map((x, i) => [x, ys[i] as number] as const) })),
  );

const bands: fc.Arbitrary<BandsCurve> = fc
  .tuple(risingNumbers(1, 11), fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }))
  .chain(([bounds, isAbove]) =>
    fc.array(points(-100), { minLength: bounds.length + 1, maxLength: bounds.length + 1 }).map((ys) => ({
      kind: "bands" as const,
      bands: ys.map((y, i) => {
        if (i === 0) return { points: y };
        const bound = bounds[i - 1] as number;
        return isAbove[i] ? { above: bound, points: y } : { from: bound, points: y };
      }),
    })),
  );

/** Published integers at, around, between and beyond the given numbers; between them also where the line has ties. */
function inputsAround(xs: readonly number[], places: number, spread: readonly number[]): number[] {
  const around = xs.flatMap((x) => [-1, 0, 1].map((step) => ceilScaled(x, places) + step));
  const [first, last] = [around[0] as number, around[around.length - 1] as number];
  const between = spread.map((part) => Math.floor(first + (last - first) * part));
  const halves = xs
    .slice(1)
    .map((x, i) => Math.floor((ceilScaled(x, places) + ceilScaled(xs[i] as number, places)) / 2));
  return [...around, ...between, ...halves].filter((x) => Math.abs(x) < 1e15);
}

function agrees(
  curve: LinearCurve | BandsCurve,
  xs: readonly number[],
  places: number,
  spread: readonly number[],
): void {
  const inputs = inputsAround(xs, places, spread).slice(0, CHUNK);
  const { chunk, add, sums } = oneCurve(curve, places, POINTS_PLACES);
  chunk.rows = inputs.length;
  chunk.numbers[0]?.set(inputs);
  sums.fill(5);
  add(inputs.length, 3, sums);
  const exactly = compileCurve(curve, places, POINTS_PLACES);
  inputs.forEach((x, i) => {
    expect({ x, sum: sums[i] }).toEqual({ x, sum: 5 + 3 * exactly(x / powerOfTen(places)) });
  });
}

const spread = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });

describe("curves over columns", () => {
  it("linear: kernel(x) = curve(x), at knots, at ties and between, for round and odd slopes", () => {
    fc.assert(
      fc.property(linear, fc.integer({ min: 0, max: 6 }), spread, (curve, places, parts) => {
        agrees(
          curve,
          curve.knots.map(([x]) => x),
          places,
          parts,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("bands: kernel(x) = curve(x), at every bound and one step beside it, for few and many bounds", () => {
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 6 }), spread, (curve, places, parts) => {
        const bounds = curve.bands.slice(1).map(({ from, above }) => (from ?? above) as number);
        agrees(curve, bounds, places, parts);
      }),
      { numRuns: 1500 },
    );
  });

  it("ties on a round slope are rounded away from zero without the referee: every step of 1/8 a point", () => {
    const curve: LinearCurve = {
      kind: "linear",
      knots: [
        [0, 0],
        [512, 64],
      ],
    };
    agrees(
      curve,
      [0, 512],
      2,
      Array.from({ length: 400 }, (_, i) => i / 400),
    );
  });
});

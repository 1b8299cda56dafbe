import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, toScaled } from "../../src/core/scaled.ts";
import { attainablePoints, curvePoints } from "../../src/indicator/attainable.ts";
import { compileCurve } from "../../src/indicator/compile-curve.ts";
import type { BandsCurve, Curve, LinearCurve } from "../../src/schema/model-document.ts";
import { bigRound, bigScaled } from "../core/big-rounding.ts";
import { decimalAt } from "../core/exact-numbers.ts";

interface CurveCase {
  readonly curve: Curve;
  readonly inputPlaces: number;
  readonly pointsPlaces: number;
}

/** Inputs of a curve: near its constants, between them, and anywhere. */
function inputOf({ curve, inputPlaces }: CurveCase): fc.Arbitrary<number> {
  const constants = curve.kind === "linear" ? curve.knots.map(([x]) => x) : boundsOf(curve as BandsCurve);
  const near = fc
    .tuple(fc.constantFrom(...constants, 0), fc.integer({ min: -3, max: 3 }))
    .map(([constant, units]) => Number((constant + units / 10 ** inputPlaces).toFixed(inputPlaces)) + 0);
  const between = fc
    .tuple(
      fc.constantFrom(...constants, 0),
      fc.constantFrom(...constants, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([a, b, way]) => Number((a + (b - a) * way).toFixed(inputPlaces)) + 0);
  const input = fc.oneof(near, between, decimalAt(inputPlaces));
  return input.filter((value) => Number.isFinite(value) && String(value).replace(/\D/g, "").length <= 15);
}

const boundsOf = (curve: BandsCurve): number[] => curve.bands.map(({ from, above }) => (from ?? above ?? 0) as number);
const rising = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** Constants with few digits, many digits, and so many places that only the referee can hold them. */
const constants = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 50 }).map((n) => n / 10) },
  { weight: 3, arbitrary: decimalAt(2, 8) },
  { weight: 1, arbitrary: decimalAt(12) },
  { weight: 1, arbitrary: decimalAt(0) },
);

const setting = fc.record({ inputPlaces: fc.nat({ max: 6 }), pointsPlaces: fc.nat({ max: 6 }) });
const pointAt = (places: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: -100, max: 100 }),
    decimalAt(places, Math.min(9, places + 3)),
    fc.constantFrom(-1, 1).map((n) => n * 10 ** (12 - places)),
  );

const linear = setting.chain(({ inputPlaces, pointsPlaces }) =>
  fc
    .array(fc.tuple(constants, pointAt(pointsPlaces)), { minLength: 2, maxLength: 6 })
    .map((pairs) => {
      const points = new Map(pairs);
      const knots = rising(pairs.map(([x]) => x)).map((x) => [x, points.get(x) as number] as const);
      return { curve: { kind: "linear", knots } as LinearCurve, inputPlaces, pointsPlaces };
    })
    .filter(({ curve }) => curve.knots.length > 1),
);

const bands = setting.chain(({ inputPlaces, pointsPlaces }) =>
  fc.array(fc.tuple(constants, pointAt(pointsPlaces), fc.boolean()), { minLength: 1, maxLength: 6 }).map((parts) => {
    const bounds = rising(parts.map(([bound]) => bound));
    const curve: BandsCurve = {
      kind: "bands",
      bands: [
        { points: (parts[0] as (typeof parts)[0])[1] },
        ...bounds.map((bound, i) => {
          const [, points, isInclusive] = parts[i] as (typeof parts)[0];
          return isInclusive ? { from: bound, points } : { above: bound, points };
        }),
      ],
    };
    return { curve, inputPlaces, pointsPlaces };
  }),
);

const compiled = ({ curve, inputPlaces, pointsPlaces }: CurveCase) => compileCurve(curve, inputPlaces, pointsPlaces);

/** What every curve over numbers keeps. */
describe.each([
  ["linear", linear as fc.Arbitrary<CurveCase>],
  ["bands", bands as fc.Arbitrary<CurveCase>],
])("%s", (_, cases) => {
  const withInput = cases.chain((each) => fc.tuple(fc.constant(each), inputOf(each), inputOf(each)));

  it("total and bounded: worst ≤ points(x) ≤ best, a whole number of units, for every x", () => {
    fc.assert(
      fc.property(withInput, ([each, x]) => {
        const points = compiled(each)(x);
        const { worst, best } = attainablePoints(each.curve);
        expect(Number.isInteger(points)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(toScaled(worst, each.pointsPlaces));
        expect(points).toBeLessThanOrEqual(toScaled(best, each.pointsPlaces));
      }),
      { numRuns: 300 },
    );
  });

  it("monotone: if points rise, a ≤ b ⇒ points(a) ≤ points(b); if they fall, the reverse", () => {
    fc.assert(
      fc.property(withInput, fc.constantFrom(1, -1), ([each, x, y], sign) => {
        const sorted = [...curvePoints(each.curve)].sort((a, b) => sign * (a - b));
        const { curve } = each;
        const ordered: Curve =
          curve.kind === "linear"
            ? { ...curve, knots: curve.knots.map(([input], i) => [input, sorted[i] as number] as const) }
            : {
                ...(curve as BandsCurve),
                bands: (curve as BandsCurve).bands.map((band, i) => ({ ...band, points: sorted[i] as number })),
              };
        const points = compiled({ ...each, curve: ordered });
        const [low, high] = [points(Math.min(x, y)), points(Math.max(x, y))];
        expect(sign * (high - low)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("linear", () => {
  it("points(x) = round(y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀)), also for lines that cross zero and for huge knots", () => {
    let inside = 0;
    fc.assert(
      fc.property(
        linear.chain((each) => fc.tuple(fc.constant(each), inputOf(each))),
        ([each, x]) => {
          const { knots } = each.curve;
          const i = knots.findIndex(([input]) => x < input);
          fc.pre(i > 0);
          inside += 1;
          const [[x0, y0], [x1, y1]] = [knots[i - 1], knots[i]] as [
            readonly [number, number],
            readonly [number, number],
          ];
          const scale = Math.max(...[x, x0, x1].map(decimalsOf));
          const [b, b0, b1] = [x, x0, x1].map((input) => bigScaled(input, scale)) as [bigint, bigint, bigint];
          const [p0, p1] = [y0, y1].map((point) => bigScaled(point, each.pointsPlaces)) as [bigint, bigint];
          const expected = bigRound(p0 * (b1 - b0) + (p1 - p0) * (b - b0), b1 - b0, "half-away");
          expect(compiled(each)(x)).toBe(Number(expected));
        },
      ),
      { numRuns: 1000 },
    );
    expect(inside).toBeGreaterThan(300);
  });

  it("continuous at knots: points(xᵢ) = yᵢ, and a hair either side is within a hair of it", () => {
    fc.assert(
      fc.property(linear, (each) => {
        const points = compiled({ ...each, inputPlaces: 12 });
        each.curve.knots.forEach(([x, y], i) => {
          expect(points(x)).toBe(toScaled(y, each.pointsPlaces));
          const before = each.curve.knots[i - 1] as readonly [number, number];
          if (i === 0 || decimalsOf(x) > 9 || Math.abs(x) >= 1e3) return;
          const steep = Math.abs((y - before[1]) / (x - before[0]));
          const under = Number((x - 1e-10).toFixed(10));
          if (under <= before[0]) return;
          const unit = 10 ** each.pointsPlaces;
          expect(Math.abs(points(under) - points(x))).toBeLessThanOrEqual(steep * 2e-10 * unit + 1);
        });
      }),
    );
  });

  it("clamped: flat before the first knot and after the last", () => {
    fc.assert(
      fc.property(linear, fc.integer({ min: 1, max: 1e6 }), (each, off) => {
        const { knots } = each.curve;
        const [first, last] = [knots[0], knots.at(-1)] as [readonly [number, number], readonly [number, number]];
        const points = compiled(each);
        expect(points(first[0] - off)).toBe(toScaled(first[1], each.pointsPlaces));
        expect(points(last[0] + off)).toBe(toScaled(last[1], each.pointsPlaces));
      }),
    );
  });

  it("odd: the line through −y is minus the line through y", () => {
    const withInput = linear.chain((each) => fc.tuple(fc.constant(each), inputOf(each)));
    fc.assert(
      fc.property(withInput, ([each, x]) => {
        const mirrored = { ...each.curve, knots: each.curve.knots.map(([input, y]) => [input, 0 - y] as const) };
        expect(compiled({ ...each, curve: mirrored })(x) + 0).toBe(0 - compiled(each)(x));
      }),
      { numRuns: 300 },
    );
  });
});

it("bands: points(x) are those of the last band whose bound x reaches, from inclusive, above exclusive", () => {
  const withInput = bands.chain((each) => fc.tuple(fc.constant(each), inputOf(each)));
  fc.assert(
    fc.property(withInput, ([each, x]) => {
      const reached = each.curve.bands.filter(
        ({ from, above }) => x >= (from ?? -Infinity) && x > (above ?? -Infinity),
      );
      expect(compiled(each)(x)).toBe(toScaled(reached.at(-1)?.points as number, each.pointsPlaces));
    }),
    { numRuns: 500 },
  );
});

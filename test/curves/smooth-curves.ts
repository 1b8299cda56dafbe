import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type FittedCurve, logCurve, logisticCurve } from "guanxi/curves";

const Exact = Decimal.clone({ precision: 40 });

/** A smooth builder called with some arguments, and the function it stands for, in decimal.js. */
export interface SmoothCase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly points: readonly [worst: number, best: number];
  readonly places: number;
  readonly maximumError: number;
  readonly isRising: boolean;
  readonly build: () => FittedCurve;
  readonly valueAt: (x: Decimal) => Decimal;
}

const scale = fc
  .record({
    places: fc.integer({ min: 0, max: 6 }),
    worst: fc.integer({ min: -100, max: 99 }),
    rise: fc.integer({ min: 1, max: 200 }),
    units: fc.double({ min: 0.6, max: 400, noNaN: true }),
    rate: fc.constantFrom(0.01, 0.03, 0.1),
  })
  .map(({ places, worst, rise, units, rate }) => {
    // Never so tight that a curve of thousands of knots would be asked for.
    const least = Number((units / 10 ** places).toPrecision(3));
    const maximumError = Math.max(least, Number((rise * rate).toPrecision(3)));
    return { places, points: [worst, worst + rise] as const, maximumError };
  });

const rounded = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(12)));

export function logCase(): fc.Arbitrary<SmoothCase> {
  const inputs = fc.record({
    from: fc.double({ min: 0.001, max: 1e6, noNaN: true }).map(rounded),
    factor: fc.double({ min: 1.001, max: 1e6, noNaN: true }),
    direction: fc.constantFrom("rising" as const, "falling" as const),
  });
  return fc.tuple(inputs, scale).map(([{ from, factor, direction }, { places, points, maximumError }]) => {
    const to = rounded(from * factor);
    const options = { from, to, points, direction, maximumError, places };
    const [first, last] = direction === "rising" ? points : ([points[1], points[0]] as const);
    const whole = new Exact(to).div(from).ln();
    return {
      ...options,
      name: JSON.stringify(options),
      isRising: direction === "rising",
      build: () => logCurve(options),
      valueAt: (x) => x.div(from).ln().div(whole).times(new Exact(last).minus(first)).plus(first),
    };
  });
}

export function logisticCase(): fc.Arbitrary<SmoothCase> {
  const inputs = fc.record({
    from: fc.double({ min: -1e4, max: 1e4, noNaN: true }).map(rounded),
    span: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
    // Also midpoints outside the ends, and at them.
    middle: fc.oneof(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.constantFrom(0, 1)),
    steepness: fc.double({ min: 0.01, max: 60, noNaN: true }),
    sign: fc.constantFrom(1, -1),
    share: fc.constantFrom(null, 0.9, 0.05, 0.731),
  });
  return fc.tuple(inputs, scale).map(([given, { places, points, maximumError }]) => {
    const from = given.from;
    const to = rounded(from + given.span);
    const midpoint = given.middle === 1 ? to : rounded(from + given.middle * given.span);
    const ends = { midpoint, from, to, points, maximumError, places };
    const slope = rounded((given.sign * given.steepness) / given.span);
    const at = rounded(midpoint + (given.sign * given.span) / 7);
    const { share } = given;
    const options = share === null ? { ...ends, slope } : { ...ends, at, share };
    const k =
      share === null
        ? new Exact(slope)
        : new Exact(share).div(new Exact(1).minus(share)).ln().div(new Exact(at).minus(midpoint));
    return {
      ...ends,
      name: JSON.stringify(options),
      isRising: k.gt(0),
      build: () => logisticCurve(options),
      valueAt: (x) =>
        new Exact(1)
          .div(k.times(x.minus(midpoint)).negated().exp().plus(1))
          .times(new Exact(points[1]).minus(points[0]))
          .plus(points[0]),
    };
  });
}

/** The straight lines of a curve at an input, exactly. */
export function lineAt(knots: FittedCurve["curve"]["knots"], x: Decimal): Decimal {
  const i = Math.max(
    1,
    knots.findIndex(([input]) => x.lte(input)),
  );
  const [[x0, y0], [x1, y1]] = [knots[i - 1], knots[i]] as unknown as [[number, number], [number, number]];
  return x.minus(x0).div(new Exact(x1).minus(x0)).times(new Exact(y1).minus(y0)).plus(y0);
}

export function exact(value: number): Decimal {
  return new Exact(value);
}

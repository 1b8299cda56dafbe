import { refereeLine } from "../core/referee.ts";
import { roundHalfAway } from "../core/rounding.ts";
import { mostDecimals, toScaled } from "../core/scaled.ts";
import type { Slot } from "../core/slots.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LinearCurve, LookupCurve } from "../schema/model-document.ts";

/** Points of a published input as an integer × 10^−places.points; NaN if the curve has none for it. */
export type PointsOf = (input: Slot) => number;

/**
 * A checked curve as a function.
 *
 * @param inputPlaces decimals of the published input
 * @param pointsPlaces decimals of the points
 */
export function compileCurve(curve: Curve, inputPlaces: number, pointsPlaces: number): PointsOf {
  return (COMPILERS[curve.kind] as Compiler)(curve, inputPlaces, pointsPlaces);
}

type Compiler = (curve: Curve, inputPlaces: number, pointsPlaces: number) => PointsOf;

const COMPILERS = {
  bands: compileBands,
  linear: compileLinear,
  lookup: compileLookup,
  flag: compileFlag,
} satisfies { readonly [K in CurveKind]: (curve: never, inputPlaces: number, pointsPlaces: number) => PointsOf };

/** Comparing a published input with a constant needs no scaling: doubles of 15 digits keep the order of decimals. */
function compileBands(curve: BandsCurve, _inputPlaces: number, pointsPlaces: number): PointsOf {
  const points = curve.bands.map((band) => toScaled(band.points, pointsPlaces));
  const bounds = curve.bands.slice(1).map((band) => (band.from ?? band.above) as number);
  const isInclusive = curve.bands.slice(1).map((band) => band.from !== undefined);
  return (input) => {
    let i = bounds.length;
    while (i > 0) {
      const bound = bounds[i - 1] as number;
      if ((input as number) > bound || (isInclusive[i - 1] && input === bound)) break;
      i--;
    }
    return points[i] as number;
  };
}

/**
 * y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀), all as integers on one scale, so that the quotient is rounded exactly; by the
 * referee where the knots do not fit.
 */
function compileLinear(curve: LinearCurve, inputPlaces: number, pointsPlaces: number): PointsOf {
  const xs = curve.knots.map(([x]) => x);
  const ys = curve.knots.map(([, points]) => toScaled(points, pointsPlaces));
  const scale = Math.max(inputPlaces, mostDecimals(xs));
  const scaledXs = xs.map((x) => toScaled(x, scale));
  const last = xs.length - 1;
  return (input) => {
    const x = input as number;
    if (x <= (xs[0] as number)) return ys[0] as number;
    if (x >= (xs[last] as number)) return ys[last] as number;
    let i = 1;
    while (x > (xs[i] as number)) i++;
    const x0 = scaledXs[i - 1] as number;
    const y0 = ys[i - 1] as number;
    const rise = (ys[i] as number) - y0;
    const run = (scaledXs[i] as number) - x0;
    const points = roundLine(y0, rise, toScaled(x, scale) - x0, run);
    return Number.isNaN(points) ? refereeLine(x, xs[i - 1] as number, xs[i] as number, y0, ys[i] as number) : points;
  };
}

/** y₀ + rise × step ÷ run, rounded half away from zero as a whole; NaN if the integers do not fit. */
function roundLine(y0: number, rise: number, step: number, run: number): number {
  const y1 = y0 + rise;
  if (y0 >= 0 && y1 >= 0)
    return y0 <= y1 ? y0 + roundHalfAway(rise, step, run) : y1 + roundHalfAway(-rise, run - step, run);
  if (y0 <= 0 && y1 <= 0) return 0 - roundLine(0 - y0, 0 - rise, step, run);
  const whole = y0 * run + rise * step;
  const isSafe = Math.abs(y0 * run) <= Number.MAX_SAFE_INTEGER && Math.abs(rise * step) <= Number.MAX_SAFE_INTEGER;
  return isSafe && Math.abs(whole) <= Number.MAX_SAFE_INTEGER ? roundHalfAway(whole, 1, run) : Number.NaN;
}

function compileLookup(curve: LookupCurve, _inputPlaces: number, pointsPlaces: number): PointsOf {
  const points = new Map(
    Object.keys(curve.points).map((value) => [value, toScaled(curve.points[value] as number, pointsPlaces)]),
  );
  const otherwise = curve.otherwise === undefined ? Number.NaN : toScaled(curve.otherwise, pointsPlaces);
  return (input) => points.get(input as string) ?? otherwise;
}

function compileFlag(curve: FlagCurve, _inputPlaces: number, pointsPlaces: number): PointsOf {
  const yes = toScaled(curve.points.true, pointsPlaces);
  const no = toScaled(curve.points.false, pointsPlaces);
  return (input) => (input === true ? yes : no);
}

import { toScaled } from "../../core/scaled.ts";
import type { Slot } from "../../core/slots.ts";
import { curvePoints } from "../../indicator/attainable.ts";
import { compileCurve, type PointsOf } from "../../indicator/compile-curve.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LinearCurve, LookupCurve } from "../../schema/model-document.ts";

/** The least and greatest points of a curve between two inputs, × 10^−places.points; NaN where it has none. */
export type CurveBounds = (low: Slot, high: Slot) => readonly [low: number, high: number];

/** @param values of the field that a lookup reads; without, it is open */
export function compileCurveBounds(
  curve: Curve,
  inputPlaces: number,
  pointsPlaces: number,
  values: readonly string[] | undefined,
): CurveBounds {
  const points = compileCurve(curve, inputPlaces, pointsPlaces);
  const scaled = (value: number) => toScaled(value, pointsPlaces);
  const unsettled = (UNSETTLED[curve.kind] as Unsettled)(curve, points, scaled, values);
  return (low, high) => {
    if (low !== high) return unsettled(low, high);
    const only = points(low);
    return [only, only];
  };
}

type Unsettled = (
  curve: Curve,
  points: PointsOf,
  scaled: (points: number) => number,
  values: readonly string[] | undefined,
) => CurveBounds;

/** Categories and booleans have no order to lie between: one that is not settled may be any. */
const UNSETTLED = {
  bands: ({ bands }: BandsCurve, points, scaled) =>
    between(
      points,
      bands.slice(1).map((band) => [(band.from ?? band.above) as number, scaled(band.points)]),
    ),
  linear: ({ knots }: LinearCurve, points, scaled) =>
    between(
      points,
      knots.map(([input, value]) => [input, scaled(value)]),
    ),
  lookup: (curve: LookupCurve, points, scaled, values) => anyOf(values?.map(points) ?? curvePoints(curve).map(scaled)),
  flag: (_: FlagCurve, points) => anyOf([points(false), points(true)]),
} satisfies {
  readonly [K in CurveKind]: (
    curve: never,
    points: PointsOf,
    scaled: (points: number) => number,
    values: readonly string[] | undefined,
  ) => CurveBounds;
};

/** Where a piece begins, and the points it begins with. */
type Turn = readonly [input: number, points: number];

/** The pieces of a curve are flat or straight, so its extremes lie at the two inputs or where a piece begins. */
function between(points: PointsOf, turns: readonly Turn[]): CurveBounds {
  return (low, high) => {
    const first = points(low);
    const last = points(high);
    let least = Math.min(first, last);
    let greatest = Math.max(first, last);
    for (const [input, value] of turns) {
      if (input < (low as number) || input > (high as number)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return [least, greatest];
  };
}

function anyOf(points: readonly number[]): CurveBounds {
  // Not as arguments of one call: a lookup may list more categories than a call takes arguments.
  const least = points.reduce((a, b) => Math.min(a, b));
  const greatest = points.reduce((a, b) => Math.max(a, b));
  return () => [least, greatest];
}

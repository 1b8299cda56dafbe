import type { Curve } from "./document.ts";
import { type Exact, exact, type Fraction, fraction, greatestOf, leastOf, plus, times } from "./exact.ts";
import type { Value } from "./record.ts";
import { happened } from "./trace.ts";

/** The exact points of a value that is there; null for a category the lookup does not know. */
export function pointsOf(curve: Curve, value: Exclude<Value, null>): Fraction | null {
  switch (curve.kind) {
    case "bands":
      return bandPoints(curve, value as Exact);
    case "linear":
      return linearPoints(curve, value as Exact);
    case "lookup": {
      const isListed = Object.hasOwn(curve.points, value as string);
      if (!isListed) happened("lookup otherwise");
      const points = isListed ? curve.points[value as string] : curve.otherwise;
      return points === undefined ? null : fraction(exact(points));
    }
    case "flag":
      return fraction(exact(value === true ? curve.points.true : curve.points.false));
  }
}

/** The last band whose start has been reached; the first has no start. */
function bandPoints(curve: Curve & { kind: "bands" }, value: Exact): Fraction {
  const reached = curve.bands.filter((band) => {
    if (band.from !== undefined) {
      if (value.equals(exact(band.from))) happened("boundary band from");
      return value.greaterThanOrEqualTo(exact(band.from));
    }
    if (band.above !== undefined) {
      if (value.equals(exact(band.above))) happened("boundary band above");
      return value.greaterThan(exact(band.above));
    }
    return true;
  });
  const last = reached[reached.length - 1] as { points: number };
  return fraction(exact(last.points));
}

function linearPoints(curve: Curve & { kind: "linear" }, value: Exact): Fraction {
  const knots = curve.knots.map(([x, y]) => ({ x: exact(x), y: exact(y) }));
  type Knot = (typeof knots)[number];
  const first = knots[0] as Knot;
  const last = knots[knots.length - 1] as Knot;
  if (knots.some((knot) => knot.x.equals(value))) happened("boundary knot");
  if (value.lessThanOrEqualTo(first.x)) return fraction(first.y);
  if (value.greaterThanOrEqualTo(last.x)) return fraction(last.y);
  const index = knots.findIndex((knot) => value.lessThan(knot.x));
  const before = knots[index - 1] as Knot;
  const after = knots[index] as Knot;
  const way = fraction(value.minus(before.x), after.x.minus(before.x));
  return plus(fraction(before.y), times(way, fraction(after.y.minus(before.y))));
}

export function leastPoints(curve: Curve): Exact {
  return leastOf(everyPoints(curve));
}
export function greatestPoints(curve: Curve): Exact {
  return greatestOf(everyPoints(curve));
}

function everyPoints(curve: Curve): Exact[] {
  switch (curve.kind) {
    case "bands":
      return curve.bands.map((band) => exact(band.points));
    case "linear":
      return curve.knots.map(([, y]) => exact(y));
    case "lookup": {
      const otherwise = curve.otherwise === undefined ? [] : [curve.otherwise];
      return [...Object.values(curve.points), ...otherwise].map((points) => exact(points));
    }
    case "flag":
      return [exact(curve.points.true), exact(curve.points.false)];
  }
}

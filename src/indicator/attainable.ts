import type { Curve, CurveKind } from "../schema/model-document.ts";

/** All points a curve names, `otherwise` included, in the order of its inputs where they have one. */
export function curvePoints(curve: Curve): readonly number[] {
  return (POINTS[curve.kind] as (curve: Curve) => readonly number[])(curve);
}

/** The least and greatest points a curve can give: a straight line never leaves its ends. */
export function attainablePoints(curve: Curve): { readonly worst: number; readonly best: number } {
  const points = curvePoints(curve);
  // Not as arguments of one call: a lookup may list more categories than a call takes arguments.
  return {
    worst: points.reduce((least, point) => Math.min(least, point)),
    best: points.reduce((greatest, point) => Math.max(greatest, point)),
  };
}

const POINTS = {
  bands: (curve: Curve & { kind: "bands" }) => curve.bands.map((band) => band.points),
  linear: (curve: Curve & { kind: "linear" }) => curve.knots.map(([, points]) => points),
  lookup: (curve: Curve & { kind: "lookup" }) =>
    curve.otherwise === undefined ? Object.values(curve.points) : [...Object.values(curve.points), curve.otherwise],
  flag: (curve: Curve & { kind: "flag" }) => [curve.points.false, curve.points.true],
} satisfies { readonly [K in CurveKind]: (curve: never) => readonly number[] };

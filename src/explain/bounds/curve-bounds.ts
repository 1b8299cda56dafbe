import { toScaled } from "../../core/scaled.ts";
import type { Slot } from "../../core/slots.ts";
import { compileCurve } from "../../indicator/compile-curve.ts";
import type { BandsCurve, Curve, CurveKind, LinearCurve } from "../../schema/model-document.ts";

/** The least and greatest points of a curve between two inputs, × 10^−places.points; NaN where it has none. */
export type CurveBounds = (low: Slot, high: Slot) => readonly [low: number, high: number];

/** The pieces of a curve are flat or straight, so its extremes lie at the two inputs or where a piece begins. */
export function compileCurveBounds(curve: Curve, inputPlaces: number, pointsPlaces: number): CurveBounds {
  const points = compileCurve(curve, inputPlaces, pointsPlaces);
  const turns = (TURNS[curve.kind] as (curve: Curve) => readonly Turn[])(curve).map(
    ([input, value]) => [input, toScaled(value, pointsPlaces)] as const,
  );
  return (low, high) => {
    const first = points(low);
    if (low === high) return [first, first];
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

type Turn = readonly [input: number, points: number];

/** Where a piece begins, and the points it begins with. Categories and booleans have no order to lie between. */
const TURNS = {
  bands: ({ bands }: BandsCurve): readonly Turn[] =>
    bands.slice(1).map((band) => [(band.from ?? band.above) as number, band.points]),
  linear: ({ knots }: LinearCurve): readonly Turn[] => knots,
  lookup: (): readonly Turn[] => [],
  flag: (): readonly Turn[] => [],
} satisfies { readonly [K in CurveKind]: (curve: never) => readonly Turn[] };

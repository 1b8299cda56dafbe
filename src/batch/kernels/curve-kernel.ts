import { toScaled } from "../../core/scaled.ts";
import { ceilScaled, floorScaled, foldedBound } from "../../core/scaled-bound.ts";
import type { Slot } from "../../core/slots.ts";
import { compileCurve } from "../../indicator/compile-curve.ts";
import { at } from "../../lanes/lane.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LookupCurve } from "../../schema/model-document.ts";
import type { AddPoints, CurveInput } from "./curve-input.ts";
import { lineKernel } from "./line-kernel.ts";

export function compileCurveKernel(curve: Curve, input: CurveInput): AddPoints {
  return (KERNELS[curve.kind] as (curve: Curve, input: CurveInput) => AddPoints)(curve, input);
}

const KERNELS = {
  bands: bandsKernel,
  linear: lineKernel,
  lookup: lookupKernel,
  flag: flagKernel,
} satisfies { readonly [K in CurveKind]: (curve: never, input: CurveInput) => AddPoints };

/**
 * Points of the band that a value is in. A band above a bound starts at the next integer. Where the column's doubles are
 * plain, the rounding to the field's places is folded into the bounds, and the doubles are compared as they stand.
 */
function bandsKernel(curve: BandsCurve, input: CurveInput): AddPoints {
  const { numbers, places, pointsPlaces, slot, chunk } = input;
  const { kernels, table, bounds } = chunk.space;
  const points = table(Float64Array.from(curve.bands, (band) => toScaled(band.points, pointsPlaces)));
  const starts = curve.bands
    .slice(1)
    .map(({ from, above }) =>
      from === undefined ? floorScaled(above as number, places) + 1 : ceilScaled(from, places),
    );
  const folded = starts.map((start) => foldedBound(start, places));
  if (folded.some(Number.isNaN)) chunk.isLaneRead[slot] = true;
  const [ofIntegers, ofDoubles] = [bounds(starts), bounds(folded)];
  return (rows, weight, sums) => {
    const from = chunk.isRaw[slot] === true ? ofDoubles : ofIntegers;
    kernels.addBands(at(numbers), rows, from, starts.length, points, weight, at(sums));
  };
}

/** Points of each text; what has none is NaN, and so is missing. */
function lookupKernel(curve: LookupCurve, input: CurveInput): AddPoints {
  const exactly = compileCurve(curve, input.places, input.pointsPlaces);
  return codesKernel(input, (text) => exactly(text as Slot));
}

function flagKernel(curve: FlagCurve, input: CurveInput): AddPoints {
  const exactly = compileCurve(curve, 0, input.pointsPlaces);
  return codesKernel(input, (flag) => exactly(flag as Slot));
}

function codesKernel({ codes, coded, chunk }: CurveInput, pointsOf: (value: string | boolean) => number): AddPoints {
  const { kernels, table } = chunk.space;
  const points = table(Float64Array.from(coded, (value) => (value === null ? Number.NaN : pointsOf(value))));
  return (rows, weight, sums) => kernels.addCodes(at(codes), rows, points, weight, at(sums));
}

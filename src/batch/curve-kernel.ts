import { toScaled } from "../core/scaled.ts";
import { ceilScaled, floorScaled, foldedBound } from "../core/scaled-bound.ts";
import type { Slot } from "../core/slots.ts";
import { compileCurve } from "../indicator/compile-curve.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LookupCurve } from "../schema/model-document.ts";
import type { AddPoints, CurveInput } from "./curve-input.ts";
import { type CodeLane, codeLane, type Lane } from "./lanes.ts";
import { lineKernel } from "./line-kernel.ts";
import { compileSegmentIndex } from "./segment-index.ts";

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
  const points = Float64Array.from(curve.bands, (band) => toScaled(band.points, pointsPlaces));
  const starts = curve.bands
    .slice(1)
    .map(({ from, above }) =>
      from === undefined ? floorScaled(above as number, places) + 1 : ceilScaled(from, places),
    );
  const indexOf = compileSegmentIndex(starts);
  const bands = codeLane();
  const folded = starts.map((start) => foldedBound(start, places));
  const isFolded = folded.every((bound) => !Number.isNaN(bound));
  if (!isFolded) chunk.isLaneRead[slot] = true;
  const indexOfRaw = compileSegmentIndex(isFolded ? folded : []);
  return (rows, weight, sums) => {
    if (chunk.isRaw[slot] === true) indexOfRaw(chunk.doubles[slot] as Float64Array, chunk.first, rows, bands);
    else indexOf(numbers, 0, rows, bands);
    addTable(bands, rows, points, weight, sums);
  };
}

/** Points of each text; what has none is NaN, and so is missing. */
function lookupKernel(curve: LookupCurve, { codes, places, coded, pointsPlaces }: CurveInput): AddPoints {
  const exactly = compileCurve(curve, places, pointsPlaces);
  const points = Float64Array.from(coded, (text) => (text === null ? Number.NaN : exactly(text as Slot)));
  return (rows, weight, sums) => addTable(codes, rows, points, weight, sums);
}

function flagKernel(curve: FlagCurve, { codes, coded, pointsPlaces }: CurveInput): AddPoints {
  const exactly = compileCurve(curve, 0, pointsPlaces);
  const points = Float64Array.from(coded, (flag) => (flag === null ? Number.NaN : exactly(flag)));
  return (rows, weight, sums) => addTable(codes, rows, points, weight, sums);
}

function addTable(codes: CodeLane, rows: number, points: Float64Array, weight: number, sums: Lane): void {
  for (let i = 0; i < rows; i++) {
    sums[i] = (sums[i] as number) + (points[codes[i] as number] as number) * weight;
  }
}

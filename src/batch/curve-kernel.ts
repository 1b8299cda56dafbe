import { toScaled } from "../core/scaled.ts";
import type { Slot } from "../core/slots.ts";
import { compileCurve } from "../indicator/compile-curve.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LinearCurve, LookupCurve } from "../schema/model-document.ts";
import type { Lane } from "./lanes.ts";
import { nextUp } from "./next-up.ts";

/** Adds weight × points of each input to a lane, exactly; a missing input adds anything. */
export type AddPoints = (inputs: Lane, rows: number, weight: number, sums: Lane) => void;

/** What a curve is compiled with. */
export interface CurveContext {
  readonly inputPlaces: number;
  readonly pointsPlaces: number;
  /** The category texts that codes stand for. */
  readonly dictionary: readonly string[];
}

export function compileCurveKernel(curve: Curve, context: CurveContext): AddPoints {
  return (KERNELS[curve.kind] as (curve: Curve, context: CurveContext) => AddPoints)(curve, context);
}

const KERNELS = {
  bands: bandsKernel,
  linear: linearKernel,
  lookup: lookupKernel,
  flag: flagKernel,
} satisfies { readonly [K in CurveKind]: (curve: never, context: CurveContext) => AddPoints };

/** How many steps one pass adds. */
const STEPS = 4;

/**
 * Bands as a sum of steps: the first band's points, and at each bound the difference to the band before. Comparisons
 * become numbers, so there is no branch to mispredict.
 */
function bandsKernel(curve: BandsCurve, { pointsPlaces }: CurveContext): AddPoints {
  const points = curve.bands.map((band) => toScaled(band.points, pointsPlaces));
  const first = points[0] as number;
  const bounds = curve.bands.slice(1).map((band) => band.from ?? nextUp(band.above as number));
  const steps = bounds.map((_, i) => (points[i + 1] as number) - (points[i] as number));
  while (bounds.length % STEPS !== 0 || bounds.length === 0) {
    bounds.push(Number.POSITIVE_INFINITY);
    steps.push(0);
  }
  return (inputs, rows, weight, sums) => {
    for (let k = 0; k < bounds.length; k += STEPS) {
      const start = k === 0 ? first * weight : 0;
      addSteps(inputs, rows, sums, start, bounds, steps, k, weight);
    }
  };
}

function addSteps(
  inputs: Lane,
  rows: number,
  sums: Lane,
  start: number,
  bounds: readonly number[],
  steps: readonly number[],
  k: number,
  weight: number,
): void {
  const b0 = bounds[k] as number;
  const b1 = bounds[k + 1] as number;
  const b2 = bounds[k + 2] as number;
  const b3 = bounds[k + 3] as number;
  const s0 = (steps[k] as number) * weight;
  const s1 = (steps[k + 1] as number) * weight;
  const s2 = (steps[k + 2] as number) * weight;
  const s3 = (steps[k + 3] as number) * weight;
  for (let i = 0; i < rows; i++) {
    const x = inputs[i] as number;
    sums[i] = (sums[i] as number) + start + +(x >= b0) * s0 + +(x >= b1) * s1 + +(x >= b2) * s2 + +(x >= b3) * s3;
  }
}

/**
 * A piecewise straight line as a sum of hinges over the clamped input, in doubles, rounded to the nearest integer; only
 * where that lies within the error bound of a rounding tie is it computed again exactly.
 */
function linearKernel(curve: LinearCurve, { inputPlaces, pointsPlaces }: CurveContext): AddPoints {
  const exactly = compileCurve(curve, inputPlaces, pointsPlaces);
  const { base, hinges, bends, least, greatest, error } = hingesOf(curve, pointsPlaces);
  const settled = error < 0.25 ? 0.5 - error : 0;
  const [h0, h1, h2, h3] = hinges as [number, number, number, number];
  const [c0, c1, c2, c3] = bends as [number, number, number, number];
  const hasMore = hinges.length > STEPS;
  return (inputs, rows, weight, sums) => {
    for (let i = 0; i < rows; i++) {
      const x = Math.min(Math.max(inputs[i] as number, least), greatest);
      let y =
        base +
        c0 * Math.max(0, x - h0) +
        c1 * Math.max(0, x - h1) +
        c2 * Math.max(0, x - h2) +
        c3 * Math.max(0, x - h3);
      if (hasMore) {
        for (let k = STEPS; k < hinges.length; k++) y += (bends[k] as number) * Math.max(0, x - (hinges[k] as number));
      }
      let points = Math.floor(y + 0.5);
      if (Math.abs(y - points) >= settled) points = exactly(x);
      sums[i] = (sums[i] as number) + points * weight;
    }
  };
}

/** A line as y = base + Σ bendₖ × max(0, x − hingeₖ), padded to whole passes, with a bound of what doubles make of it. */
interface Hinges {
  readonly base: number;
  readonly hinges: readonly number[];
  readonly bends: readonly number[];
  readonly least: number;
  readonly greatest: number;
  readonly error: number;
}

/** The relative error of one operation on doubles. */
const ULP = 2.220446049250313e-16;

function hingesOf(curve: LinearCurve, pointsPlaces: number): Hinges {
  const xs = curve.knots.map(([x]) => x);
  const ys = curve.knots.map(([, points]) => toScaled(points, pointsPlaces));
  const hinges = xs.slice(0, -1);
  const runs = hinges.map((x, i) => (xs[i + 1] as number) - x);
  const slopes = runs.map((run, i) => ((ys[i + 1] as number) - (ys[i] as number)) / run);
  const bends = slopes.map((slope, i) => slope - (slopes[i - 1] ?? 0));
  const least = xs[0] as number;
  const greatest = xs[xs.length - 1] as number;
  const base = ys[0] as number;

  // The knots are doubles near their decimals, so a short run far from zero has a slope that is only nearly right.
  const widest = Math.max(Math.abs(least), Math.abs(greatest));
  const slopeErrors = slopes.map((slope, i) => Math.abs(slope) * ULP * (2 + (2 * widest) / (runs[i] as number)));
  const span = greatest - least;
  const error = bends.reduce(
    (sum, bend, i) => {
      const bendError = (slopeErrors[i] as number) + (slopeErrors[i - 1] ?? 0) + Math.abs(bend) * ULP;
      return sum + bendError * span + Math.abs(bend) * ULP * (2 * widest + (hinges.length + 2) * span);
    },
    Math.abs(base) * ULP * (hinges.length + 2),
  );

  while (hinges.length % STEPS !== 0) {
    hinges.push(greatest);
    bends.push(0);
  }
  return { base, hinges, bends, least, greatest, error: 2 * error };
}

function lookupKernel(curve: LookupCurve, context: CurveContext): AddPoints {
  const exactly = compileCurve(curve, context.inputPlaces, context.pointsPlaces);
  const points = Float64Array.from(context.dictionary, (text) => exactly(text as Slot));
  return (inputs, rows, weight, sums) => {
    for (let i = 0; i < rows; i++)
      sums[i] = (sums[i] as number) + (points[(inputs[i] as number) | 0] as number) * weight;
  };
}

function flagKernel(curve: FlagCurve, { pointsPlaces }: CurveContext): AddPoints {
  const no = toScaled(curve.points.false, pointsPlaces);
  const rise = toScaled(curve.points.true, pointsPlaces) - no;
  return (inputs, rows, weight, sums) => {
    for (let i = 0; i < rows; i++) sums[i] = (sums[i] as number) + (no + (inputs[i] as number) * rise) * weight;
  };
}

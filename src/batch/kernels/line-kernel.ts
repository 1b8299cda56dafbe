import { powerOfTen } from "../../core/power-of-ten.ts";
import { mostDecimals, toScaled } from "../../core/scaled.ts";
import { ceilScaled } from "../../core/scaled-bound.ts";
import { compileCurve } from "../../indicator/compile-curve.ts";
import { at } from "../../lanes/lane.ts";
import type { LinearCurve } from "../../schema/model-document.ts";
import type { AddPoints, CurveInput } from "./curve-input.ts";

/**
 * A piecewise straight line: the segment by counting knots, then y = y₀ + slope × (x − x₀) in doubles.
 *
 * On a segment the exact y is a multiple of 1/d, d the reduced divisor of its slope, so y + ½ keeps 1/2d away from the
 * next integer. Where doubles err by less than half of that, floor(y + ½ + 1/4d) is the exact rounding, ties and all.
 * Where d is too large, ties are rare: there a y that lies within its error of one is computed again exactly.
 */
export function lineKernel(curve: LinearCurve, input: CurveInput): AddPoints {
  const { numbers, places, pointsPlaces, slot, chunk } = input;
  const { kernels, table, bounds, codeLane } = chunk.space;
  chunk.isLaneRead[slot] = true;
  const line = segmentsOf(curve, places, pointsPlaces);
  const [count, knots, lines] = [line.bounds.length, bounds(line.bounds), table(line.lines)];
  if (line.isSure) {
    return (rows, weight, sums) => kernels.addLine(at(numbers), rows, knots, count, lines, weight, at(sums));
  }
  const exactly = compileCurve(curve, places, pointsPlaces);
  const unit = powerOfTen(places);
  const doubtful = codeLane();
  const { multiplier, error } = line;
  return (rows, weight, sums) => {
    const [from, to, left] = [at(numbers), at(sums), at(doubtful)];
    const settled = 0.5 - error;
    const found = kernels.addDoubtfulLine(from, rows, knots, count, lines, multiplier, settled, weight, to, left);
    for (let k = 0; k < found; k++) {
      const row = doubtful[k] as number;
      const x = numbers[row] as number;
      if (!Number.isNaN(x)) sums[row] = (sums[row] as number) + exactly(x / unit) * weight;
    }
  };
}

/** Segments by how many knots lie at or below the input: level before the first and from the last on. */
interface Segments {
  /** The inputs at which the next segment begins. */
  readonly bounds: readonly number[];
  /**
   * By segment: its first y, where the line is sure with what is added before its floor is taken; its slope; where it
   * begins, on the scale of `multiplier` × the input; nothing.
   */
  readonly lines: Float64Array;
  readonly multiplier: number;
  readonly isSure: boolean;
  /** What a y in doubles may be off by. */
  readonly error: number;
}

/** The relative error of one operation on doubles, doubled. */
const ULP = 2.220446049250313e-16;

function segmentsOf({ knots }: LinearCurve, places: number, pointsPlaces: number): Segments {
  const decimals = knots.map(([x]) => x);
  const ys = knots.map(([, points]) => toScaled(points, pointsPlaces));
  const scale = Math.max(places, mostDecimals(decimals));
  const xs = decimals.map((x) => Math.round(x * powerOfTen(scale)));
  const areExact = decimals.every((x) => !Number.isNaN(toScaled(x, scale)));
  const last = xs.length - 1;
  const pairs = xs.slice(0, -1).map((x, i) => {
    const run = (xs[i + 1] as number) - x;
    const rise = (ys[i + 1] as number) - (ys[i] as number);
    return { run, rise, slope: rise / run, divisor: run / greatestDivisor(run, Math.abs(rise)) };
  });
  const greatest = Math.max(...ys.map(Math.abs));
  const widest = Math.max(...xs.map(Math.abs));
  const ofPoints = 4 * (greatest + 1) * ULP;
  const isSure =
    areExact && scale === places && ys.every((y) => y >= 0) && pairs.every(({ divisor }) => ofPoints * 4 * divisor < 1);
  const steepest = Math.max(...pairs.map(({ slope }) => Math.abs(slope)));
  const atSegment = (i: number, y: number) => (isSure ? y + 0.5 + 1 / (4 * (pairs[i]?.divisor ?? 1)) : y);
  const bases = [ys[0] as number, ...ys].map((y, k) => atSegment(k - 1, y));
  const slopes = [0, ...pairs.map(({ slope }) => slope), 0];
  const starts = [xs[0] as number, ...xs.slice(0, last), xs[last] as number];
  return {
    bounds: decimals.map((x) => ceilScaled(x, places)),
    lines: Float64Array.from(bases.flatMap((base, k) => [base, slopes[k] as number, starts[k] as number, 0])),
    multiplier: powerOfTen(scale - places),
    isSure,
    error: ofPoints + 4 * steepest * widest * ULP,
  };
}

/** Of two integers of doubles, by Euclid. */
function greatestDivisor(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

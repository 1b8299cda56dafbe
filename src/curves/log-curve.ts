import { logarithm, type Precise, precise } from "../core/transcendental.ts";
import { type Direction, examine } from "./arguments.ts";
import { type FittedCurve, fitKnots } from "./fit-knots.ts";

export interface LogOptions {
  /** The input of the first knot, above 0 … */
  readonly from: number;
  /** … and of the last. */
  readonly to: number;
  /** Default [0, 100]; the best is above the worst. */
  readonly points?: readonly [worst: number, best: number];
  /** `rising` (the default) gives the best points at `to`, `falling` at `from`. */
  readonly direction?: Direction;
  /** How far the lines may be from the logarithm, in points; more than half a unit of the last of `places`. */
  readonly maximumError: number;
  /** Decimals of the knots' points. Default 4. */
  readonly places?: number;
}

/**
 * Diminishing returns: worst + (best − worst) × ln(x ÷ from) ÷ ln(to ÷ from), as straight lines. Each doubling of the
 * input earns the same. The ends are exact, the curve is flat beyond them, and in between it is nowhere further than the
 * answered `maximumError` (at most the one asked for) from the logarithm. Scoring then rounds points to the model's
 * places, as with every curve.
 *
 * @returns the curve, and the bound that was proven for it
 * @throws GuanxiError with every argument that is wrong; `curves/knots` if more than 1000 knots would be needed
 *
 * @example
 * ```ts
 * const returns = logCurve({ from: 1000, to: 1000000, maximumError: 4, places: 0 });
 * returns.curve.knots; // [[1000, 0], [4300, 21], [19300, 43], [89000, 65], [405600, 87], [1000000, 100]]
 * returns.maximumError; // 4
 * ```
 */
export function logCurve(options: LogOptions): FittedCurve {
  const given = examine(options, ["from", "to", "points", "direction", "maximumError", "places"]);
  const from = given.above("from", 0);
  const to = given.above("to", from);
  const places = given.places();
  const [worst, best] = given.points(places);
  const [first, last] = given.direction() === "rising" ? [worst, best] : [best, worst];
  const maximumError = given.maximumError(places);
  given.refuse();
  // d points ÷ d ln(x)
  const rate = precise(last)
    .minus(first)
    .div(logarithm(precise(to).div(from)));
  const valueAt = (x: Precise) => rate.times(logarithm(x.div(from))).plus(first);
  const inputOfSlope = (slope: Precise) => (slope.isZero() ? null : rate.div(slope));
  return fitKnots([{ from, to, valueAt, inputOfSlope }], maximumError, places);
}

import { exponential, logarithm, type Precise, precise } from "../core/transcendental.ts";
import { type Arguments, examine } from "./arguments.ts";
import { type Bend, type FittedCurve, fitKnots } from "./fit-knots.ts";

interface LogisticEnds {
  /** The input half way between the worst and the best points. */
  readonly midpoint: number;
  /** The inputs of the first and the last knot. */
  readonly from: number;
  readonly to: number;
  /** Default [0, 100]; the best is above the worst. */
  readonly points?: readonly [worst: number, best: number];
  /** How far the lines may be from the function, in points; more than half a unit of the last of `places`. */
  readonly maximumError: number;
  /** Decimals of the knots' points. Default 4. */
  readonly places?: number;
}

/** The steepness: `slope` (k in the formula, per unit of the input), or a second point of the curve. */
export type LogisticOptions = LogisticEnds &
  (
    | { readonly slope: number; readonly at?: undefined; readonly share?: undefined }
    | {
        readonly slope?: undefined;
        /** The input … */
        readonly at: number;
        /** … that has this share of the way from the worst to the best points. */
        readonly share: number;
      }
  );

/**
 * A soft threshold: worst + (best − worst) ÷ (1 + e^(−slope × (x − midpoint))), as straight lines. It rises where the
 * slope is above 0 and falls where it is below; with `at` and `share` the slope is ln(share ÷ (1 − share)) ÷
 * (at − midpoint). The points at `from` and `to` are the function's, rounded to `places`; the curve is flat beyond them,
 * and in between it is nowhere further than the answered `maximumError` (at most the one asked for) from the function.
 * Scoring then rounds points to the model's places, as with every curve.
 *
 * @returns the curve, and the bound that was proven for it
 * @throws GuanxiError with every argument that is wrong; `curves/knots` if more than 1000 knots would be needed
 *
 * @example
 * ```ts
 * const soft = logisticCurve({ midpoint: 50, at: 70, share: 0.9, from: 0, to: 100, maximumError: 5, places: 1 });
 * soft.curve.knots; // [[0, 0.4], [33.51, 14], [50, 50], [69.98, 90], [100, 99.6]]
 * soft.maximumError; // 5
 * ```
 */
export function logisticCurve(options: LogisticOptions): FittedCurve {
  const given = examine(options, [
    "midpoint",
    "from",
    "to",
    "points",
    "maximumError",
    "places",
    "slope",
    "at",
    "share",
  ]);
  const midpoint = given.number("midpoint");
  const from = given.number("from");
  const to = given.above("to", from);
  const places = given.places();
  const [worst, best] = given.points(places);
  const maximumError = given.maximumError(places);
  const steepness = readSteepness(given, midpoint);
  given.refuse();
  const slope = steepness();
  const rise = precise(best).minus(worst);
  const valueAt = (x: Precise) => rise.times(shareAt(x.minus(midpoint).times(slope))).plus(worst);
  const bend = (left: number, right: number): Bend => ({
    from: left,
    to: right,
    valueAt,
    inputOfSlope: (steep) => {
      const distance = distanceOfSlope(steep.div(rise.times(slope)));
      return (
        distance
          ?.div(slope.abs())
          .times(left < midpoint ? -1 : 1)
          .plus(midpoint) ?? null
      );
    },
  });
  const isBent = from < midpoint && midpoint < to;
  return fitKnots(isBent ? [bend(from, midpoint), bend(midpoint, to)] : [bend(from, to)], maximumError, places);
}

/** The slope, computed once all arguments are known to be good. */
function readSteepness(given: Arguments, midpoint: number): () => Precise {
  const named = ["slope", "at", "share"].filter(given.has);
  if (named.join() === "slope") {
    const slope = given.number("slope");
    if (slope === 0) given.report("curves/other", ["slope"], 0, slope);
    return () => precise(slope);
  }
  if (named.join() !== "at,share") {
    given.report("curves/steepness", [], null, named.join(" and ") || null);
    return () => precise(1);
  }
  const at = given.number("at");
  const share = given.number("share");
  if (at === midpoint) given.report("curves/other", ["at"], midpoint, at);
  if (share <= 0 || share >= 1 || share === 0.5) given.report("curves/share", ["share"], null, share);
  return () => logarithm(precise(share).div(precise(1).minus(share))).div(precise(at).minus(midpoint));
}

/** Beyond this the share is 0 or 1 to more digits than are kept. */
const FAR = 150;

/** 1 ÷ (1 + e⁻ᵗ). */
function shareAt(t: Precise): Precise {
  if (t.abs().gt(FAR)) return precise(t.isNegative() ? 0 : 1);
  return precise(1).div(exponential(t.negated()).plus(1));
}

/** The |t| at which share × (1 − share), the slope of the share, is `product`; `null` if it never is. */
function distanceOfSlope(product: Precise): Precise | null {
  const under = precise(1).minus(product.times(4));
  if (product.lte(0) || under.lt(0)) return null;
  // The lower of the two shares, in the form that does not cancel.
  const share = product.times(2).div(under.sqrt().plus(1));
  return logarithm(precise(1).minus(share).div(share));
}

import { GuanxiError } from "../core/guanxi-error.ts";
import { issue } from "../core/issue.ts";
import { MOST_DIGITS } from "../core/scaled.ts";
import { type Precise, precise } from "../core/transcendental.ts";
import type { LinearCurve } from "../schema/model-document.ts";

/** A smooth curve as straight lines, with the proof of how near they are. */
export interface FittedCurve {
  readonly curve: LinearCurve;
  /** Nowhere between the first and the last knot is the curve further than this from the function, in points. */
  readonly maximumError: number;
}

/** A stretch of a monotone function that bends one way only: convex or concave. */
export interface Bend {
  readonly from: number;
  readonly to: number;
  readonly valueAt: (input: Precise) => Precise;
  /** The one input at which the function is so steep, `null` if there is none on this stretch. */
  readonly inputOfSlope: (slope: Precise) => Precise | null;
}

/** More knots than this are no longer a plain curve. */
export const MOST_KNOTS = 1000;

/**
 * Straight lines through rounded points of a function, as long as the error allows (greedily, from the left).
 *
 * A line misses a convex or concave stretch most at one of its ends, or where the function is as steep as the line:
 * these three gaps are computed, so the bound is proven, not sampled. Knots stand on round inputs where they can.
 *
 * @param bends adjoining stretches, left to right
 * @param maximumError in points; more than half a unit of the last place
 * @param places decimals of the points of a knot
 */
export function fitKnots(bends: readonly Bend[], maximumError: number, places: number): FittedCurve {
  // The last digits of 40 are not to be trusted; a gap that close to the bound is a gap too wide.
  const doubt = precise(`1e-${places + 9}`);
  const allowed = precise(maximumError).minus(doubt);
  let widest = precise(0);
  const knots: (readonly [number, number])[] = [];
  for (const bend of bends) {
    let start = knotOf(bend, bend.from, places);
    if (knots.length === 0) knots.push([start.input, start.points]);
    while (start.input < bend.to) {
      const next = furthest(bend, start, allowed, places);
      if (next === null || knots.length === MOST_KNOTS) {
        throw new GuanxiError([issue("curves/knots", ["maximumError"], MOST_KNOTS, maximumError)]);
      }
      knots.push([next.knot.input, next.knot.points]);
      if (next.gap.gt(widest)) widest = next.gap;
      start = next.knot;
    }
  }
  const proven = widest.plus(doubt).toDecimalPlaces(places + 1, ROUND_UP);
  return {
    curve: { kind: "linear", knots },
    maximumError: proven.lt(maximumError) ? proven.toNumber() : maximumError,
  };
}

/** decimal.js: away from zero. */
const ROUND_UP = 0;

interface Knot {
  readonly input: number;
  readonly points: number;
  readonly x: Precise;
  readonly y: Precise;
  /** How far the rounded point lies below the function. */
  readonly gap: Precise;
}

function knotOf(bend: Bend, input: number, places: number): Knot {
  const x = precise(input);
  const value = bend.valueAt(x);
  const y = value.toDecimalPlaces(places);
  return { input, points: y.toNumber() + 0, x, y, gap: value.minus(y) };
}

interface Reach {
  readonly knot: Knot;
  /** The widest distance between the function and the line to this knot. */
  readonly gap: Precise;
}

function reachOf(bend: Bend, start: Knot, input: number, places: number): Reach {
  const knot = knotOf(bend, input, places);
  const slope = knot.y.minus(start.y).div(knot.x.minus(start.x));
  const steepest = bend.inputOfSlope(slope);
  const gaps = [start.gap, knot.gap];
  if (steepest?.gt(start.x) && steepest.lt(knot.x)) {
    gaps.push(
      bend
        .valueAt(steepest)
        .minus(start.y)
        .minus(slope.times(steepest.minus(start.x))),
    );
  }
  return { knot, gap: gaps.map((gap) => gap.abs()).reduce((wide, gap) => (gap.gt(wide) ? gap : wide)) };
}

/** Fewer steps of a grid than this waste too much of the length a line could have; a finer grid is tried. */
const FEWEST_STEPS = 10;
/** Grid inputs are integers below 10¹⁵ times a power of ten, so they have at most 15 digits. */
const GRID_LIMIT = 1e15;

/**
 * The furthest knot that a line may reach from `start`: the end of the stretch, or an input on the coarsest decimal grid
 * that serves. `null` if 15 digits are not fine enough.
 */
function furthest(bend: Bend, start: Knot, allowed: Precise, places: number): Reach | null {
  const end = reachOf(bend, start, bend.to, places);
  if (end.gap.lte(allowed)) return end;
  const coarsest = precise(bend.to).minus(bend.from).e - 3;
  let found: Reach | null = null;
  for (let exponent = coarsest; exponent > coarsest - 2 * MOST_DIGITS; exponent--) {
    const unit = precise(`1e${exponent}`);
    const first = start.x.div(unit).floor();
    const beforeEnd = precise(bend.to).div(unit).ceil().minus(first).toNumber() - 1;
    const steps = Math.min(beforeEnd, GRID_LIMIT - 1 - first.toNumber());
    if (first.abs().gte(GRID_LIMIT) || steps <= 0) continue;
    const at = (step: number) => reachOf(bend, start, first.plus(step).times(unit).toNumber(), places);
    const few = Math.min(FEWEST_STEPS, steps);
    found = lastWithin(at, few, steps, allowed) ?? found;
    // A line that comes to the last grid line before the end may come nearer to the end on a finer grid.
    if (found?.knot.x.lt(first.plus(steps).times(unit))) return found;
  }
  return found;
}

/** The answer of the last step whose gap is allowed, if `few` steps are; found as gaps grow with the square of the length. */
function lastWithin(at: (step: number) => Reach, few: number, steps: number, allowed: Precise): Reach | null {
  let tried = at(few);
  if (tried.gap.gt(allowed)) return null;
  let found = tried;
  let [near, far, step] = [few, steps + 1, few];
  for (let turn = 1; far - near > 1; turn++) {
    const likely = Math.floor(step * Math.sqrt(allowed.div(tried.gap).toNumber()));
    step = turn % 3 === 0 ? Math.floor((near + far) / 2) : Math.max(near + 1, Math.min(likely, far - 1));
    tried = at(step);
    if (tried.gap.gt(allowed)) far = step;
    else {
      near = step;
      found = tried;
    }
  }
  return found;
}

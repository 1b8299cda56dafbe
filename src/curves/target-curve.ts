import { MOST_DIGITS } from "../core/scaled.ts";
import { precise } from "../core/transcendental.ts";
import type { LinearCurve } from "../schema/model-document.ts";
import { examine } from "./arguments.ts";

export interface TargetOptions {
  /** The best input. */
  readonly target: number;
  /** The inputs below and above the target at which, and beyond which, the points are the worst. */
  readonly from: number;
  readonly to: number;
  /** Default [0, 100]; the best is above the worst. */
  readonly points?: readonly [worst: number, best: number];
  /** How far on either side of the target the points stay the best, in the units of the input. Default 0. */
  readonly plateau?: number;
}

/**
 * Target-is-best: straight up from `from` to the target, straight down to `to`, flat at the worst points beyond.
 *
 * @throws GuanxiError with every argument that is wrong
 *
 * @example
 * ```ts
 * targetCurve({ target: 30, from: 0, to: 90 }).knots; // [[0, 0], [30, 100], [90, 0]]
 * targetCurve({ target: 30, from: 0, to: 90, plateau: 5 }).knots; // [[0, 0], [25, 100], [35, 100], [90, 0]]
 * ```
 */
export function targetCurve(options: TargetOptions): LinearCurve {
  const given = examine(options, ["target", "from", "to", "points", "plateau"]);
  const target = given.number("target");
  const plateau = given.has("plateau") ? given.number("plateau") : 0;
  if (plateau < 0) given.report("curves/least", ["plateau"], 0, plateau);
  const edges = [precise(target).minus(plateau), precise(target).plus(plateau)] as const;
  if (edges.some((edge) => edge.precision() > MOST_DIGITS)) {
    given.report("curves/number", ["plateau"], MOST_DIGITS, plateau);
  }
  const [low, high] = edges.map((edge) => edge.toNumber()) as [number, number];
  const from = given.number("from");
  if (from >= low) given.report("curves/below", ["from"], low, from);
  const to = given.above("to", high);
  const [worst, best] = given.points(null);
  given.refuse();
  const top = plateau === 0 ? [target] : [low, high];
  return { kind: "linear", knots: [[from, worst], ...top.map((input) => [input, best] as const), [to, worst]] };
}

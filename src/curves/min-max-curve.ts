import type { LinearCurve } from "../schema/model-document.ts";
import { type Direction, examine } from "./arguments.ts";

export interface MinMaxOptions {
  /** The input at one end of the slope, in the units of the input … */
  readonly min: number;
  /** … and at the other; above `min`. */
  readonly max: number;
  /** Default [0, 100]; the best is above the worst. */
  readonly points?: readonly [worst: number, best: number];
  /** `rising` (the default) gives the best points at `max`, `falling` at `min`. */
  readonly direction?: Direction;
}

/**
 * Min–max scaling as a curve: worst + (best − worst) × (x − min) ÷ (max − min), flat beyond both.
 *
 * @throws GuanxiError with every argument that is wrong
 *
 * @example
 * ```ts
 * minMaxCurve({ min: 0, max: 180, direction: "falling" }).knots; // [[0, 100], [180, 0]]
 * ```
 */
export function minMaxCurve(options: MinMaxOptions): LinearCurve {
  const given = examine(options, ["min", "max", "points", "direction"]);
  const min = given.number("min");
  const max = given.above("max", min);
  const [worst, best] = given.points(null);
  const isRising = given.direction() === "rising";
  given.refuse();
  return {
    kind: "linear",
    knots: [
      [min, isRising ? worst : best],
      [max, isRising ? best : worst],
    ],
  };
}

import { fromScaled, mostDecimals, toScaled } from "../core/scaled.ts";
import type { SharedWeight } from "./moved-weights.ts";

/** The way of a weight toward 0 or toward the whole, in steps from 1 on, its ends left out. */
export interface WeightSteps {
  readonly last: number;
  /** The weight at a step, an exact decimal; its own at 0. */
  readonly at: (step: number) => number;
}

/** @param size of a step, a decimal */
export function weightSteps({ weight, whole }: SharedWeight, sign: 1 | -1, size: number): WeightSteps {
  const places = mostDecimals([weight, size]);
  const [from, step] = [toScaled(weight, places), toScaled(size, places)];
  const way = sign < 0 ? from : toScaled(whole, places) - from;
  return {
    last: Math.max(0, Math.ceil(way / step) - 1),
    at: (count) => fromScaled(from + sign * count * step, places),
  };
}

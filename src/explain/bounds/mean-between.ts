import { powerOfTen } from "../../core/power-of-ten.ts";
import { type CombineSpec, compileCombine } from "../../indicator/compile-combine.ts";

/** Weights on their way from one set to another may be off by less than this part of their whole, as rounding makes them. */
const WEIGHT_ERROR = 1e-9;
/** What doubles add to that, in parts of the greatest points. */
const DOUBLE_ERROR = 1e-13;

/** The least and the greatest mean of children, by the least and the greatest points of each; NaN for one that is not there. */
export type MeanBetween = (lows: readonly number[], highs: readonly number[]) => readonly [low: number, high: number];

/**
 * A mean whose weights lie between two sets: one of them moves, the others share the rest in a proportion that stays. The
 * mean of given points then only rises or only falls on the way, so it lies between those at the two ends, but for the
 * rounding of the weights. Where all points are the same, it is they.
 */
export function compileMeanBetween(spec: CombineSpec, others: readonly number[]): MeanBetween {
  const { weights, from, to } = spec;
  const published = compileCombine("mean", spec);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const scale = powerOfTen(Math.max(0, to - from)) / powerOfTen(Math.max(0, from - to));
  const end = (points: readonly number[], sign: 1 | -1) => {
    const present = points.filter((point, i) => !Number.isNaN(point) && (weights[i] as number) > 0);
    const [least, greatest] = [Math.min(...present), Math.max(...present)];
    if (least === greatest) return published.value(points);
    const size = Math.max(Math.abs(least), Math.abs(greatest));
    const off = [weights, others].map((set) => {
      const [sum, weight] = weighted(set, points);
      const error = ((greatest - least) * WEIGHT_ERROR * whole * weights.length) / weight + size * DOUBLE_ERROR;
      return Math.round((sum / weight + sign * error) * scale);
    });
    return sign < 0 ? Math.min(...off) : Math.max(...off);
  };
  return (lows, highs) => [end(lows, -1), end(highs, 1)];
}

function weighted(weights: readonly number[], points: readonly number[]): readonly [sum: number, weight: number] {
  let [sum, whole] = [0, 0];
  points.forEach((point, i) => {
    const weight = weights[i] as number;
    if (Number.isNaN(point) || weight === 0) return;
    sum += weight * point;
    whole += weight;
  });
  return [sum, whole];
}

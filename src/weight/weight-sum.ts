import { fromScaled, mostDecimals, toScaled } from "../core/scaled.ts";

/** The sum of weights as the exact decimal. Cost: linear. */
export function weightSum(weights: readonly number[]): number {
  const scale = mostDecimals(weights);
  return fromScaled(
    weights.reduce((sum, weight) => sum + toScaled(weight, scale), 0),
    scale,
  );
}

/** Whether weights of one parent sum to what they may: exactly 1 or exactly 100. */
export function isWholeSum(sum: number): boolean {
  return sum === 1 || sum === 100;
}

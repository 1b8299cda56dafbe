import { compareFractions, minus, over, times, wholeOf } from "../core/fraction.ts";
import { decimalsOf, mostDecimals } from "../core/scaled.ts";
import { curvePoints } from "../indicator/attainable.ts";
import type { Curve } from "../schema/model-document.ts";
import { exactly } from "./read-decimal.ts";

/**
 * The decimals that the points of a curve have before they are rounded, over inputs of so many places; `null` where a
 * line gives more than `most`, so that rounding changes them.
 */
export function curveDecimals(curve: Curve, inputPlaces: number, most: number): number | null {
  if (curve.kind !== "linear") return mostDecimals(curvePoints(curve));
  for (let decimals = 0; decimals <= most; decimals++) {
    if (isOnGrid(curve.knots, inputPlaces, decimals)) return decimals;
  }
  return null;
}

/** Whether every step of 10^−inputPlaces along the lines is a whole number of steps of 10^−decimals in points. */
function isOnGrid(
  knots: readonly (readonly [input: number, points: number])[],
  inputPlaces: number,
  decimals: number,
): boolean {
  const ratio = exactly(Number(`1e${decimals - inputPlaces}`));
  return knots.every(([x, y], i) => {
    const [x0, y0] = knots[i - 1] ?? [];
    if (decimalsOf(x) > inputPlaces || decimalsOf(y) > decimals) return false;
    if (x0 === undefined || y0 === undefined) return true;
    const slope = over(minus(exactly(y), exactly(y0)), minus(exactly(x), exactly(x0)));
    const step = times(slope, ratio);
    return compareFractions(step, wholeOf(step, "floor")) === 0;
  });
}

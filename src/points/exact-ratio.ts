import {
  type ExactDecimal,
  exactly,
  multiply,
  ONE,
  safeNumber,
  signOf,
  subtract,
  sumOf,
  wholeQuotient,
} from "../core/exact-decimal.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { issue } from "../core/issue.ts";
import { fromScaled, PUBLISHED_LIMIT } from "../core/scaled.ts";

/**
 * Π factors ÷ Σ divisors, exactly, rounded half away from zero at `places`; all are decimals as printed.
 *
 * @throws GuanxiError if it would take more than 15 significant digits
 */
export function exactRatio(factors: readonly number[], divisors: readonly number[], places: number): number {
  const shift = { ...ONE, places: -places };
  const above = factors.map(exactly).reduce(multiply, shift);
  return published(wholeQuotient(above, sumOf(divisors.map(exactly)), "half-away"), places);
}

/** a − b, exactly. */
export function exactDifference(a: number, b: number): number {
  const difference = subtract(exactly(a), exactly(b));
  return published(difference, difference.places);
}

/** The units of a decimal × 10^−places. */
function published(decimal: ExactDecimal, places: number): number {
  const units = safeNumber(decimal);
  if (Math.abs(units) < PUBLISHED_LIMIT) return fromScaled(units, places);
  throw new GuanxiError([issue("record/precision", ["places"], places, fromScaled(signOf(decimal), places))]);
}

import { nextUp } from "./next-up.ts";
import { powerOfTen } from "./power-of-ten.ts";
import { PUBLISHED_LIMIT } from "./scaled.ts";

/**
 * The least published integer whose decimal is at or above a bound: value ≥ bound ⟺ value × 10^places ≥ `ceilScaled`.
 * The bound, of at most 15 significant digits, may have more decimals than published values have.
 *
 * @example
 * ```ts
 * ceilScaled(0.125, 2); // 13
 * ```
 */
export function ceilScaled(bound: number, places: number): number {
  const below = floorScaled(bound, places);
  const isWhole = Math.abs(below) >= PUBLISHED_LIMIT || below / powerOfTen(places) === bound;
  return isWhole ? below : below + 1;
}

/** The greatest published integer whose decimal is at or below a bound; infinite beyond all integers of doubles. */
export function floorScaled(bound: number, places: number): number {
  const unit = powerOfTen(places);
  const scaled = bound * unit;
  if (!(Math.abs(scaled) <= Number.MAX_SAFE_INTEGER)) {
    return scaled > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  // So large a number of 15 digits ends in a zero.
  if (Math.abs(scaled) >= PUBLISHED_LIMIT) return Math.round(scaled / 10) * 10;
  // The product may be off by a rounding; decimals of 15 digits compare as their doubles do.
  let whole = Math.floor(scaled);
  if (whole / unit > bound) whole -= 1;
  else if ((whole + 1) / unit <= bound) whole += 1;
  return whole + 0;
}

/** Integers below this keep one more digit within 15. */
const FOLDED_LIMIT = 1e13;

/**
 * The least double that is published at or above an integer × 10^−places, rounding half away from zero: half a step
 * below it, and above that half step only for integers up to zero. NaN for integers too large to say.
 *
 * @example 0.125 is the least number that is published as 0.13 or more
 * ```ts
 * foldedBound(13, 2); // 0.125
 * ```
 */
export function foldedBound(whole: number, places: number): number {
  if (!Number.isFinite(whole)) return whole;
  if (Math.abs(whole) >= FOLDED_LIMIT) return Number.NaN;
  const half = Number(`${whole * 10 - 5}e-${places + 1}`);
  return whole > 0 ? half : nextUp(half);
}

import { exactQuotient } from "../core/exact-quotient.ts";
import { decimalOf, integerOf, sum } from "../core/integer.ts";
import { fromScaled, SCALED_LIMIT, toScaled } from "../core/scaled.ts";
import { SHARE_PLACES } from "../indicator/compile-combine.ts";

/** Arithmetic on published decimals, exact: on scaled integers, and on whole numbers of any size where those do not fit. */

/** The sum of decimals that have at most so many places. */
export function sumOf(values: readonly number[], places: number): number {
  let scaled = 0;
  let isSafe = true;
  for (const value of values) {
    scaled += toScaled(value, places);
    isSafe = isSafe && Math.abs(scaled) < SCALED_LIMIT;
  }
  return isSafe ? fromScaled(scaled, places) : decimalOf(sum(values.map((value) => integerOf(value, places))), places);
}

/** a − b of two decimals that have at most so many places. */
export function difference(a: number, b: number, places: number): number {
  return sumOf([a, -b], places);
}

/** A whole, as a share of 6 places. */
export const WHOLE_SHARE = 1;
const SHARE_UNITS = 1e6;

/** Part of a part, published as shares are. */
export function shareOf(outer: number, inner: number): number {
  const product = exactQuotient(toScaled(outer, SHARE_PLACES), toScaled(inner, SHARE_PLACES), SHARE_UNITS);
  return fromScaled(product, SHARE_PLACES);
}

/**
 * share × points, published at `places`; at `coarser` ones, which fit every bonus, where so many digits would not.
 */
export function contributionOf(points: number, share: number, places: number, coarser: number): number {
  const scaled = toScaled(points, places);
  if (Number.isNaN(scaled) && places !== coarser) return contributionOf(points, share, coarser, coarser);
  return fromScaled(exactQuotient(scaled, toScaled(share, SHARE_PLACES), SHARE_UNITS), places);
}

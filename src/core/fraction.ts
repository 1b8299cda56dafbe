import { decimalOf, type Integer, integerOf, product, quotient, sum, tenTo } from "./integer.ts";
import { commonDivisor, compare, digitsOfNatural, divide, multiply, type Natural, naturalOf, ONE } from "./natural.ts";
import { MOST_MAGNITUDE, type Numeral } from "./numeral.ts";
import type { RoundingMode } from "./rounding.ts";
import { decimalsOf, MOST_DIGITS } from "./scaled.ts";

/** An exact quotient of whole numbers: `over` ÷ `under`, where `under` is above zero. Not in lowest terms. */
export interface Fraction {
  readonly over: Integer;
  readonly under: Natural;
}

export const NOUGHT: Fraction = { over: { isNegative: false, size: [] }, under: ONE };

/** A decimal as written. */
export function fractionOf({ isNegative, digits, exponent }: Numeral): Fraction {
  const size = naturalOf(digits + "0".repeat(Math.max(0, exponent)));
  return { over: { isNegative, size }, under: tenTo(Math.max(0, -exponent)).size };
}

/** A double as the decimal it prints as. */
export function fractionOfDouble(value: number): Fraction {
  const scale = decimalsOf(value);
  return { over: integerOf(value, scale), under: tenTo(scale).size };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (compare(a.under, b.under) === 0) return { over: sum([a.over, b.over]), under: a.under };
  return {
    over: sum([product([a.over, positive(b.under)]), product([b.over, positive(a.under)])]),
    under: multiply(a.under, b.under),
  };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, opposite(b));
}

export function opposite({ over, under }: Fraction): Fraction {
  return { over: { isNegative: !over.isNegative, size: over.size }, under };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: product([a.over, b.over]), under: multiply(a.under, b.under) };
}

/** a ÷ b, where b is other than zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  const size = multiply(a.over.size, b.under);
  return { over: { isNegative: a.over.isNegative !== b.over.isNegative, size }, under: multiply(a.under, b.over.size) };
}

/** −1, 0 or 1. */
export function signOf({ over }: Fraction): -1 | 0 | 1 {
  return over.size.length === 0 ? 0 : over.isNegative ? -1 : 1;
}

/** The sign of a − b. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return signOf(minus(a, b));
}

/** Rounded to a whole number. */
export function wholeOf({ over, under }: Fraction, mode: RoundingMode): Fraction {
  return { over: quotient(over, positive(under), mode), under: ONE };
}

/** The same value in lowest terms. Cost: Euclid's algorithm on its two parts. */
export function lowestTerms({ over, under }: Fraction): Fraction {
  const divisor = commonDivisor(over.size, under);
  return {
    over: { isNegative: over.isNegative, size: divide(over.size, divisor).quotient },
    under: divide(under, divisor).quotient,
  };
}

/** How many decimal digits its two parts are written with, give or take a few: what its arithmetic costs. */
export function extentOf({ over, under }: Fraction): number {
  return (over.size.length + under.length) * 7;
}

/**
 * The value rounded half away from zero to 15 significant digits, as the double that prints as that decimal; NaN from
 * 10^64 on.
 */
export function numberOf(value: Fraction): number {
  if (signOf(value) === 0) return 0;
  const { over, under } = value;
  // The value has as many digits before the point as the two lengths differ by, or one more.
  const places = MOST_DIGITS - (digitsOfNatural(over.size).length - digitsOfNatural(under).length);
  const most = tenTo(MOST_DIGITS).size;
  const finest = roundedTo(value, places);
  const isTooFine = compare(finest.size, most) >= 0;
  const number = isTooFine ? doubleOf(roundedTo(value, places - 1), places - 1) : doubleOf(finest, places);
  return Math.abs(number) < Number(`1e${MOST_MAGNITUDE}`) ? number : Number.NaN;
}

/** The value × 10^places as a whole number, rounded half away from zero. */
function roundedTo({ over, under }: Fraction, places: number): Integer {
  return places >= 0
    ? quotient(product([over, tenTo(places)]), positive(under), "half-away")
    : quotient(over, product([positive(under), tenTo(-places)]), "half-away");
}

/** As `decimalOf`, for places of either sign. */
function doubleOf(scaled: Integer, places: number): number {
  return places >= 0 ? decimalOf(scaled, places) : decimalOf(product([scaled, tenTo(-places)]));
}

function positive(size: Natural): Integer {
  return { isNegative: false, size };
}

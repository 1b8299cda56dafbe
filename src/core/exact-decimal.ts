import { integerOf } from "./integer.ts";
import type { RoundingMode } from "./rounding.ts";
import { decimalsOf, MOST_DIGITS, PUBLISHED_LIMIT, toScaled } from "./scaled.ts";
import { divided, doubleOf, lengthOf, plus, shifted, times, type Whole } from "./whole.ts";

/**
 * A decimal of any length: units × 10^−places. Sums and products are exact; a quotient is taken once, at the end, and
 * rounded to a whole number.
 */
export interface ExactDecimal {
  readonly units: Whole;
  readonly places: number;
}

export const ZERO: ExactDecimal = { units: 0, places: 0 };
export const ONE: ExactDecimal = { units: 1, places: 0 };

/** A number as the decimal it prints as. */
export function exactly(value: number): ExactDecimal {
  const places = Number.isSafeInteger(value) ? 0 : decimalsOf(value);
  const units = toScaled(value, places);
  return { units: Number.isNaN(units) ? integerOf(value, places) : units, places };
}

export function add(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  const places = Math.max(a.places, b.places);
  return { units: plus(unitsAt(a, places), unitsAt(b, places)), places };
}

export function subtract(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  return add(a, { units: times(b.units, -1), places: b.places });
}

export function multiply(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  return { units: times(a.units, b.units), places: a.places + b.places };
}

export function sumOf(decimals: readonly ExactDecimal[]): ExactDecimal {
  return decimals.reduce(add, ZERO);
}

/** Negative, zero or positive, as the decimal is. */
export function signOf({ units }: ExactDecimal): number {
  return doubleOf(units);
}

/** a ÷ b as a whole number, b above zero. */
export function wholeQuotient(a: ExactDecimal, b: ExactDecimal, mode: RoundingMode): ExactDecimal {
  const places = Math.max(a.places, b.places);
  return { units: divided(unitsAt(a, places), unitsAt(b, places), mode), places: 0 };
}

/** A whole number as a double that holds it exactly; NaN from 2⁵³ on. */
export function safeNumber({ units }: ExactDecimal): number {
  const double = doubleOf(units);
  return Math.abs(double) <= Number.MAX_SAFE_INTEGER ? double : Number.NaN;
}

/**
 * a ÷ b as the number people are shown, b above zero: exact where the quotient has at most 15 significant digits, else
 * rounded half away from zero to 15.
 */
export function shownQuotient(a: ExactDecimal, b: ExactDecimal): number {
  const places = Math.max(a.places, b.places);
  const top = unitsAt(a, places);
  const bottom = unitsAt(b, places);
  if (typeof top === "number" && Math.abs(top) < PUBLISHED_LIMIT && isPowerOfTen(bottom)) return top / bottom;
  const scale = MOST_DIGITS - (lengthOf(top) - lengthOf(bottom));
  const rounded = roundedAt(top, bottom, scale);
  // The quotient of the lengths is one digit longer or not; the text is read as one decimal.
  const isTooLong = Math.abs(doubleOf(rounded)) >= PUBLISHED_LIMIT;
  return decimalText(isTooLong ? roundedAt(top, bottom, scale - 1) : rounded, isTooLong ? scale - 1 : scale);
}

/** a ÷ b × 10^scale as a whole number. */
function roundedAt(a: Whole, b: Whole, scale: number): Whole {
  return divided(shifted(a, Math.max(0, scale)), shifted(b, Math.max(0, -scale)), "half-away");
}

/** A whole number of at most 15 digits × 10^−scale. */
function decimalText(units: Whole, scale: number): number {
  return Number(`${doubleOf(units)}e${-scale}`);
}

function isPowerOfTen(value: Whole): value is number {
  let rest = typeof value === "number" ? value : 0;
  while (rest > 1 && rest % 10 === 0) rest /= 10;
  return rest === 1;
}

function unitsAt({ units, places }: ExactDecimal, wanted: number): Whole {
  return shifted(units, wanted - places);
}

import { Decimal } from "decimal.js";
import type { Rounding } from "./document.ts";
import { happened } from "./trace.ts";

// 1,000 digits: no sum or product of published values comes near it, so nothing before a rounding is ever inexact.
const WideDecimal = Decimal.clone({ precision: 1000, rounding: Decimal.ROUND_DOWN });

export type Exact = Decimal;

/** A JS number is read as its shortest decimal text. */
export function exact(value: number | string | Decimal): Exact {
  return new WideDecimal(typeof value === "number" ? String(value) : value);
}

export const ZERO = exact(0);
export const ONE = exact(1);

/** An exact rational; it is divided only when it is rounded. The denominator is above zero. */
export interface Fraction {
  num: Exact;
  den: Exact;
}

export function fraction(num: Exact, den: Exact = ONE): Fraction {
  return den.isNegative() ? { num: num.negated(), den: den.negated() } : { num, den };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { num: a.num.times(b.den).plus(b.num.times(a.den)), den: a.den.times(b.den) };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { num: a.num.times(b.num), den: a.den.times(b.den) };
}

/** Rounds once to `places`; `station` only names the place for the hit counts. */
export function round(value: Fraction, places: number, station: string, rounding: Rounding = "half-away"): Exact {
  const isNegative = value.num.lessThan(0);
  const scaled = value.num.abs().times(exact(10).pow(places));
  const whole = scaled.dividedToIntegerBy(value.den);
  const rest = scaled.minus(whole.times(value.den));
  const comparedWithHalf = rest.times(2).comparedTo(value.den);
  if (comparedWithHalf === 0) happened(`tie at ${station}`);
  const isAwayFromZero = {
    "half-away": comparedWithHalf >= 0,
    floor: isNegative && !rest.isZero(),
    ceiling: !isNegative && !rest.isZero(),
  }[rounding];
  const magnitude = (isAwayFromZero ? whole.plus(1) : whole).dividedBy(exact(10).pow(places));
  if (magnitude.isZero()) return ZERO; // never minus zero
  return isNegative ? magnitude.negated() : magnitude;
}

export function clamp(value: Exact, range: { low: Exact; high: Exact }): Exact {
  if (value.lessThan(range.low)) happened("clamped low");
  if (value.greaterThan(range.high)) happened("clamped high");
  if (value.lessThan(range.low)) return range.low;
  return value.greaterThan(range.high) ? range.high : value;
}

export function sumOf(values: Exact[]): Exact {
  return values.reduce((sum, value) => sum.plus(value), ZERO);
}

export function leastOf(values: Exact[]): Exact {
  return values.reduce((least, value) => (value.lessThan(least) ? value : least));
}

export function greatestOf(values: Exact[]): Exact {
  return values.reduce((greatest, value) => (value.greaterThan(greatest) ? value : greatest));
}

/** Digits between the first and the last that are not zero. */
export function significantDigits(value: Exact): number {
  const digits = value.abs().toFixed().replace(".", "");
  return digits.replace(/^0+/, "").replace(/0+$/, "").length;
}

export function plainNumber(value: Exact): number {
  return Number(value.toFixed());
}
export function plainNumberOrNull(value: Exact | null): number | null {
  return value === null ? null : plainNumber(value);
}

import type { Natural } from "./natural.ts";
import * as natural from "./natural.ts";
import type { RoundingMode } from "./rounding.ts";

/** A whole number of any size and sign. */
export interface Integer {
  readonly isNegative: boolean;
  readonly size: Natural;
}

/** A decimal × 10^scale as a whole number; the decimal is a double's shortest text and has at most `scale` places. */
export function integerOf(decimal: number, scale = 0): Integer {
  const [mantissa = "", exponent = "0"] = String(Math.abs(decimal)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const zeros = Number(exponent) - fraction.length + scale;
  return { isNegative: decimal < 0, size: natural.naturalOf(whole + fraction + "0".repeat(zeros)) };
}

export function sum(integers: readonly Integer[]): Integer {
  return integers.reduce(plus, { isNegative: false, size: natural.ZERO });
}

function plus(a: Integer, b: Integer): Integer {
  if (a.isNegative === b.isNegative) return { isNegative: a.isNegative, size: natural.add(a.size, b.size) };
  return natural.compare(a.size, b.size) >= 0
    ? { isNegative: a.isNegative, size: natural.subtract(a.size, b.size) }
    : { isNegative: b.isNegative, size: natural.subtract(b.size, a.size) };
}

export function negated(a: Integer): Integer {
  return { isNegative: !a.isNegative, size: a.size };
}

export function product(integers: readonly Integer[]): Integer {
  return integers.reduce(
    (a, b) => ({ isNegative: a.isNegative !== b.isNegative, size: natural.multiply(a.size, b.size) }),
    { isNegative: false, size: natural.ONE },
  );
}

/** 10ⁿ. */
export function tenTo(n: number): Integer {
  return { isNegative: false, size: natural.naturalOf(`1${"0".repeat(n)}`) };
}

/** a ÷ b rounded to a whole number, b other than zero. */
export function quotient(a: Integer, b: Integer, mode: RoundingMode): Integer {
  const { quotient: whole, rest } = natural.divide(a.size, b.size);
  const isNegative = a.isNegative !== b.isNegative;
  const isAway = rest.length > 0 && AWAY[mode](rest, b.size, isNegative);
  return { isNegative, size: isAway ? natural.add(whole, natural.ONE) : whole };
}

/** Whether a rest takes the quotient away from zero. */
const AWAY = {
  "half-away": (rest: Natural, divisor: Natural) => natural.compare(natural.add(rest, rest), divisor) >= 0,
  floor: (_rest: Natural, _divisor: Natural, isNegative: boolean) => isNegative,
  ceiling: (_rest: Natural, _divisor: Natural, isNegative: boolean) => !isNegative,
} satisfies { readonly [K in RoundingMode]: (rest: Natural, divisor: Natural, isNegative: boolean) => boolean };

/** The integer × 10^−places as the double nearest to it, never minus zero. */
export function decimalOf(a: Integer, places = 0): number {
  return Number(`${a.isNegative ? "-" : ""}${natural.digitsOfNatural(a.size)}e-${places}`) + 0;
}

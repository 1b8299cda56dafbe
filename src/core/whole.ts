import { decimalOf, type Integer, integerOf, product, quotient, sum, tenTo } from "./integer.ts";
import { digitsOfNatural } from "./natural.ts";
import { powerOfTen } from "./power-of-ten.ts";
import type { RoundingMode } from "./rounding.ts";

/** A whole number of any size: a double while it is below 2⁵³ in magnitude, which it nearly always is, else an integer. */
export type Whole = number | Integer;

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const added = a + b;
    if (Math.abs(added) <= Number.MAX_SAFE_INTEGER) return added;
  }
  return sum([large(a), large(b)]);
}

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const multiplied = a * b;
    if (Math.abs(multiplied) <= Number.MAX_SAFE_INTEGER) return multiplied;
  }
  return product([large(a), large(b)]);
}

/** a × 10ⁿ, n ≥ 0. */
export function shifted(a: Whole, n: number): Whole {
  if (n === 0) return a;
  return n <= MOST_POWER ? times(a, powerOfTen(n)) : product([large(a), tenTo(n)]);
}

/** The greatest power of ten below 2⁵³. */
const MOST_POWER = 15;

/** a ÷ b rounded, b above zero. */
export function divided(a: Whole, b: Whole, mode: RoundingMode): Whole {
  if (typeof a === "number" && typeof b === "number") {
    // The remainder of doubles is exact, and what is left of a is a multiple of b: so is its quotient.
    const rest = a % b;
    return (a - rest) / b + AWAY[mode](rest, b) + 0;
  }
  return quotient(large(a), large(b), mode);
}

/** What a remainder adds to the quotient that was cut toward zero. */
const AWAY = {
  "half-away": (rest, b) => (2 * Math.abs(rest) >= b ? Math.sign(rest) : 0),
  floor: (rest) => (rest < 0 ? -1 : 0),
  ceiling: (rest) => (rest > 0 ? 1 : 0),
} satisfies { readonly [K in RoundingMode]: (rest: number, b: number) => number };

/** The double nearest to it. */
export function doubleOf(a: Whole): number {
  return typeof a === "number" ? a : decimalOf(a);
}

/** How many decimal digits its magnitude has. */
export function lengthOf(a: Whole): number {
  return digitsOfNatural(large(a).size).length;
}

function large(a: Whole): Integer {
  return typeof a === "number" ? integerOf(a) : a;
}

import { Decimal } from "decimal.js";

/**
 * Exponential and logarithm for what is fitted once, outside scoring. `Math.exp` and `Math.log` may differ in their last
 * digit between engines; these are computed in decimal digits, so their answer is the same everywhere.
 */
const Precise: typeof Decimal = /* @__PURE__ */ Decimal.clone({ precision: 32, rounding: Decimal.ROUND_HALF_UP });

/** A decimal whose sums, products, quotients and roots are rounded to 32 significant digits. */
export type Precise = Decimal;

/** A number as the decimal it prints as, or a decimal text. */
export function precise(value: number | string): Precise {
  return new Precise(value);
}

/** eˣ, rounded correctly to 32 significant digits. Cost: a fraction of a millisecond. */
export function exponential(x: Precise): Precise {
  return Precise.exp(x);
}

/** The natural logarithm of a decimal above 0, rounded correctly to 32 significant digits. Cost: as `exponential`. */
export function logarithm(x: Precise): Precise {
  return Precise.ln(x);
}

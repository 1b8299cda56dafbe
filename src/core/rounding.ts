import { compareProducts } from "./products.ts";

/** How an exact quotient becomes an integer: half away from zero, toward −∞, toward +∞. */
export type RoundingMode = "half-away" | "floor" | "ceiling";

/** Below this an integer product is exact, and so is the remainder of its division. */
const EXACT_LIMIT = 4503599627370496;
/** Above this a double quotient no longer tells which side of a half it is on; the referee does. */
const SETTLED_LIMIT = 281474976710656;
/** Twice the relative error of one product and one quotient. */
const ERROR = 4.440892098500626e-16;

/**
 * a × b ÷ divisor rounded to an integer, exactly. A product that fits is divided with remainder; otherwise the double
 * quotient decides, and where it is within its own error of a rounding boundary the two sides are compared as error-free
 * products. NaN if that cannot decide either: the referee must.
 *
 * @param a an integer of magnitude up to 2⁵³
 * @param b an integer of magnitude up to 2⁵³
 * @param divisor an integer from 1 to 2⁵³
 */
export function roundProduct(a: number, b: number, divisor: number, mode: RoundingMode): number {
  return MODES[mode](a, b, divisor);
}

const MODES = {
  "half-away": roundHalfAway,
  floor: roundFloor,
  ceiling: (a: number, b: number, divisor: number) => 0 - roundFloor(-a, b, divisor),
} satisfies { readonly [K in RoundingMode]: (a: number, b: number, divisor: number) => number };

/** a × b ÷ divisor rounded half away from zero; as `roundProduct`. */
export function roundHalfAway(a: number, b: number, divisor: number): number {
  const product = a * b;
  const size = Math.abs(product);
  const rounded = size < EXACT_LIMIT ? halfUpExactly(size, divisor) : halfUpNearly(Math.abs(a), Math.abs(b), divisor);
  return product < 0 ? 0 - rounded : rounded;
}

/**
 * With a size below 2⁵² no quotient is so near to the next whole number that a double would round it up to that: it is
 * short of a whole k by 1/divisor at least, a double rounds up what is short of k by k × 2⁻⁵³ at most (2⁻⁵⁴ where k is 1),
 * and k × divisor is below the dividend + divisor. So the half is added before the division while the dividend fits: that
 * saves a branch that no processor can predict.
 */
function halfUpExactly(size: number, divisor: number): number {
  const dividend = 2 * size + divisor;
  if (dividend < EXACT_LIMIT) return Math.floor(dividend / (2 * divisor));
  const whole = Math.floor(size / divisor);
  return 2 * (size - whole * divisor) >= divisor ? whole + 1 : whole;
}

function halfUpNearly(a: number, b: number, divisor: number): number {
  const quotient = (a * b) / divisor;
  if (!(quotient < SETTLED_LIMIT)) return Number.NaN;
  const whole = Math.floor(quotient);
  const beyondHalf = quotient - whole - 0.5;
  const error = quotient * ERROR;
  if (beyondHalf > error) return whole + 1;
  return beyondHalf >= -error && compareProducts(2 * a, b, 2 * whole + 1, divisor) >= 0 ? whole + 1 : whole;
}

function roundFloor(a: number, b: number, divisor: number): number {
  const quotient = (a * b) / divisor;
  if (!(Math.abs(quotient) < SETTLED_LIMIT)) return Number.NaN;
  const near = Math.round(quotient);
  if (Math.abs(quotient - near) > Math.abs(quotient) * ERROR) return Math.floor(quotient);
  return compareProducts(a, b, near, divisor) >= 0 ? near : near - 1;
}

import { GuanxiError } from "../core/guanxi-error.ts";
import { decimalOf, type Integer, integerOf, negated, product, quotient, sum, tenTo } from "../core/integer.ts";
import { issue } from "../core/issue.ts";
import { digitsOfNatural } from "../core/natural.ts";
import { decimalsOf, MOST_DIGITS, mostDecimals } from "../core/scaled.ts";

/**
 * Π factors ÷ Σ divisors, exactly, rounded half away from zero at `places`; all are decimals as printed.
 *
 * @throws GuanxiError if it would take more than 15 significant digits
 */
export function exactRatio(factors: readonly number[], divisors: readonly number[], places: number): number {
  const scale = mostDecimals(divisors);
  const above = product([...factors.map((each) => integerOf(each, decimalsOf(each))), tenTo(places + scale)]);
  const decimals = factors.reduce((total, each) => total + decimalsOf(each), 0);
  const below = product([sum(divisors.map((each) => integerOf(each, scale))), tenTo(decimals)]);
  return published(quotient(above, below, "half-away"), places);
}

/** a − b, exactly. */
export function exactDifference(a: number, b: number): number {
  const places = mostDecimals([a, b]);
  return published(sum([integerOf(a, places), negated(integerOf(b, places))]), places);
}

function published(result: Integer, places: number): number {
  const digits = digitsOfNatural(result.size).replace(/0+$/, "");
  if (digits.length > MOST_DIGITS)
    throw new GuanxiError([issue("record/precision", ["places"], places, digits.length)]);
  return decimalOf(result, places);
}

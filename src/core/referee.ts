import { decimalOf, type Integer, integerOf, negated, product, quotient, sum, tenTo } from "./integer.ts";
import { add, commonDivisor, digitsOfNatural, divide, multiply, type Natural, naturalOf, ONE } from "./natural.ts";
import type { RoundingMode } from "./rounding.ts";
import { decimalsOf, MOST_DIGITS } from "./scaled.ts";

/**
 * The exact referee, last resort of the arithmetic: called where a quotient does not fit the integer products of
 * `rounding.ts`. Everything here is whole numbers of any size, so nothing is ever approximated.
 */

/** Σ aᵢ × bᵢ, times `multiplier`, over the product of `divisors`, rounded half away from zero; all are integers. */
export function refereeMean(
  a: readonly number[],
  b: readonly number[],
  multiplier: number,
  divisors: readonly [number, number],
): number {
  const terms = a.map((each, i) => product([integerOf(each), integerOf(b[i] as number), integerOf(multiplier)]));
  return decimalOf(quotient(sum(terms), product(divisors.map((each) => integerOf(each))), "half-away"));
}

/** base × (factor − 1) rounded half away from zero; the base is an integer, the factor a decimal as printed. */
export function refereeExcess(base: number, factor: number): number {
  const scale = decimalsOf(factor);
  const excess = sum([integerOf(factor, scale), negated(tenTo(scale))]);
  return decimalOf(quotient(product([integerOf(base), excess]), tenTo(scale), "half-away"));
}

/** The product of integer factors, times `multiplier`, over 10^places, rounded half away from zero. */
export function refereeProduct(factors: readonly number[], multiplier: number, places: number): number {
  const whole = product([...factors, multiplier].map((each) => integerOf(each)));
  return decimalOf(quotient(whole, tenTo(places), "half-away"));
}

/**
 * Σ terms ÷ denominator, rounded to `places`, as the double that prints as that decimal; `null` if it would take more
 * than 15 significant digits. The terms and the denominator are decimals as printed.
 */
export function refereeQuotient(
  terms: readonly number[],
  denominator: number,
  places: number,
  mode: RoundingMode,
): number | null {
  const scale = Math.max(decimalsOf(denominator), ...terms.map(decimalsOf));
  const numerator = product([sum(terms.map((term) => integerOf(term, scale))), tenTo(places)]);
  const rounded = quotient(numerator, integerOf(denominator, scale), mode);
  const digits = digitsOfNatural(rounded.size).replace(/0+$/, "");
  return digits.length > MOST_DIGITS ? null : decimalOf(rounded, places);
}

/** y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀) rounded half away from zero to an integer; the ys are integers. */
export function refereeLine(x: number, x0: number, x1: number, y0: number, y1: number): number {
  const scale = Math.max(decimalsOf(x), decimalsOf(x0), decimalsOf(x1));
  const less = (a: number, b: number): Integer => sum([integerOf(a, scale), negated(integerOf(b, scale))]);
  const run = less(x1, x0);
  const rise = product([sum([integerOf(y1), negated(integerOf(y0))]), less(x, x0)]);
  return decimalOf(quotient(sum([product([run, integerOf(y0)]), rise]), run, "half-away"));
}

/** Whole numbers in a proportion: doubles where they fit, else decimal text for the referee. */
export type Proportions = readonly number[] | readonly string[];

/**
 * Whole numbers in the proportion of the given products: each entry is a list of [part, whole] pairs of decimals ≥ 0 and
 * stands for Π part ÷ whole. Divided by what they have in common; their sum is below 2⁵³ or they are text.
 */
export function proportions(entries: readonly (readonly (readonly [part: number, whole: number])[])[]): Proportions {
  const fractions = entries.map((pairs) => {
    const scales = pairs.map(([part, whole]) => Math.max(decimalsOf(part), decimalsOf(whole)));
    return {
      part: product(pairs.map(([part], i) => integerOf(part, scales[i]))).size,
      whole: product(pairs.map(([, whole], i) => integerOf(whole, scales[i]))).size,
    };
  });
  const multiple = fractions.reduce(
    (lcm, { whole }) => divide(multiply(lcm, whole), commonDivisor(lcm, whole)).quotient,
    ONE,
  );
  const shared = fractions.map(({ part, whole }) => multiply(part, divide(multiple, whole).quotient));
  const divisor = shared.reduce(commonDivisor, []);
  const parts = divisor.length === 0 ? shared : shared.map((each) => divide(each, divisor).quotient);
  const texts = parts.map(digitsOfNatural);
  const whole = Number(digitsOfNatural(total(parts)));
  return whole < Number.MAX_SAFE_INTEGER ? texts.map(Number) : texts;
}

/** Σ parts ÷ Σ wholes of whole numbers as text, rounded half away from zero at `places`; 0 when the wholes sum to 0. */
export function refereeShare(parts: readonly string[], wholes: readonly string[], places: number): number {
  const whole = total(wholes.map(naturalOf));
  if (whole.length === 0) return 0;
  const part = multiply(total(parts.map(naturalOf)), tenTo(places).size);
  return decimalOf(quotient({ isNegative: false, size: part }, { isNegative: false, size: whole }, "half-away"));
}

function total(naturals: readonly Natural[]): Natural {
  return naturals.reduce(add, []);
}

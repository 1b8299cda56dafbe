import { Decimal } from "decimal.js";
import { powerOfTen } from "./power-of-ten.ts";
import type { RoundingMode } from "./rounding.ts";
import { decimalsOf, MOST_DIGITS } from "./scaled.ts";

/**
 * The exact referee, last resort of the arithmetic: called where a quotient does not fit the integer products of
 * `rounding.ts`. Sums and products are exact at this precision; the one division is a whole quotient and a remainder.
 */
const Exact: typeof Decimal = /* @__PURE__ */ Decimal.clone({ precision: 1e6, maxE: 9e15, minE: -9e15 });

/** Rounds numerator ÷ denominator to an integer. */
function roundQuotient(numerator: Decimal, denominator: Decimal, mode: RoundingMode): Decimal {
  const whole = numerator.divToInt(denominator);
  const rest = numerator.minus(whole.times(denominator));
  if (rest.isZero()) return whole;
  const isNegative = numerator.isNegative() !== denominator.isNegative();
  const away = isNegative ? whole.minus(1) : whole.plus(1);
  return AWAY[mode](rest, denominator, isNegative) ? away : whole;
}

const AWAY = {
  "half-away": (rest: Decimal, denominator: Decimal) => rest.times(2).abs().gte(denominator.abs()),
  floor: (_rest: Decimal, _denominator: Decimal, isNegative: boolean) => isNegative,
  ceiling: (_rest: Decimal, _denominator: Decimal, isNegative: boolean) => !isNegative,
} satisfies { readonly [K in RoundingMode]: (rest: Decimal, denominator: Decimal, isNegative: boolean) => boolean };

/** Σ aᵢ × bᵢ, times `multiplier`, over the product of `divisors`, rounded half away from zero to an integer. */
export function refereeMean(
  a: readonly number[],
  b: readonly number[],
  multiplier: number,
  divisors: readonly [number, number],
): number {
  let sum = new Exact(0);
  for (let i = 0; i < a.length; i++) sum = sum.plus(new Exact(a[i] as number).times(b[i] as number));
  return roundQuotient(sum.times(multiplier), new Exact(divisors[0]).times(divisors[1]), "half-away").toNumber();
}

/** The product of the factors, times `multiplier`, over 10^places, rounded half away from zero to an integer. */
export function refereeProduct(factors: readonly number[], multiplier: number, places: number): number {
  let product = new Exact(multiplier);
  for (const factor of factors) product = product.times(factor);
  return roundQuotient(product, new Exact(10).pow(places), "half-away").toNumber();
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
  let sum = new Exact(0);
  for (const term of terms) sum = sum.plus(term);
  const rounded = roundQuotient(sum.times(powerOfTen(places)), new Exact(denominator), mode);
  if (rounded.precision() > MOST_DIGITS) return null;
  return Number(`${rounded.toFixed()}e-${places}`) + 0;
}

/** y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀) rounded half away from zero to an integer; the ys are integers. */
export function refereeLine(x: number, x0: number, x1: number, y0: number, y1: number): number {
  const run = new Exact(x1).minus(x0);
  const rise = new Exact(x).minus(x0).times(y1 - y0);
  return roundQuotient(run.times(y0).plus(rise), run, "half-away").toNumber();
}

/** The greatest common divisor of two positive decimals taken as integers of any size. */
function commonDivisor(a: Decimal, b: Decimal): Decimal {
  let [x, y] = [a, b];
  while (!y.isZero()) [x, y] = [y, x.mod(y)];
  return x;
}

/** Whole numbers in a proportion: doubles where they fit, else decimal text for the referee. */
export type Proportions = readonly number[] | readonly string[];

/**
 * Whole numbers in the proportion of the given products: each entry is a list of [part, whole] pairs of decimals and
 * stands for Π part ÷ whole. Divided by what they have in common; their sum is below 2⁵³ or they are text.
 */
export function proportions(entries: readonly (readonly (readonly [part: number, whole: number])[])[]): Proportions {
  const fractions = entries.map((pairs) => {
    let part = new Exact(1);
    let whole = new Exact(1);
    for (const [p, w] of pairs) {
      const scale = powerOfTen(Math.max(decimalsOf(p), decimalsOf(w)));
      part = part.times(p).times(scale);
      whole = whole.times(w).times(scale);
    }
    return { part, whole };
  });
  let multiple = new Exact(1);
  for (const { whole } of fractions) multiple = multiple.times(whole).divToInt(commonDivisor(multiple, whole));
  let integers = fractions.map(({ part, whole }) => part.times(multiple.divToInt(whole)));
  let divisor = new Exact(0);
  for (const integer of integers) divisor = commonDivisor(divisor, integer);
  if (!divisor.isZero()) integers = integers.map((integer) => integer.divToInt(divisor));
  const sum = integers.reduce((total, integer) => total.plus(integer), new Exact(0));
  return sum.lt(Number.MAX_SAFE_INTEGER)
    ? integers.map((integer) => integer.toNumber())
    : integers.map((integer) => integer.toFixed());
}

/** Σ parts ÷ Σ wholes of whole numbers as text, rounded half away from zero at `places`; 0 when the wholes sum to 0. */
export function refereeShare(parts: readonly string[], wholes: readonly string[], places: number): number {
  const sum = (texts: readonly string[]) => texts.reduce((total, text) => total.plus(text), new Exact(0));
  const whole = sum(wholes);
  if (whole.isZero()) return 0;
  return roundQuotient(sum(parts).times(powerOfTen(places)), whole, "half-away").toNumber();
}

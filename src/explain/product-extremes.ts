import type { Combiner } from "../indicator/compile-combine.ts";

/** More factors that vary are not tried one by one: the answer is then the whole range. */
const MOST_VARYING = 10;

/**
 * The least and greatest product of factors that each lie between two values, as scaled integers. Where none is negative
 * the ends decide; else a product of many is extreme at one of the corners, because it is linear in each factor.
 *
 * @param range what the products are clamped to
 */
export function productExtremes(
  product: Combiner,
  lows: readonly number[],
  highs: readonly number[],
  range: readonly [number, number],
): readonly [low: number, high: number] {
  if (lows.every((low) => !(low < 0))) return [product.value(lows), product.value(highs)];
  const varying = lows.flatMap((low, i) => (low < (highs[i] as number) ? [i] : []));
  if (varying.length > MOST_VARYING) return range;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  const corner = [...lows];
  const visit = (at: number) => {
    if (at === varying.length) {
      const value = product.value(corner);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      return;
    }
    const i = varying[at] as number;
    for (const end of [lows, highs]) {
      corner[i] = end[i] as number;
      visit(at + 1);
    }
  };
  visit(0);
  return [least, greatest];
}

import { midRanks } from "./mid-ranks.ts";

/**
 * Pearson's correlation of two lists of the same length, between −1 and 1; `null` where one of them does not vary. Sums
 * are taken about the first values, in doubles. Cost: linear.
 *
 * @example
 * ```ts
 * correlation([1, 2, 3], [2, 4, 6]); // 1
 * ```
 */
export function correlation(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  const count = xs.length;
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < count; i++) {
    sumX += (xs[i] as number) - (xs[0] as number);
    sumY += (ys[i] as number) - (ys[0] as number);
  }
  const [meanX, meanY] = [(xs[0] as number) + sumX / count, (ys[0] as number) + sumY / count];
  let [both, squaresX, squaresY] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [(xs[i] as number) - meanX, (ys[i] as number) - meanY];
    both += x * y;
    squaresX += x * x;
    squaresY += y * y;
  }
  const spread = Math.sqrt(squaresX * squaresY);
  return spread > 0 ? Math.max(-1, Math.min(1, both / spread)) : null;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties at the mean of theirs. 1 when both lists stand in the same
 * order. Cost: two sorts.
 *
 * @example
 * ```ts
 * rankCorrelation([10, 20, 30], [1, 5, 900]); // 1
 * ```
 */
export function rankCorrelation(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  return correlation(midRanks(xs), midRanks(ys));
}

import { logarithm, precise } from "../core/transcendental.ts";

/** What an empty class counts as when the other side has accounts in it: the index has no value for nothing. */
const HALF_AN_ACCOUNT = 0.5;

/**
 * The population stability index of two distributions over the same classes: Σ (q − p) ln(q ÷ p), p and q the shares of
 * a class before and after. 0 when nothing moved; the same when before and after change places. By habit of the trade
 * under 0.1 is no shift worth the name, above 0.25 a large one (N. Siddiqi, Intelligent Credit Scoring, 2nd ed. 2017).
 * A class that only one side is in counts half an account on the other. Cost: a logarithm a class.
 *
 * @returns `null` if either side has no accounts
 *
 * @example
 * ```ts
 * populationStabilityIndex([50, 50], [25, 75]); // 0.274653
 * ```
 */
export function populationStabilityIndex(before: readonly number[], after: readonly number[]): number | null {
  const wholes = [before, after].map((counts) => counts.reduce((sum, count) => sum + count, 0)) as [number, number];
  if (wholes[0] === 0 || wholes[1] === 0) return null;
  let index = precise(0);
  before.forEach((count, i) => {
    const other = after[i] as number;
    if (count === 0 && other === 0) return;
    const p = precise(count === 0 ? HALF_AN_ACCOUNT : count).div(wholes[0]);
    const q = precise(other === 0 ? HALF_AN_ACCOUNT : other).div(wholes[1]);
    index = index.plus(q.minus(p).times(logarithm(q.div(p))));
  });
  return index.toDecimalPlaces(PLACES).toNumber() + 0;
}

const PLACES = 6;

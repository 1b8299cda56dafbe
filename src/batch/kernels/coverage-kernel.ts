import { exactQuotient } from "../../core/exact-quotient.ts";
import { powerOfTen } from "../../core/power-of-ten.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import { COVERAGE_PLACES } from "../../weight/coverage.ts";
import type { Chunk } from "./chunk.ts";
import { handBack } from "./hand-back.ts";

/**
 * Σ weight of answered ÷ Σ weight of applicable indicators at 4 places.
 *
 * @param isAnsweredByAll whether every indicator of the card is answered in every row of the chunk
 */
export function compileCoverageKernel(
  chunk: Chunk,
  weights: readonly number[],
  out: Lane,
  isAnsweredByAll: () => boolean,
): () => void {
  const whole = powerOfTen(COVERAGE_PLACES);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isSafe = 4 * sum * whole + 2 * sum < Number.MAX_SAFE_INTEGER;
  const isExact = sum < Number.MAX_SAFE_INTEGER;
  return () => {
    const { rows, answered, applicable, answeredByAll, back, space } = chunk;
    if (isAnsweredByAll()) return void out.fill(sum === 0 ? 0 : whole, 0, rows);
    space.kernels.cover(at(answered), at(applicable), rows, answeredByAll, whole, at(out));
    if (isSafe) return;
    // Weights too large for a quotient in doubles take the one of a single account; beyond exact sums nothing is known.
    for (let i = 0; i < rows; i++) {
      const part = (answered[i] as number) + answeredByAll;
      const all = (applicable[i] as number) + answeredByAll;
      if (!isExact) handBack(back, i);
      else if (part !== all) out[i] = exactQuotient(part, whole, all);
    }
  };
}

import { powerOfTen } from "../core/power-of-ten.ts";
import { COVERAGE_PLACES } from "../weight/coverage.ts";
import type { Chunk } from "./chunk.ts";
import { handBack, type Lane } from "./lanes.ts";

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
  return () => {
    const { rows, answered, applicable, answeredByAll, back } = chunk;
    if (isAnsweredByAll()) return void out.fill(sum === 0 ? 0 : whole, 0, rows);
    for (let i = 0; i < rows; i++) {
      const part = (answered[i] as number) + answeredByAll;
      const all = (applicable[i] as number) + answeredByAll;
      out[i] = all === 0 ? 0 : part === all ? whole : Math.floor((part * whole) / all + 0.5);
    }
    // Weights too large for doubles tell only that everything was answered.
    if (!isSafe) for (let i = 0; i < rows; i++) handBack(back, i);
  };
}

import { at, type Lane } from "../../lanes/lane.ts";
import type { Chunk } from "./chunk.ts";
import { type CombineKernel, compileCombineKernel } from "./combine-kernel.ts";

/** A dimension as the total sees it. */
export interface WeightedDimension {
  readonly weight: number;
  /** Its scores, × 10^−places.score. */
  readonly scores: Lane;
  /** Rows in which an indicator of it is applicable; `null` where every row has a score. */
  readonly applicable: () => Lane | null;
}

/** The base of the total: NaN if no dimension remains, or a weighted one has no score and is not left out. */
export function compileTotalKernel(
  dimensions: readonly WeightedDimension[],
  out: Lane,
  chunk: Chunk,
  places: { readonly from: number; readonly to: number; readonly least: number; readonly greatest: number },
): () => void {
  const mean: CombineKernel = compileCombineKernel(
    "mean",
    {
      ids: dimensions.map((_, i) => String(i)),
      weights: dimensions.map(({ weight }) => weight),
      start: 0,
      ...places,
    },
    chunk.space,
  );
  const weighted = dimensions.filter(({ weight }) => weight > 0);
  const lanes = dimensions.map(({ scores }) => scores);
  const children = lanes.map((points) => ({ add: null, points }));
  const adders = lanes.map(
    (scores) => (weight: number, sums: Lane) => chunk.space.kernels.addLane(at(scores), chunk.rows, weight, at(sums)),
  );
  return () => {
    const { rows } = chunk;
    if (weighted.length > 0 && weighted.every(({ applicable }) => applicable() === null)) {
      return mean.simply(rows, adders, out);
    }
    mean.generally(rows, children, out);
    for (const { scores, applicable } of weighted) {
      const applies = applicable();
      for (let i = 0; i < rows; i++) {
        const isLeftOut = applies !== null && applies[i] === 0;
        if (Number.isNaN(scores[i]) && !isLeftOut) out[i] = Number.NaN;
      }
    }
  };
}

import type { Ladder } from "../../classify/classify-tier.ts";
import type { Lane } from "../../lanes/lane.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Chunk, ChunkScores } from "../kernels/chunk.ts";
import { NO_CODE, type PreviousColumns } from "../scored-columns.ts";
import type { Outputs } from "./outputs.ts";
import { compileQuadrantKernel } from "./quadrant-kernel.ts";
import { compileStatusKernel, type GateKernel, REJECTED } from "./status-kernel.ts";
import { compileTierKernel } from "./tier-kernel.ts";

/** Status, quadrant and tier of the rows of a scored chunk. */
export interface Finish {
  /** Writes the classes of every row; answers the rows to be scored by themselves. */
  readonly finish: () => readonly number[];
  /** Writes a rejected row: the rating it had before, and nothing else. */
  readonly reject: (row: number) => void;
}

/** The finish of each call, for its own columns. */
export function compileFinish(
  model: Model,
  chunk: Chunk,
  scores: ChunkScores,
  ladder: Ladder | null,
  gates: GateKernel | null,
  isSimple: () => boolean,
): (previous: PreviousColumns, out: Outputs) => Finish {
  const dimensionIds = Object.keys(model.dimensions);
  const laneOf = (id: string): Lane =>
    id === "total" ? scores.total : (scores.dimensions[dimensionIds.indexOf(id)] as Lane);
  const { quadrant, tier } = model;
  const quadrantsOf =
    quadrant === undefined
      ? () => null
      : compileQuadrantKernel(quadrant, { x: laneOf(quadrant.x), y: laneOf(quadrant.y) }, scorePlacesOf(model), chunk);
  const tiersOf =
    tier === undefined || ladder === null ? () => null : compileTierKernel(ladder, laneOf(tier.on), chunk, gates);

  return (previous, out) => {
    const rateStatus = compileStatusKernel(model, scores, gates, chunk, out.status.codes, isSimple);
    const [quadrants, tiers] = [quadrantsOf(previous, out), tiersOf(previous, out)];
    return {
      finish: () => {
        gates?.evaluate();
        const areAllScored = rateStatus();
        const isPlain = areAllScored && isSimple();
        quadrants?.rate(isPlain);
        tiers?.rate(isPlain);
        if (!chunk.back.any) return [];
        const left: number[] = [];
        for (let i = 0; i < chunk.rows; i++) if (chunk.back.marks[i] === 1) left.push(chunk.first + i);
        return left;
      },
      reject: (row) => {
        out.status.codes[row] = REJECTED;
        for (const column of [out.quadrant, out.tier, out.tierHeld]) if (column !== null) column.codes[row] = NO_CODE;
        for (const values of [...Object.values(out.dimensions), out.total, out.coverage]) values[row] = Number.NaN;
        quadrants?.carry(row);
        tiers?.carry(row);
      },
    };
  };
}

import type { Chunk } from "./chunk.ts";
import type { CodeLane, Lane } from "./lanes.ts";

/** Adds weight × points of the chunk's inputs to a lane, exactly; for a missing input it adds anything. */
export type AddPoints = (rows: number, weight: number, sums: Lane) => void;

/** The input of a curve, and the decimals of its points. */
export interface CurveInput {
  /** The values of a number, a date or a measure … */
  readonly numbers: Lane;
  /** … or the codes of a category or boolean. */
  readonly codes: CodeLane;
  /** Decimals of the published input. */
  readonly places: number;
  /** The category texts that codes stand for. */
  readonly dictionary: readonly string[];
  readonly pointsPlaces: number;
  readonly slot: number;
  readonly doubles: Float64Array | null;
  readonly chunk: Chunk;
}

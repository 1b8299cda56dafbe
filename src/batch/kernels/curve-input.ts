import type { CodeLane, Lane } from "../../lanes/lane.ts";
import type { Chunk } from "./chunk.ts";
import type { InputSlot } from "./input-slot.ts";

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
  /** What the codes stand for. */
  readonly coded: InputSlot["coded"];
  readonly pointsPlaces: number;
  readonly slot: number;
  readonly chunk: Chunk;
}

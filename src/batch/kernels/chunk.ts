import type { CodeLane, Lane } from "../../lanes/lane.ts";
import type { Workspace } from "../../lanes/workspace.ts";
import type { HandBack } from "./hand-back.ts";

/** The scores of a chunk: × 10^−places.score, NaN where there is none; coverage × 10⁴. */
export interface ChunkScores {
  readonly dimensions: readonly Lane[];
  readonly base: Lane;
  readonly total: Lane;
  readonly coverage: Lane;
}

/** The chunk of rows that all kernels work on. */
export interface Chunk {
  readonly space: Workspace;
  /** How many of the lanes' places are rows. */
  rows: number;
  /** The first row's place in the columns. */
  first: number;
  /** The day of the rating as a day number. */
  asOf: number | null;
  /** Numbers, dates, measures and scores, by slot. */
  readonly numbers: readonly Lane[];
  /** Categories and booleans, by slot. */
  readonly codes: readonly CodeLane[];
  /** Whether a slot's published integers are read, by more than bands, which can cut a column's doubles as they stand. */
  readonly isLaneRead: boolean[];
  /** Whether a slot's lane holds the column's doubles as they stand, because all are plain. */
  readonly isRaw: boolean[];
  /** Whether a slot has a missing value in this chunk, and a text that the model does not tell from others. */
  readonly hasMissing: boolean[];
  readonly hasOther: boolean[];
  /** Where a field's codes are translated by. */
  readonly dictionary: CodeLane;
  readonly back: HandBack;
  /** Effective weight of answered and of applicable indicators, row by row … */
  readonly answered: Lane;
  readonly applicable: Lane;
  /** … and of those that are answered in every row. */
  answeredByAll: number;
}

import type { CodeLane, HandBack, Lane } from "./lanes.ts";

/** The chunk of rows that all kernels work on. */
export interface Chunk {
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
  /** Whether a slot's lane is read, by more than bands, which can cut a column of doubles as it stands. */
  readonly isLaneRead: boolean[];
  /** Whether a slot's column stands for its lane in this chunk: its doubles are all plain, and not copied. */
  readonly isRaw: boolean[];
  /** The whole column of a slot where it is doubles as given, else `null`. */
  readonly doubles: (Float64Array | null)[];
  /** Whether a slot has a missing value in this chunk, and a text that the model does not tell from others. */
  readonly hasMissing: boolean[];
  readonly hasOther: boolean[];
  readonly back: HandBack;
  /** Effective weight of answered and of applicable indicators, row by row … */
  readonly answered: Lane;
  readonly applicable: Lane;
  /** … and of those that are answered in every row. */
  answeredByAll: number;
}

import type { PreviousColumns } from "./scored-columns.ts";

/** Options of a call: the day, and the previous ratings column by column. */
export interface ScoreColumnsOptions {
  /** The day of the rating, `YYYY-MM-DD`. */
  readonly asOf?: string | null | undefined;
  /** Previous ratings; the answer of an earlier call fits. */
  readonly previous?: PreviousColumns | null | undefined;
}

import type { Chunk } from "./chunk.ts";

/** A column ready to fill its field's lane, chunk by chunk. */
export interface ColumnReader {
  /** The whole column where it is a number's doubles as given, else `null`. */
  readonly doubles: Float64Array | null;
  /**
   * Fills the lane; rows that need a closer look are handed back. Says whether any is missing. Where nobody reads the
   * lane and all doubles are plain, the chunk stays raw instead.
   */
  readonly fill: (chunk: Chunk) => boolean;
  /** The value of one row as a record holds it. */
  readonly valueAt: (row: number) => unknown;
}

import type { Chunk } from "../kernels/chunk.ts";

/** A column ready to fill its field's lane, chunk by chunk. */
export interface ColumnReader {
  /**
   * Fills the lane; rows that need a closer look are handed back. Says whether any is missing. Where nobody reads
   * published integers and all doubles are plain, the lane holds the doubles as they stand.
   */
  readonly fill: (chunk: Chunk) => boolean;
  /** The value of one row as a record holds it. */
  readonly valueAt: (row: number) => unknown;
}

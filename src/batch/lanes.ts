/**
 * Lanes: one thing's values for a chunk of rows. Every number is the integer value × 10^places of its station, so that
 * kernels add, compare and round integers; dates are day numbers. NaN is missing.
 *
 * A chunk is small enough that the lanes of a model stay in the processor's cache from one kernel to the next.
 */
export type Lane = Float64Array;

/** Codes of a category's texts, or 0 and 1 of a boolean; one past the last is missing. */
export type CodeLane = Int32Array;

/** Rows of a chunk. */
export const CHUNK = 2048;

export function lane(): Lane {
  return new Float64Array(CHUNK);
}

export function codeLane(): CodeLane {
  return new Int32Array(CHUNK);
}

/** The rows of a chunk that columns alone cannot settle; each is handed back to `score`. */
export interface HandBack {
  /** 1 for a row of the chunk that is handed back. */
  readonly marks: Uint8Array;
  /** Whether any row of the chunk is. */
  any: boolean;
}

export function handBack(rows: HandBack, row: number): void {
  rows.marks[row] = 1;
  rows.any = true;
}

/** How many of the first rows of a lane are missing. */
export function countNaN(values: Lane, rows: number): number {
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const value = values[i] as number;
    count += +!(value <= Number.POSITIVE_INFINITY);
  }
  return count;
}

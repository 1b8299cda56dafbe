/**
 * Lanes: the values of one thing for a chunk of rows, as doubles. Numbers are published values, dates day numbers,
 * booleans 0 and 1, categories codes of their dictionary; points and scores are integers × 10^−places. NaN is missing.
 *
 * A chunk is small enough that all lanes of a model stay in the processor's cache from one kernel to the next.
 */
export type Lane = Float64Array;

/** Rows of a chunk. */
export const CHUNK = 1024;

export function lane(): Lane {
  return new Float64Array(CHUNK);
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

/** Whether any of the first rows of a lane is missing. */
export function hasNaN(values: Lane, rows: number): boolean {
  let count = 0;
  for (let i = 0; i < rows; i++) count += +Number.isNaN(values[i]);
  return count > 0;
}

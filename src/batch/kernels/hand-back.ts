import type { ByteLane } from "../../lanes/lane.ts";

/** The rows of a chunk that columns alone cannot settle; each is handed back to `score`. */
export interface HandBack {
  /** 1 for a row of the chunk that is handed back. */
  readonly marks: ByteLane;
  /** Whether any row of the chunk is. */
  any: boolean;
}

export function handBack(rows: HandBack, row: number): void {
  rows.marks[row] = 1;
  rows.any = true;
}

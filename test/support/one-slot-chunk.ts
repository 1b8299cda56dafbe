import type { Chunk } from "../../src/batch/chunk.ts";
import { CHUNK, type Lane, lane } from "../../src/batch/lanes.ts";

/** A chunk of one slot of numbers. */
export function oneSlotChunk(rows: number, numbers: Lane = lane()): Chunk {
  return {
    rows,
    first: 0,
    asOf: null,
    numbers: [numbers],
    codes: [],
    isLaneRead: [false],
    isRaw: [false],
    doubles: [null],
    hasMissing: [false],
    hasOther: [false],
    back: { marks: new Uint8Array(CHUNK), any: false },
    answered: lane(),
    applicable: lane(),
    answeredByAll: 0,
  };
}

/**
 * Lanes: one thing's values for a chunk of rows. Every number is the integer value × 10^places of its station, so that
 * kernels add, compare and round integers; dates are day numbers. NaN is missing.
 *
 * A chunk is small enough that the lanes of a model stay in the processor's cache from one kernel to the next. Lanes lie
 * in the memory of a workspace, whose kernels know them by address: no other array may stand in for one.
 */
export type Lane = Float64Array & InWorkspace;

/** Codes of a category's texts, or 0 and 1 of a boolean; one past the last is missing. */
export type CodeLane = Int32Array & InWorkspace;

/** Truths, marks and classes. */
export type ByteLane = Uint8Array & InWorkspace;

/** Only a workspace makes lanes; the mark is for the compiler and takes no memory. */
interface InWorkspace {
  readonly "in a workspace": true;
}

/** Rows of a chunk: even, and a multiple of the bytes that kernels read at once. */
export const CHUNK = 2048;

/** Where kernels find a lane. */
export type Address = number;

export function at(lane: Lane | CodeLane | ByteLane): Address {
  return lane.byteOffset;
}

import type { CodeLane, Lane } from "./lanes.ts";

/** For every row, how many of the bounds lie at or below its value, the values from `first` on: the band, segment or rung it is in. */
export type SegmentIndex = (values: Lane, first: number, rows: number, out: CodeLane) => void;

/** More bounds than this are searched, not counted. */
const MOST_COUNTED = 8;

/**
 * Bounds in rising order. A few are counted one by one, as comparisons that become numbers: no branch to mispredict. A
 * missing value is below all bounds.
 */
export function compileSegmentIndex(bounds: readonly number[]): SegmentIndex {
  if (bounds.length > MOST_COUNTED) return (values, first, rows, out) => search(values, first, rows, bounds, out);
  const [b0, b1, b2, b3, b4, b5, b6, b7] = Float64Array.from(
    { length: MOST_COUNTED },
    (_, i) => bounds[i] ?? Number.POSITIVE_INFINITY,
  ) as unknown as Eight;
  if (bounds.length > 4)
    return (values, first, rows, out) => countEight(values, first, rows, out, b0, b1, b2, b3, b4, b5, b6, b7);
  return (values, first, rows, out) => countFour(values, first, rows, out, b0, b1, b2, b3);
}

type Eight = readonly [number, number, number, number, number, number, number, number];

function countFour(
  values: Lane,
  first: number,
  rows: number,
  out: CodeLane,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
): void {
  for (let i = 0; i < rows; i++) {
    const x = values[first + i] as number;
    out[i] = +(x >= b0) + +(x >= b1) + +(x >= b2) + +(x >= b3);
  }
}

function countEight(
  values: Lane,
  first: number,
  rows: number,
  out: CodeLane,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
  b4: number,
  b5: number,
  b6: number,
  b7: number,
): void {
  for (let i = 0; i < rows; i++) {
    const x = values[first + i] as number;
    out[i] = +(x >= b0) + +(x >= b1) + +(x >= b2) + +(x >= b3) + +(x >= b4) + +(x >= b5) + +(x >= b6) + +(x >= b7);
  }
}

/** By halves: of `length` bounds, those from `low` on are undecided. */
function search(values: Lane, first: number, rows: number, bounds: readonly number[], out: CodeLane): void {
  for (let i = 0; i < rows; i++) {
    const x = values[first + i] as number;
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x >= (bounds[middle] as number)) low = middle + 1;
      else high = middle;
    }
    out[i] = low;
  }
}

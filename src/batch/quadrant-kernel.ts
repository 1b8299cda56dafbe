import { compileAxis } from "../classify/classify-quadrant.ts";
import { toScaled } from "../core/scaled.ts";
import type { Quadrant } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { Lane } from "./lanes.ts";
import type { Outputs } from "./outputs.ts";
import { TWICE_Y } from "./quadrant-cells.ts";
import { type Codes, NO_CODE, type PreviousColumns, SIDES } from "./scored-columns.ts";
import { SCORED } from "./status-kernel.ts";

/** Quadrants over columns. */
export interface QuadrantKernel {
  /** Writes the chunk's rows; plain is a chunk whose rows are all scored and have all scores. */
  readonly rate: (isPlain: boolean) => void;
  /** Writes a row that is not rated: it keeps the sides it had. */
  readonly carry: (row: number) => void;
}

export function compileQuadrantKernel(
  { cut, deadBand = 0 }: Quadrant,
  scores: { readonly x: Lane; readonly y: Lane },
  scorePlaces: number,
  chunk: Chunk,
  previous: PreviousColumns,
  { status, quadrant, quadrantX, quadrantY }: Outputs,
): QuadrantKernel {
  const x = compileSides(cut.x, deadBand, scorePlaces, previous.quadrantX);
  const y = compileSides(cut.y, deadBand, scorePlaces, previous.quadrantY);
  const [xCodes, yCodes, codes] = [codesOf(quadrantX), codesOf(quadrantY), codesOf(quadrant)];
  const carry = (row: number) => {
    xCodes[row] = x.before(row);
    yCodes[row] = y.before(row);
    codes[row] = NO_CODE;
  };
  return {
    carry,
    rate: (isPlain) => {
      const { first, rows } = chunk;
      x.rate(scores.x, first, rows, xCodes);
      y.rate(scores.y, first, rows, yCodes);
      nameCells(xCodes, yCodes, first, rows, codes);
      if (isPlain) return;
      for (let i = 0; i < rows; i++) {
        const isMissing = Number.isNaN(scores.x[i]) || Number.isNaN(scores.y[i]);
        if (isMissing || status.codes[first + i] !== SCORED) carry(first + i);
      }
    },
  };
}

/** One axis: rates a chunk, and knows where a row stood before. */
interface AxisKernel {
  readonly rate: (scores: Lane, first: number, rows: number, out: Uint8Array) => void;
  readonly before: (row: number) => number;
}

function compileSides(
  cut: number,
  deadBand: number,
  scorePlaces: number,
  previous: Codes | null | undefined,
): AxisKernel {
  const scaledCut = toScaled(cut, scorePlaces);
  if (previous === null || previous === undefined) {
    return { before: () => NO_CODE, rate: (scores, first, rows, out) => cutAt(scaledCut, scores, first, rows, out) };
  }
  const axis = compileAxis(cut, deadBand, scorePlaces);
  const sides = previous.names.map((name) => SIDES.find((side) => side === name) ?? null);
  const sideBefore = (row: number) => sides[previous.codes[row] as number] ?? null;
  const codeOf = { low: SIDES.indexOf("low"), high: SIDES.indexOf("high") };
  return {
    before: (row) => {
      const side = sideBefore(row);
      return side === null ? NO_CODE : codeOf[side];
    },
    rate: (scores, first, rows, out) => {
      for (let i = 0; i < rows; i++) out[first + i] = codeOf[axis.side(scores[i] as number, sideBefore(first + i))];
    },
  };
}

/** The side of each score without a previous one. */
function cutAt(cut: number, scores: Lane, first: number, rows: number, out: Uint8Array): void {
  for (let i = 0; i < rows; i++) out[first + i] = +((scores[i] as number) >= cut);
}

function nameCells(xCodes: Uint8Array, yCodes: Uint8Array, first: number, rows: number, out: Uint8Array): void {
  for (let row = first; row < first + rows; row++) {
    out[row] = (xCodes[row] as number) + TWICE_Y * (yCodes[row] as number);
  }
}

function codesOf(column: Codes | null): Uint8Array {
  return column?.codes ?? new Uint8Array(0);
}

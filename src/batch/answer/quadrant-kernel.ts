import { compileAxis } from "../../classify/classify-quadrant.ts";
import { toScaled } from "../../core/scaled.ts";
import { at, type ByteLane, type Lane } from "../../lanes/lane.ts";
import type { Quadrant } from "../../schema/model-document.ts";
import type { Chunk } from "../kernels/chunk.ts";
import { type Codes, NO_CODE, type PreviousColumns, SIDES } from "../scored-columns.ts";
import type { Outputs } from "./outputs.ts";
import { TWICE_Y } from "./quadrant-cells.ts";
import { SCORED } from "./status-kernel.ts";

/** Quadrants over columns. */
export interface QuadrantKernel {
  /** Writes the chunk's rows; plain is a chunk whose rows are all scored and have all scores. */
  readonly rate: (isPlain: boolean) => void;
  /** Writes a row that is not rated: it keeps the sides it had. */
  readonly carry: (row: number) => void;
}

/** A kernel for the columns of each call. */
export function compileQuadrantKernel(
  { cut, deadBand = 0 }: Quadrant,
  scores: { readonly x: Lane; readonly y: Lane },
  scorePlaces: number,
  chunk: Chunk,
): (previous: PreviousColumns, out: Outputs) => QuadrantKernel {
  const { byteLane, kernels } = chunk.space;
  const [xSides, ySides, cells] = [byteLane(), byteLane(), byteLane()];
  return (previous, { status, quadrant, quadrantX, quadrantY }) => {
    const x = compileSides(cut.x, deadBand, scorePlaces, previous.quadrantX, chunk);
    const y = compileSides(cut.y, deadBand, scorePlaces, previous.quadrantY, chunk);
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
        x.rate(scores.x, xSides);
        y.rate(scores.y, ySides);
        kernels.joinCodes(at(xSides), at(ySides), rows, TWICE_Y, at(cells));
        xCodes.set(xSides.subarray(0, rows), first);
        yCodes.set(ySides.subarray(0, rows), first);
        codes.set(cells.subarray(0, rows), first);
        if (isPlain) return;
        for (let i = 0; i < rows; i++) {
          const isMissing = Number.isNaN(scores.x[i]) || Number.isNaN(scores.y[i]);
          if (isMissing || status.codes[first + i] !== SCORED) carry(first + i);
        }
      },
    };
  };
}

/** One axis: rates a chunk, and knows where a row stood before. */
interface AxisKernel {
  readonly rate: (scores: Lane, out: ByteLane) => void;
  readonly before: (row: number) => number;
}

function compileSides(
  cut: number,
  deadBand: number,
  scorePlaces: number,
  previous: Codes | null | undefined,
  chunk: Chunk,
): AxisKernel {
  const scaledCut = toScaled(cut, scorePlaces);
  if (previous === null || previous === undefined) {
    const { kernels } = chunk.space;
    return {
      before: () => NO_CODE,
      rate: (scores, out) => kernels.cutAt(at(scores), chunk.rows, scaledCut, at(out)),
    };
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
    rate: (scores, out) => {
      const { first, rows } = chunk;
      for (let i = 0; i < rows; i++) out[i] = codeOf[axis.side(scores[i] as number, sideBefore(first + i))];
    },
  };
}

function codesOf(column: Codes | null): Uint8Array {
  return column?.codes ?? new Uint8Array(0);
}

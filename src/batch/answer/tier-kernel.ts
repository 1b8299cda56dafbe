import type { Ladder } from "../../classify/classify-tier.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { Chunk } from "../kernels/chunk.ts";
import { handBack } from "../kernels/hand-back.ts";
import { type Codes, HOLDS, NO_CODE, NO_DAY, type PreviousColumns } from "../scored-columns.ts";
import type { Outputs } from "./outputs.ts";
import { type GateKernel, SCORED } from "./status-kernel.ts";

/** Tiers over columns. */
export interface TierKernel {
  /** Writes the chunk's rows, as a quadrant does; hands back those whose previous tier or validity the model does not know. */
  readonly rate: (isPlain: boolean) => void;
  /** Writes a row that is not rated: it keeps the rating it had. */
  readonly carry: (row: number) => void;
}

/** What a previous tier is that the model does not know. */
const UNKNOWN_RUNG = -1;

/** A kernel for the columns of each call. */
export function compileTierKernel(
  ladder: Ladder,
  scores: Lane,
  chunk: Chunk,
  gates: GateKernel | null,
): (previous: PreviousColumns, out: Outputs) => TierKernel {
  const rateFirst = compileFirstRating(ladder, scores, chunk);
  return (previous, out) => {
    const [tier, earned, held] = [codesOf(out.tier), codesOf(out.tierEarned), codesOf(out.tierHeld)];
    const validUntil = out.tierValidUntil ?? new Int32Array(0);
    const before = previous.tierEarned;
    const valid = previous.tierValidUntil;
    const rungs = (before?.names ?? []).map((name) => ladder.rungOf(name));
    const rungBefore = (row: number) => rungs[before?.codes[row] as number] ?? NO_CODE;
    const validBefore = (row: number) => valid?.[row] ?? NO_DAY;

    const carry = (row: number) => {
      const rung = rungBefore(row);
      earned[row] = rung === UNKNOWN_RUNG ? NO_CODE : rung;
      validUntil[row] = validBefore(row);
      tier[row] = NO_CODE;
      held[row] = NO_CODE;
    };
    /** The rating after an earlier one. */
    const rateAgain = (i: number) => {
      const row = chunk.first + i;
      const rung = rungBefore(row);
      if (rung === NO_CODE) return;
      if (rung === UNKNOWN_RUNG) return handBack(chunk.back, i);
      const day = validBefore(row);
      const again = ladder.earn(scores[i] as number, chunk.asOf, {
        rung,
        validUntil: day === NO_DAY ? null : day,
      });
      if (again === "date-range") return handBack(chunk.back, i);
      earned[row] = again.rung;
      held[row] = again.held === null ? NO_CODE : HOLDS.indexOf(again.held);
      validUntil[row] = again.validUntil ?? NO_DAY;
    };

    return {
      carry,
      rate: (isPlain) => {
        const { rows, first } = chunk;
        rateFirst(earned, held, validUntil);
        if (before) for (let i = 0; i < rows; i++) if (!Number.isNaN(scores[i])) rateAgain(i);
        tier.set(earned.subarray(first, first + rows), first);
        if (gates !== null) {
          for (let row = first; row < first + rows; row++) {
            tier[row] = gates.effectOf(row - first).applyTo(tier[row] as number);
          }
        }
        if (isPlain) return;
        for (let i = 0; i < rows; i++) {
          const row = first + i;
          if (Number.isNaN(scores[i]) || out.status.codes[row] !== SCORED) {
            if (rungBefore(row) === UNKNOWN_RUNG) handBack(chunk.back, i);
            carry(row);
          }
        }
      },
    };
  };
}

/** The rating of rows that had none: the rung of the score, with the same validity for all. */
function compileFirstRating(
  ladder: Ladder,
  scores: Lane,
  chunk: Chunk,
): (earned: Uint8Array, held: Uint8Array, validUntil: Int32Array) => void {
  const { kernels, byteLane, bounds } = chunk.space;
  const best = ladder.bounds[0] as number;
  const last = ladder.bounds.length - 1;
  const rising = bounds(ladder.bounds.slice(0, last).reverse());
  const rungs = byteLane();
  return (earned, held, validUntil) => {
    const { first, rows } = chunk;
    const rating = ladder.earn(best, chunk.asOf, { rung: null, validUntil: null });
    if (rating === "date-range") for (let i = 0; i < rows; i++) handBack(chunk.back, i);
    kernels.rungsOf(at(scores), rows, rising, last, last, at(rungs));
    earned.set(rungs.subarray(0, rows), first);
    held.fill(NO_CODE, first, first + rows);
    validUntil.fill(rating === "date-range" ? NO_DAY : (rating.validUntil ?? NO_DAY), first, first + rows);
  };
}

function codesOf(column: Codes | null): Uint8Array {
  return column?.codes ?? new Uint8Array(0);
}

import { toScaled } from "../core/scaled.ts";
import { scorePlacesOf } from "../schema/defaults.ts";
import type { Model } from "../schema/model-document.ts";
import { COVERAGE_PLACES } from "../weight/coverage.ts";
import { compileAxisKernel, compileGateKernel, compileTierKernel, sideCodes } from "./class-kernel.ts";
import type { Lane } from "./lanes.ts";
import type { Outputs } from "./outputs.ts";
import type { Program } from "./program.ts";
import { NO_CODE, type PreviousColumns } from "./scored-columns.ts";

/** The codes of `STATUSES`. */
const [SCORED, INSUFFICIENT, DISQUALIFIED, REJECTED] = [0, 1, 2, 3] as const;

/** Status, quadrant and tier of the rows of a scored chunk. */
export interface FinishKernel {
  /** Writes the classes of every row that stands; answers the rows to be scored by themselves. */
  readonly finish: () => readonly number[];
  /** Writes a rejected row: the rating it had before, and nothing else. */
  readonly reject: (row: number) => void;
}

/** @param dimensionIds in the order of the program's dimension scores */
export function compileFinish(
  model: Model,
  dimensionIds: readonly string[],
  program: Program,
  previous: PreviousColumns,
  asOf: number | null,
  out: Outputs,
): FinishKernel {
  const { chunk, scores } = program;
  const scorePlaces = scorePlacesOf(model);
  const minimumCoverage = toScaled(model.minimumCoverage ?? 0, COVERAGE_PLACES);
  const laneOf = (id: string): Lane =>
    id === "total" ? scores.total : (scores.dimensions[dimensionIds.indexOf(id)] as Lane);
  const rateQuadrant = compileQuadrantRows(model, scorePlaces, laneOf, previous, out);
  const tiers = model.tier === undefined ? null : compileTierKernel(model.tier, scorePlaces, previous);
  const tierScore = model.tier === undefined ? null : laneOf(model.tier.on);
  const gates = compileGateKernel(model.gates ?? [], tiers?.ladder.rungOf ?? (() => 0), chunk, program.condition);
  const { tier, tierEarned, tierHeld, tierValidUntil } = out;
  const codes =
    tierEarned === null || tierHeld === null || tierValidUntil === null
      ? null
      : { earned: tierEarned.codes, held: tierHeld.codes, validUntil: tierValidUntil };

  const carryTier = (row: number) => {
    if (tiers === null || codes === null) return;
    const rung = tiers.rungBefore(row);
    codes.earned[row] = rung < 0 ? NO_CODE : rung;
    codes.validUntil[row] = tiers.validBefore(row);
  };

  /** False if the row has to be scored by itself. */
  const finishRow = (i: number, row: number): boolean => {
    if (chunk.back.marks[i] === 1 || tiers?.rungBefore(row) === UNKNOWN_RUNG) return false;
    const effect = gates === null ? null : gates.effectOf(i);
    const isInsufficient = Number.isNaN(scores.base[i]) || (scores.coverage[i] as number) < minimumCoverage;
    const status = effect?.isDisqualified ? DISQUALIFIED : isInsufficient ? INSUFFICIENT : SCORED;
    out.status.codes[row] = status;
    rateQuadrant?.(i, row, status === SCORED);
    if (tiers === null || codes === null || tier === null) return true;
    const score = (tierScore as Lane)[i] as number;
    if (status !== SCORED || Number.isNaN(score)) {
      carryTier(row);
      return true;
    }
    if (!tiers.earn(score, row, asOf, codes)) return false;
    const earned = codes.earned[row] as number;
    tier.codes[row] = effect === null ? earned : effect.applyTo(earned);
    return true;
  };

  return {
    finish: () => {
      gates?.evaluate();
      const left: number[] = [];
      for (let i = 0; i < chunk.rows; i++) if (!finishRow(i, chunk.first + i)) left.push(chunk.first + i);
      return left;
    },
    reject: (row) => {
      out.status.codes[row] = REJECTED;
      for (const column of [out.quadrant, out.tier, out.tierHeld]) if (column !== null) column.codes[row] = NO_CODE;
      for (const values of [...Object.values(out.dimensions), out.total, out.coverage]) values[row] = Number.NaN;
      rateQuadrant?.(0, row, false);
      carryTier(row);
    },
  };
}

/** What a previous tier is that the model does not know. */
const UNKNOWN_RUNG = -1;

function compileQuadrantRows(
  { quadrant }: Model,
  scorePlaces: number,
  laneOf: (id: string) => Lane,
  previous: PreviousColumns,
  out: Outputs,
): ((i: number, row: number, isScored: boolean) => void) | null {
  const { quadrant: cells, quadrantX, quadrantY } = out;
  if (quadrant === undefined || cells === null || quadrantX === null || quadrantY === null) return null;
  const { cut, deadBand = 0 } = quadrant;
  const xScores = laneOf(quadrant.x);
  const yScores = laneOf(quadrant.y);
  const rateX = compileAxisKernel(cut.x, deadBand, scorePlaces, previous.quadrantX);
  const rateY = compileAxisKernel(cut.y, deadBand, scorePlaces, previous.quadrantY);
  const beforeX = sideCodes(previous.quadrantX);
  const beforeY = sideCodes(previous.quadrantY);
  return (i, row, isScored) => {
    const x = xScores[i] as number;
    const y = yScores[i] as number;
    if (!isScored || Number.isNaN(x) || Number.isNaN(y)) {
      quadrantX.codes[row] = beforeX?.(row) ?? NO_CODE;
      quadrantY.codes[row] = beforeY?.(row) ?? NO_CODE;
      return;
    }
    const xSide = rateX(x, row);
    const ySide = rateY(y, row);
    quadrantX.codes[row] = xSide;
    quadrantY.codes[row] = ySide;
    cells.codes[row] = xSide + 2 * ySide;
  };
}

import { type Answers, SIDES_CUT, TIER_CUTS } from "./answers.ts";

/** How far two sides may be apart: in the score of a dimension, and in the total. */
export interface Tolerance {
  readonly dimension: number;
  readonly total: number;
}

/** Both are exact. */
export const EXACT: Tolerance = { dimension: 0, total: 0 };
/** Both are floats: they may add in another order. */
export const FLOAT: Tolerance = { dimension: 1e-9, total: 1e-9 };
/**
 * One rounds at the stations and the other nowhere. Points part by 0.00005 and so does their mean; its rounding adds
 * 0.005, that of the total another 0.005; a hair for the floats.
 */
export const ROUNDED: Tolerance = { dimension: 0.005051, total: 0.010051 };

/**
 * Throws unless two sides answer alike: scores within the tolerance, and the same classes wherever the tolerance does
 * not reach a cut.
 *
 * @returns how many rows the two put into another quadrant or tier, each of them that close to a cut
 */
export function agree(name: string, ours: Answers, theirs: Answers, rows: number, within: Tolerance): number {
  let apart = 0;
  for (let i = 0; i < rows; i++) {
    const value = sameScore(name, "value", i, ours, theirs, within.dimension);
    const relationship = sameScore(name, "relationship", i, ours, theirs, within.dimension);
    const total = sameScore(name, "total", i, ours, theirs, within.total);
    const isOtherCell = ours.quadrant[i] !== theirs.quadrant[i];
    const isOtherRung = ours.tier[i] !== theirs.tier[i];
    if (
      isOtherCell &&
      !isNear([SIDES_CUT], value, within.dimension) &&
      !isNear([SIDES_CUT], relationship, within.dimension)
    ) {
      throw disagreement(name, "quadrant", i, ours, theirs);
    }
    if (isOtherRung && !isNear(TIER_CUTS, total, within.total)) throw disagreement(name, "tier", i, ours, theirs);
    apart += +(isOtherCell || isOtherRung);
  }
  return apart;
}

/** Throws unless a side that gives bare totals gives the same. */
export function agreeOnTotals(name: string, ours: Answers, totals: readonly number[], within: Tolerance): void {
  const theirs = { ...ours, total: totals };
  for (let i = 0; i < totals.length; i++) sameScore(name, "total", i, ours, theirs, within.total);
}

function sameScore(
  name: string,
  score: "value" | "relationship" | "total",
  row: number,
  ours: Answers,
  theirs: Answers,
  within: number,
): number {
  const is = theirs[score][row] as number;
  if (!(Math.abs(is - (ours[score][row] as number)) <= within)) throw disagreement(name, score, row, ours, theirs);
  return is;
}

function isNear(cuts: readonly number[], score: number, within: number): boolean {
  return cuts.some((cut) => Math.abs(score - cut) <= within);
}

function disagreement(name: string, column: keyof Answers, row: number, ours: Answers, theirs: Answers): Error {
  return new Error(
    `the answers differ: ${name} gives ${column} ${theirs[column][row]} in row ${row}, guanxi ${ours[column][row]}`,
  );
}

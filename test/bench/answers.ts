import type { ScoredColumns } from "guanxi/batch";

/**
 * What every side has to answer for each row: scores, and classes as codes into `QUADRANTS` and `TIERS`. A side that
 * gives no more than a bare total is compared by that.
 */
export interface Answers {
  readonly value: ArrayLike<number>;
  readonly relationship: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  readonly quadrant: ArrayLike<number>;
  readonly tier: ArrayLike<number>;
}

/** One row of them, by name. */
export interface AnswerRow {
  readonly value: number;
  readonly relationship: number;
  readonly total: number;
  readonly quadrant: string;
  readonly tier: string;
}

/** The code of a cell is 1 for a high relationship plus 2 for a high value. */
export const QUADRANTS = ["watch", "maintain", "win-over", "partner"] as const;
export const TIERS = ["A1", "A2", "B1", "B2", "C"] as const;
export const SIDES_CUT = 50;
export const TIER_CUTS = [85, 75, 60, 45] as const;

/** The codes of bare scores. */
export function quadrantOf(value: number, relationship: number): number {
  return (relationship >= SIDES_CUT ? 1 : 0) + (value >= SIDES_CUT ? 2 : 0);
}

export function tierOf(total: number): number {
  const rung = TIER_CUTS.findIndex((from) => total >= from);
  return rung < 0 ? TIER_CUTS.length : rung;
}

/** What `scoreColumns` answers, in the codes of the bench. */
export function answersOf(scored: ScoredColumns): Answers {
  if (scored.quadrant === null || scored.tier === null) throw new Error("the bench model has a quadrant and a tier");
  return {
    value: scored.dimensions.value as Float64Array,
    relationship: scored.dimensions.relationship as Float64Array,
    total: scored.total,
    quadrant: recoded(scored.quadrant, QUADRANTS),
    tier: recoded(scored.tier, TIERS),
  };
}

function recoded({ codes, names }: { codes: Uint8Array; names: readonly string[] }, into: readonly string[]) {
  const code = names.map((name) => into.indexOf(name));
  return codes.map((c) => code[c] ?? 255);
}

/** Rows by name, in the codes of the bench. */
export function answersOfRows(rows: readonly AnswerRow[]): Answers {
  return {
    value: rows.map(({ value }) => value),
    relationship: rows.map(({ relationship }) => relationship),
    total: rows.map(({ total }) => total),
    quadrant: rows.map(({ quadrant }) => (QUADRANTS as readonly string[]).indexOf(quadrant)),
    tier: rows.map(({ tier }) => (TIERS as readonly string[]).indexOf(tier)),
  };
}

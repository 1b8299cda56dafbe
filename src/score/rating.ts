import type { BonusResult } from "../bonus/resolve-stacking.ts";
import type { GateResult } from "../classify/compile-gates.ts";
import { fromScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import type { Status, TierCard } from "../schema/scorecard.ts";
import type { Assembly } from "./assembly.ts";
import type { ReadOptions } from "./read-options.ts";
import type { EvaluatedBranch } from "./tree.ts";

/** What the stations found for one account; scores are × 10^−places.score, NaN where there is none. */
export interface Rating {
  readonly read: ReadOptions;
  readonly slots: Slots;
  /** A state per indicator, in document order. */
  readonly states: readonly number[];
  readonly branches: readonly EvaluatedBranch[];
  readonly scores: readonly number[];
  readonly base: number;
  readonly total: number;
  readonly bonuses: readonly BonusResult[];
  readonly gates: GateResult;
  /** × 10⁴. */
  readonly coverage: number;
  readonly status: Status;
  readonly tier: TierCard | null;
}

/** A score as the card tells it. */
export function published(score: number, places: number): number | null {
  return Number.isNaN(score) ? null : fromScaled(score, places);
}

/** A dimension's score or the total, × 10^−places.score; NaN where there is none. */
export function scoreOf(
  { layout }: Assembly,
  scores: readonly number[],
  total: number,
  id: string | undefined,
): number {
  return id === "total" ? total : (scores[layout.dimensionIds.indexOf(id as string)] ?? Number.NaN);
}

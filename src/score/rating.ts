import type { GateResult } from "../classify/compile-gates.ts";
import { fromScaled } from "../core/scaled.ts";
import type { Status, TierCard } from "../schema/scorecard.ts";
import type { ReadOptions } from "./read-options.ts";

/** What the stations found for one account beside its scores; × 10^−places.score, NaN where there is none. */
export interface Rating {
  readonly read: ReadOptions;
  readonly base: number;
  readonly total: number;
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

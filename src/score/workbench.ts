import type { BonusResult } from "../bonus/resolve-stacking.ts";
import type { Layout } from "./layout.ts";

/**
 * Arrays in which a scorer computes one account after another. Nothing in them outlives its account, and no code of a
 * caller runs while they are in use: an account is read before, into slots of its own.
 */
export interface Workbench {
  /** A state per indicator, in document order: what coverage reads. */
  readonly states: number[];
  /** Of every dimension, × 10^−places.score; NaN where there is none. */
  readonly bases: number[];
  /** Of every dimension and, last, the total; likewise. */
  readonly scores: number[];
  /** By the places of the rules in the model. */
  readonly bonuses: BonusResult[];
}

export function openWorkbench({ dimensionIds }: Layout): Workbench {
  const bases = dimensionIds.map(() => Number.NaN);
  return { states: [], bases, scores: [...bases, Number.NaN], bonuses: [] };
}

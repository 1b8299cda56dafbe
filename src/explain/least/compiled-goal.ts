import { toScaled } from "../../core/scaled.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { Assembly } from "../../score/assembly.ts";
import type { ReadOptions } from "../../score/read-options.ts";
import type { CardBounds } from "../bounds/card-bounds.ts";
import type { ValueBounds } from "../bounds/join-bounds.ts";
import { YES } from "../bounds/region.ts";

/** A goal as the search asks about it: of a card, and of bounds that hold many. */
export interface CompiledGoal {
  /** The score that the goal is about, or is nearest to. */
  readonly of: string;
  readonly isReached: (card: Scorecard) => boolean;
  /** False only if no card within the bounds reaches it. */
  readonly isPossible: (bounds: CardBounds) => boolean;
  /** How far a card is from it, × 10^−places.score; less is nearer, infinite without a score. */
  readonly shortfall: (card: Scorecard) => number;
  /** No card within the bounds is nearer. */
  readonly leastShortfall: (bounds: CardBounds) => number;
}

/** What a goal is compiled with. */
export interface Setting {
  readonly assembly: Assembly;
  readonly options: ReadOptions;
  /** The card before any change. */
  readonly now: Scorecard;
}

/** A score by its name, on cards and within bounds. */
export interface ScoreAt {
  readonly id: string;
  /** × 10^−places.score, NaN without. */
  readonly of: (card: Scorecard) => number;
  readonly within: (bounds: CardBounds) => ValueBounds;
}

export function scoreAt(id: string | undefined, { assembly }: Pick<Setting, "assembly">): ScoreAt {
  const { layout, scorePlaces } = assembly;
  const name = id as string;
  const at = name === "total" ? layout.dimensionIds.length : layout.dimensionIds.indexOf(name);
  return {
    id: name,
    of: (card) => {
      const score = name === "total" ? card.total : card.dimensions[name]?.score;
      return score == null ? Number.NaN : toScaled(score, scorePlaces);
    },
    within: ({ scores }) => scores[at] as ValueBounds,
  };
}

/** What is lacking from one number to a greater one, none where it is not; infinite where there is no number. */
export function lacking(greater: number, number: number): number {
  const lack = greater - number;
  return Number.isNaN(lack) ? Number.POSITIVE_INFINITY : Math.max(0, lack);
}

/** Whether a card within the bounds can have the status of a scored one. */
export function canBeScored({ isRejected, isInsufficient, isDisqualified }: CardBounds): boolean {
  return !isRejected && isInsufficient !== YES && isDisqualified !== YES;
}

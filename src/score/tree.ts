import type { Resolve } from "../condition/compile-condition.ts";
import type { Issue } from "../core/issue.ts";
import type { Slots } from "../core/slots.ts";
import type { FieldPlace } from "../measure/compile-measure.ts";
import type { GroupCard, IndicatorCard } from "../schema/scorecard.ts";

/** What the tree of a model is compiled with. */
export interface TreeContext {
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  readonly input: (id: string) => FieldPlace;
  readonly resolve: Resolve;
}

/** One account on its way through the tree. */
export interface Pass {
  readonly slots: Slots;
  /** A state per indicator, in document order: what coverage reads. */
  readonly states: number[];
  readonly issues: Issue[];
}

/**
 * A node of the tree, in two steps: all points first and then, for an account without issues, the cards. A branch keeps
 * its children's points from the one step to the other in an array that the next account overwrites: no code of a caller
 * runs in between, and new arrays for every branch of every account cost more than the arithmetic.
 */
export interface TreeNode {
  /** Its points × 10^−places.points, NaN without; `isApplicable` is false inside an `appliesWhen` that is false. */
  readonly evaluate: (pass: Pass, isApplicable: boolean) => number;
  /** The card of the points that were evaluated last. */
  readonly card: (
    pass: Pass,
    points: number,
    share: number | null,
    contribution: number | null,
  ) => IndicatorCard | GroupCard;
}

/** A branch, in the same two steps. Its value is an integer of the places it was compiled for, NaN without. */
export interface TreeBranch {
  readonly evaluate: (pass: Pass, isApplicable: boolean) => number;
  readonly cards: (pass: Pass, value: number) => BranchCards;
}

/** The cards of a branch's children, and what their contributions leave over of its value. */
export interface BranchCards {
  readonly rounding: number | null;
  readonly indicators: { readonly [id: string]: IndicatorCard | GroupCard };
}

/** Hands out the places of indicators in document order. */
export interface LeafCounter {
  next: number;
}

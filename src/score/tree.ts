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

/** A node once evaluated: its points × 10^−places.points (NaN without), and its card but for the part in its parent. */
export interface Evaluated {
  readonly points: number;
  readonly card: (share: number | null, contribution: number | null) => IndicatorCard | GroupCard;
}

/** A node as a function of one pass; `isApplicable` is false inside an `appliesWhen` that is false. */
export type EvaluateNode = (pass: Pass, isApplicable: boolean) => Evaluated;

/** A dimension once evaluated: its base × 10^−places.score (NaN without). */
export interface EvaluatedBranch {
  readonly value: number;
  readonly rounding: number | null;
  readonly indicators: { readonly [id: string]: IndicatorCard | GroupCard };
}

/** Hands out the places of indicators in document order. */
export interface LeafCounter {
  next: number;
}

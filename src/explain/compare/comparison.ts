import type { Scorecard, Status } from "../../schema/scorecard.ts";

type Value = number | string | boolean;

/** What a score changed by because of one thing. */
export type ChangeCause =
  /** Another model on the earlier account. */
  | { readonly kind: "model"; readonly from: string; readonly to: string }
  /** A dated rule that came into force, or is no longer. */
  | { readonly kind: "rule"; readonly id: string; readonly title: string; readonly isInForce: boolean }
  /** Time since the dates of the account, by measures that count it. */
  | { readonly kind: "day"; readonly from: string | null; readonly to: string | null }
  | {
      readonly kind: "input";
      readonly field: string;
      readonly title: string;
      readonly from: Value | null;
      readonly to: Value | null;
    }
  /** Several of the above that cannot be told apart: between them the account has no such score. */
  | { readonly kind: "together"; readonly causes: readonly ChangeCause[] };
export type ChangeCauseKind = ChangeCause["kind"];

/** A cause with what it did. */
export interface CausedChange {
  readonly cause: ChangeCause;
  /** Exact; where inputs are told apart it may have one decimal more than scores. */
  readonly change: number;
  readonly text: string;
}

/** How a score differs between two cards: change = Σ changes of the causes. */
export interface ScoreChange {
  /** A dimension, or `"total"`. */
  readonly of: string;
  readonly title: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Null where one of the cards has no such score; then there are no causes either. */
  readonly change: number | null;
  /** Causes that changed something: the model, rules, the day, then inputs, each in the order of the model. */
  readonly causes: readonly CausedChange[];
}

/** One of the two cards, in short. */
export interface ComparedCard {
  readonly model: Scorecard["model"];
  readonly asOf: string | null;
  readonly status: Status;
  readonly tier: string | null;
  readonly quadrant: string | null;
}

export interface Comparison {
  readonly format: 1;
  readonly before: ComparedCard;
  readonly after: ComparedCard;
  /** The total first, then the dimensions of the later model, then those that only the earlier one had. */
  readonly scores: readonly ScoreChange[];
}

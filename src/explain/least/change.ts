import type { Status } from "../../schema/scorecard.ts";

type Value = number | string | boolean;

/** Where an account stands, now or after a change. */
export interface Standing {
  readonly status: Status;
  /** The score that the goal is about. */
  readonly score: number | null;
  readonly total: number | null;
  readonly tier: string | null;
  readonly quadrant: string | null;
}

interface OfField {
  readonly field: string;
  readonly title: string;
  /** The published value of now. */
  readonly from: Value | null;
  /** The same in words. */
  readonly text: string;
}

/** The least change of one field that reaches the goal: one smallest step less does not. */
export interface ReachingChange extends OfField {
  readonly kind: "change";
  readonly to: Value;
  /** to − from of a number; null where there is no such thing. */
  readonly by: number | null;
  /** Where the goal is to stay: how far a number may go that way and not lose the tier. Null elsewhere. */
  readonly slack: number | null;
  /** By the declared effort; null where none is declared for the field. */
  readonly cost: number | null;
  readonly after: Standing;
}

/** No value of this field alone reaches the goal. */
export interface UnreachableChange extends OfField {
  readonly kind: "unreachable";
  /** The value that comes nearest, if any comes nearer than that of now. */
  readonly best: {
    readonly to: Value;
    readonly by: number | null;
    readonly after: Standing;
    /** Whether no other value comes nearer; false where the search stopped early. */
    readonly isProved: boolean;
  } | null;
}

/** The search stopped early: a change of less than `noneWithin` does not reach the goal, a greater one perhaps. */
export interface UndecidedChange extends OfField {
  readonly kind: "undecided";
  readonly noneWithin: number;
}

export type FieldChange = ReachingChange | UnreachableChange | UndecidedChange;

/** What a combination changes. */
export interface PartOfChange {
  readonly field: string;
  readonly title: string;
  readonly from: Value | null;
  readonly to: Value;
  readonly by: number | null;
}

/** The cheapest change of at most two fields, by their efforts. */
export type JointChange =
  | {
      readonly kind: "change";
      readonly changes: readonly PartOfChange[];
      readonly cost: number;
      /** Whether nothing cheaper reaches the goal; in any case nothing that costs less than `noneBelow` does. */
      readonly isProved: boolean;
      readonly noneBelow: number;
      readonly after: Standing;
      readonly text: string;
    }
  /** No two fields reach the goal. */
  | { readonly kind: "unreachable"; readonly text: string }
  /** The search stopped early without finding any: nothing that costs less than `noneBelow` reaches the goal. */
  | { readonly kind: "undecided"; readonly noneBelow: number; readonly text: string };

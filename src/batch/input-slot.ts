import type { FieldKind } from "../schema/model-document.ts";

/** Where a field, measure or score stands, and what its lane holds. */
export interface InputSlot {
  readonly slot: number;
  readonly kind: FieldKind;
  /** The code of a missing value; `null` where the lane holds numbers. */
  readonly missingCode: number | null;
  /** Decimals of a number. */
  readonly places: number;
  /** The texts that a category's codes stand for. */
  readonly dictionary: readonly string[];
  /** The whole column where it is doubles as given, else `null`. */
  readonly doubles: Float64Array | null;
}

import { LONGEST_NAME } from "../../schema/limits.ts";
import type { FieldKind } from "../../schema/model-document.ts";

/** Where a field, measure or score stands, and what its lane holds. */
export interface InputSlot {
  readonly slot: number;
  readonly kind: FieldKind;
  /** Decimals of a number. */
  readonly places: number;
  /** What the codes stand for, in their order: `null`, which is missing, comes last. No codes: the lane holds numbers. */
  readonly coded: readonly (string | boolean | null)[];
}

/** Stands for every text that the model does not tell from others: longer than any that it could name. */
export const OTHER = "*".repeat(LONGEST_NAME + 1);

/** What the codes of a kind of field stand for. */
export function codedValues(kind: FieldKind, texts: readonly string[]): InputSlot["coded"] {
  return CODED[kind](texts);
}

const CODED = {
  number: () => [],
  date: () => [],
  category: (texts) => [...texts, OTHER, null],
  boolean: () => [false, true, null],
} satisfies { readonly [K in FieldKind]: (texts: readonly string[]) => InputSlot["coded"] };

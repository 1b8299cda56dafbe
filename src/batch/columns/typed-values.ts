import { doubleForText } from "../../core/double-for-text.ts";
import { isMissing } from "../../core/is-missing.ts";
import { readDate } from "../../core/plain-date.ts";
import { DEFAULT_FIELD_PLACES } from "../../record/read-field.ts";
import type { Field, FieldKind, NumberField } from "../../schema/model-document.ts";
import type { Column } from "../column.ts";

/**
 * The values of one field as a typed column that scores as they do; `null` where one of them has no place in it. What is
 * wrong with that one is told when its row is scored, so the values have to stay as they are.
 */
export function typedColumn(field: Field, values: readonly unknown[]): Column | null {
  return (TYPED[field.kind] as (values: readonly unknown[], field: Field) => Column | null)(values, field);
}

const TYPED = {
  number: numberColumn,
  category: categoryColumn,
  date: (values) => maskedColumn(values, new Int32Array(values.length), dayOf),
  boolean: (values) => maskedColumn(values, new Uint8Array(values.length), flagOf),
} satisfies { readonly [K in FieldKind]: (values: readonly unknown[], field: never) => Column | null };

/** NaN is missing in a column and wrong in a record. */
function numberColumn(values: readonly unknown[], { places = DEFAULT_FIELD_PLACES }: NumberField): Column | null {
  const column = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isMissing(value)) {
      column[row] = Number.NaN;
      continue;
    }
    const double =
      typeof value === "number" ? value : typeof value === "string" ? doubleForText(value, places) : Number.NaN;
    if (Number.isNaN(double)) return null;
    column[row] = double;
  }
  return column;
}

function categoryColumn(values: readonly unknown[]): Column | null {
  const codes = new Int32Array(values.length);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isMissing(value)) {
      codes[row] = NO_ENTRY;
      continue;
    }
    if (typeof value !== "string") return null;
    let code = known.get(value);
    if (code === undefined) {
      code = dictionary.length;
      known.set(value, code);
      dictionary.push(value);
    }
    codes[row] = code;
  }
  return { codes, dictionary };
}

/** A code that stands for nothing is missing. */
export const NO_ENTRY = -1;

/** Whole numbers that stand for the values, with a mask where some are missing. */
function maskedColumn(
  values: readonly unknown[],
  column: Int32Array | Uint8Array,
  read: (value: unknown) => number | null,
): Column | null {
  let mask: Uint8Array | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isMissing(value)) {
      mask ??= new Uint8Array(values.length).fill(1);
      mask[row] = 0;
      continue;
    }
    const stand = read(value);
    if (stand === null) return null;
    column[row] = stand;
  }
  return mask === null ? column : { values: column, mask };
}

function dayOf(value: unknown): number | null {
  return typeof value === "string" ? readDate(value) : null;
}

function flagOf(value: unknown): number | null {
  return typeof value === "boolean" ? +value : null;
}

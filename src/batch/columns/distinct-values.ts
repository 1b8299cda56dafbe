import { isMissing } from "../../core/is-missing.ts";
import type { CodedColumn, NumberArray, PlainColumn } from "../column.ts";

/** A column as codes of its distinct values, so that each is read once for the whole call. */
export interface DistinctValues {
  /** A code without a value is missing. */
  readonly codes: NumberArray;
  readonly values: readonly unknown[];
}

export function distinctValues(column: PlainColumn | CodedColumn): DistinctValues {
  return "codes" in column ? { codes: column.codes, values: column.dictionary } : encode(column);
}

/** What a missing value is read as, and one that its field refuses: no day or code is so small. */
export const MISSING = -2147483648;
export const WRONG = -2147483647;

/** Each value as the integer its text is read as. */
export function readEach(values: readonly unknown[], read: (text: string) => number | null): Int32Array {
  return Int32Array.from(values, (value) => {
    if (isMissing(value)) return MISSING;
    return typeof value === "string" ? (read(value) ?? WRONG) : WRONG;
  });
}

function encode(column: PlainColumn): DistinctValues {
  const known = new Map<unknown, number>();
  const values: unknown[] = [];
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    let code = known.get(value);
    if (code === undefined) {
      code = values.length;
      known.set(value, code);
      values.push(value);
    }
    codes[i] = code;
  }
  return { codes, values };
}

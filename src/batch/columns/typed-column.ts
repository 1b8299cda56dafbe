import type { Column, MaskedColumn, NumberArray } from "../column.ts";

/** A column of typed numbers, with or without a mask. */
export interface TypedColumn {
  readonly values: NumberArray;
  readonly mask: Uint8Array | null;
}

/** The typed form of a column; `null` for a plain or coded one. */
export function typed(column: Column): TypedColumn | null {
  if (Array.isArray(column) || "codes" in column) return null;
  if (ArrayBuffer.isView(column)) return { values: column as NumberArray, mask: null };
  const { values, mask } = column as MaskedColumn;
  return { values, mask: mask ?? null };
}

/** The value of a row; `null` where it is NaN or the mask says missing. */
export function valueAt({ values, mask }: TypedColumn, row: number): number | null {
  const value = values[row];
  return value === undefined || Number.isNaN(value) || mask?.[row] === 0 ? null : value;
}

/** Whether an array holds integers only, so that it has no NaN. */
export function isIntegral(values: NumberArray): boolean {
  return !(values instanceof Float64Array || values instanceof Float32Array);
}

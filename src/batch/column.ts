/**
 * The columns of a portfolio. Missing is NaN in a float column, null, undefined or empty text in a plain array, and a 0
 * in the mask of any column that has one.
 */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** Typed values with a mask: 1 where a value is there, 0 where it is missing. */
export interface MaskedColumn {
  readonly values: NumberArray;
  readonly mask?: Uint8Array | undefined;
}

/** Category codes into a dictionary; a code that has no entry is missing. */
export interface CodedColumn {
  readonly codes: NumberArray;
  readonly dictionary: readonly (string | null)[];
}

/** Values as a record would hold them: numbers, decimal text, booleans, dates as text, category text. */
export type PlainColumn = readonly (number | string | boolean | null | undefined)[];

/**
 * A column: numbers in any form, dates as text or as days since 1970-01-01 in a typed array, booleans as 0 and 1 in a
 * typed array or as true and false, categories as text or coded.
 */
export type Column = NumberArray | MaskedColumn | CodedColumn | PlainColumn;

/** A column per field; a field without one is missing in every row. */
export type Columns = { readonly [field: string]: Column | undefined };

/** The forms a column comes in. */
export type ColumnForm = "typed" | "masked" | "coded" | "plain";

/** The form of a column; `null` for what is none. */
export function formOfColumn(column: unknown): ColumnForm | null {
  if (Array.isArray(column)) return "plain";
  if (isNumberArray(column)) return "typed";
  if (typeof column !== "object" || column === null) return null;
  const { codes, dictionary, values } = column as { codes?: unknown; dictionary?: unknown; values?: unknown };
  if (isNumberArray(codes) && Array.isArray(dictionary)) return "coded";
  return isNumberArray(values) ? "masked" : null;
}

function isNumberArray(value: unknown): value is NumberArray {
  return (
    ArrayBuffer.isView(value) &&
    typeof (value as unknown as { [i: number]: unknown; length?: unknown }).length === "number" &&
    !isBigArray(value)
  );
}

/** Arrays of 64-bit integers hold values that are no numbers. */
function isBigArray(value: object): boolean {
  return /^\[object Big/.test(Object.prototype.toString.call(value));
}

/** How many rows a column has. */
export function lengthOf(column: Column): number {
  if ("codes" in column) return column.codes.length;
  return "values" in column && typeof column.values !== "function"
    ? column.values.length
    : (column as PlainColumn).length;
}

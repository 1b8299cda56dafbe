import { factOf } from "../../core/issue.ts";
import type { FieldKind } from "../../schema/model-document.ts";
import type { Column, NumberArray } from "../column.ts";
import { NO_ENTRY } from "../columns/typed-values.ts";
import { decimalColumn } from "./arrow-decimal.ts";
import { dayColumn, longColumn } from "./arrow-long.ts";
import { type ArrowVector, maskOf, plainValuesOf, readBits, valuesOf } from "./arrow-vector.ts";

/** What the columns of each kind of field may be in an Arrow table. */
export const ARROW_TYPES = {
  number: "Int, Float, Decimal, Utf8 or Dictionary",
  category: "Utf8 or Dictionary<Utf8>",
  date: "Date, Utf8 or Dictionary<Utf8>",
  boolean: "Bool or Int",
} satisfies { readonly [K in FieldKind]: string };

/** An Arrow column as a field reads it; `null` if it holds nothing but nulls by its type, its type's name if it does not fit. */
export function readArrowColumn(kind: FieldKind, vector: ArrowVector): Column | string | null {
  const reader = (READERS as { readonly [typeId: number]: ArrowReader | undefined })[vector.type.typeId];
  const column = reader?.(vector, kind);
  return column === undefined ? String(factOf(String(vector.type))) : column;
}

/** `undefined` where a column of the type is none for such a field. */
type ArrowReader = (vector: ArrowVector, kind: FieldKind) => Column | null | undefined;

/** The numbers of Arrow's types, as every implementation has them. */
const [DICTIONARY, NULL, INT, FLOAT, UTF8, BOOL, DECIMAL, DATE, LARGE_UTF8, UTF8_VIEW] = [
  -1, 1, 2, 3, 5, 6, 7, 8, 20, 24,
] as const;

const textReader: ArrowReader = (vector, kind) => (kind === "boolean" ? undefined : plainValuesOf(vector));

const READERS = {
  [NULL]: () => null,
  [INT]: (vector, kind) => {
    if (kind !== "number" && kind !== "boolean") return undefined;
    return (vector.type as unknown as { bitWidth: number }).bitWidth === 64 ? longColumn(vector) : typedValues(vector);
  },
  [FLOAT]: (vector, kind) => {
    if (kind !== "number") return undefined;
    return (vector.type as unknown as { precision: number }).precision === HALF
      ? Float64Array.from(plainValuesOf(vector), (value) => (value === null ? Number.NaN : (value as number)))
      : typedValues(vector);
  },
  [DECIMAL]: (vector, kind) => (kind === "number" ? decimalColumn(vector) : undefined),
  [UTF8]: textReader,
  [LARGE_UTF8]: textReader,
  [UTF8_VIEW]: textReader,
  [BOOL]: (vector, kind) => (kind === "boolean" ? withMask(flagsOf(vector), vector) : undefined),
  [DATE]: (vector, kind) => {
    if (kind !== "date") return undefined;
    return (vector.type as unknown as { unit: number }).unit === DAY ? typedValues(vector) : dayColumn(vector);
  },
  [DICTIONARY]: dictionaryColumn,
} satisfies { readonly [typeId: number]: ArrowReader };

/** The half among the precisions of floats, the day among the units of dates. */
const [HALF, DAY] = [0, 0];

function typedValues(vector: ArrowVector): Column {
  return withMask(valuesOf(vector), vector);
}

function withMask(values: NumberArray, vector: ArrowVector): Column {
  const mask = maskOf(vector);
  return mask === null ? values : { values, mask };
}

function flagsOf({ length, data }: ArrowVector): Uint8Array {
  const flags = new Uint8Array(length);
  let first = 0;
  for (const piece of data) {
    readBits(piece.values as Uint8Array, piece, flags, first);
    first += piece.length;
  }
  return flags;
}

/** Codes into texts for categories and days; the values themselves for numbers. */
function dictionaryColumn(vector: ArrowVector, kind: FieldKind): Column | undefined {
  const { dictionary } = vector.type as unknown as { readonly dictionary: { readonly typeId: number } };
  const isText = ([UTF8, LARGE_UTF8, UTF8_VIEW] as readonly number[]).includes(dictionary.typeId);
  if (kind === "number")
    return isText || dictionary.typeId === INT || dictionary.typeId === FLOAT ? plainValuesOf(vector) : undefined;
  return isText && kind !== "boolean" ? codedColumn(vector) : undefined;
}

/** Batches may each have a dictionary; all of them stand one after the other in the column's. */
function codedColumn(vector: ArrowVector): Column {
  const { data, length } = vector;
  const firstOf = new Map<ArrowVector, number>();
  const dictionary: (string | null)[] = [];
  for (const { dictionary: texts } of data) {
    if (texts === undefined || firstOf.has(texts)) continue;
    firstOf.set(texts, dictionary.length);
    for (let i = 0; i < texts.length; i++) dictionary.push(texts.get(i) as string | null);
  }
  const mask = maskOf(vector);
  const [piece] = data;
  if (data.length === 1 && mask === null && isTyped(piece?.values)) return { codes: valuesOf(vector), dictionary };
  const codes = new Int32Array(length);
  let row = 0;
  for (const { values, length: rows, dictionary: texts } of data) {
    const first = texts === undefined ? 0 : (firstOf.get(texts) as number);
    for (let i = 0; i < rows; i++, row++) {
      codes[row] = mask?.[row] === 0 ? NO_ENTRY : first + Number((values as ArrayLike<unknown>)[i]);
    }
  }
  return { codes, dictionary };
}

/** Codes may be 64 bits wide, which no column is. */
function isTyped(values: unknown): boolean {
  return !/^\[object Big/.test(Object.prototype.toString.call(values));
}

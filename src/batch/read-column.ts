import { readDate, writeDate } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { publish } from "../core/publish.ts";
import { DEFAULT_FIELD_PLACES } from "../record/read-field.ts";
import { LONGEST_NAME } from "../schema/limits.ts";
import type { Field, FieldKind, NumberField } from "../schema/model-document.ts";
import { isDay } from "./calendar-days.ts";
import type { Chunk } from "./chunk.ts";
import type { CodedColumn, Column, MaskedColumn, NumberArray, PlainColumn } from "./column.ts";
import { handBack, hasNaN, type Lane } from "./lanes.ts";

/** A column ready to fill its field's lane, chunk by chunk. */
export interface ColumnReader {
  /** The texts that a category's codes stand for. */
  readonly dictionary: readonly string[];
  /** Fills a lane with published values; rows that need a closer look are handed back. Says whether any is missing. */
  readonly fill: (chunk: Chunk, out: Lane) => boolean;
  /** The value of one row as a record holds it. */
  readonly valueAt: (row: number) => unknown;
}

/** The reader of a field's column; without a column every row is missing. */
export function compileColumn(field: Field, column: Column | undefined): ColumnReader {
  if (column === undefined) return MISSING_COLUMN;
  return (READERS[field.kind] as (field: Field, column: Column) => ColumnReader)(field, column);
}

const MISSING_COLUMN: ColumnReader = {
  dictionary: [],
  fill: (chunk, out) => {
    out.fill(Number.NaN, 0, chunk.rows);
    return true;
  },
  valueAt: () => null,
};

const READERS = {
  number: numberColumn,
  category: categoryColumn,
  date: dateColumn,
  boolean: booleanColumn,
} satisfies { readonly [K in FieldKind]: (field: never, column: Column) => ColumnReader };

/** A column of typed numbers, with or without a mask; `null` for a plain or coded one. */
function typed(column: Column): { readonly values: NumberArray; readonly mask: Uint8Array | null } | null {
  if (Array.isArray(column) || "codes" in column) return null;
  if (ArrayBuffer.isView(column)) return { values: column as NumberArray, mask: null };
  const { values, mask } = column as MaskedColumn;
  return { values, mask: mask ?? null };
}

/** Copies typed numbers into a lane, NaN where the mask says missing. */
function copy(
  { values, mask }: { readonly values: NumberArray; readonly mask: Uint8Array | null },
  chunk: Chunk,
  out: Lane,
): void {
  const { first, rows } = chunk;
  for (let i = 0; i < rows; i++) out[i] = values[first + i] as number;
  if (mask !== null) for (let i = 0; i < rows; i++) if (mask[first + i] === 0) out[i] = Number.NaN;
}

/** Below this magnitude × 10ᵖ the rounding of one product is far from mattering. */
const SAFE_SCALED = 1099511627776;
/** A fraction this near to a half is looked at exactly. */
const NEAR_HALF = 0.4995;
/** A number smaller than this is written with an exponent that records refuse. */
const LEAST_WRITTEN = 1e-30;

/** A value that needs a closer look is missing here, and its row is handed back. */
function refuse(chunk: Chunk, out: Lane, row: number): void {
  out[row] = Number.NaN;
  handBack(chunk.back, row);
}

function numberColumn(field: NumberField, column: Column): ColumnReader {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  const unit = powerOfTen(places);
  const least = field.min ?? Number.NEGATIVE_INFINITY;
  const greatest = field.max ?? Number.POSITIVE_INFINITY;
  const numbers = typed(column);
  const plain = numbers === null ? (column as PlainColumn) : [];

  const exactly = (value: unknown): number => {
    if (value === null || value === undefined || value === "") return Number.NaN;
    const published = typeof value === "number" || typeof value === "string" ? publish(value, places) : "number";
    return typeof published === "number" && published >= least && published <= greatest ? published : REFUSED;
  };
  const settle = (chunk: Chunk, out: Lane, row: number, value: unknown) => {
    const published = exactly(value);
    if (published === REFUSED) refuse(chunk, out, row);
    else out[row] = published;
  };

  if (numbers === null) {
    return {
      dictionary: [],
      fill: (chunk, out) => {
        for (let i = 0; i < chunk.rows; i++) settle(chunk, out, i, plain[chunk.first + i]);
        return hasNaN(out, chunk.rows);
      },
      valueAt: (row) => plain[row],
    };
  }
  return {
    dictionary: [],
    fill: (chunk, out) => {
      copy(numbers, chunk, out);
      let missing = 0;
      for (let i = 0; i < chunk.rows; i++) {
        const value = out[i] as number;
        const scaled = value * unit;
        const whole = Math.floor(scaled + 0.5);
        const published = whole / unit;
        const isNear = Math.abs(scaled - whole) > NEAR_HALF;
        const isPlain =
          +(Math.abs(scaled) < SAFE_SCALED) &
          +!isNear &
          +(published >= least) &
          +(published <= greatest) &
          +(value * value > LEAST_SQUARE || value === 0);
        out[i] = published + 0;
        if (isPlain === 1) continue;
        if (Number.isNaN(value)) missing += 1;
        else settle(chunk, out, i, value);
      }
      return missing > 0 || chunk.back.any;
    },
    valueAt: (row) => valueAt(numbers, row),
  };
}

const LEAST_SQUARE = LEAST_WRITTEN * LEAST_WRITTEN;
/** What no published number is. */
const REFUSED = Number.POSITIVE_INFINITY;

function valueAt(
  { values, mask }: { readonly values: NumberArray; readonly mask: Uint8Array | null },
  row: number,
): number | null {
  const value = values[row];
  return value === undefined || Number.isNaN(value) || mask?.[row] === 0 ? null : value;
}

/** Days since 1970-01-01 in a typed array, or text. */
function dateColumn(_field: Field, column: Column): ColumnReader {
  const days = typed(column);
  if (days !== null) {
    const toText = (row: number) => {
      const day = valueAt(days, row);
      return day === null ? null : isDay(day) ? writeDate(day) : day;
    };
    return {
      dictionary: [],
      fill: (chunk, out) => {
        copy(days, chunk, out);
        for (let i = 0; i < chunk.rows; i++) {
          const day = out[i] as number;
          if (!Number.isNaN(day) && !isDay(day)) refuse(chunk, out, i);
        }
        return hasNaN(out, chunk.rows);
      },
      valueAt: toText,
    };
  }
  return byDictionary(column as PlainColumn | CodedColumn, (text) => {
    const day = readDate(text);
    return day === null ? REFUSED : day;
  });
}

/** 0 and 1 in a typed array, or true and false. */
function booleanColumn(_field: Field, column: Column): ColumnReader {
  const flags = typed(column);
  const plain = flags === null ? (column as PlainColumn) : [];
  return {
    dictionary: [],
    fill: (chunk, out) => {
      if (flags !== null) copy(flags, chunk, out);
      else for (let i = 0; i < chunk.rows; i++) out[i] = flagOf(plain[chunk.first + i]);
      let count = 0;
      for (let i = 0; i < chunk.rows; i++) {
        const flag = out[i] as number;
        if (flag === 0 || flag === 1) continue;
        count += 1;
        if (!Number.isNaN(flag)) refuse(chunk, out, i);
      }
      return count > 0;
    },
    valueAt: (row) => {
      if (flags === null) return plain[row];
      const flag = valueAt(flags, row);
      return flag === 0 ? false : flag === 1 ? true : flag;
    },
  };
}

function flagOf(value: unknown): number {
  if (value === null || value === undefined || value === "") return Number.NaN;
  return value === true ? 1 : value === false ? 0 : REFUSED;
}

/** Category text, or codes into a dictionary. A text that the field does not list is handed back. */
function categoryColumn(field: Field & { readonly kind: "category" }, column: Column): ColumnReader {
  const listed = field.values === undefined ? null : new Set(field.values);
  const dictionary: string[] = [];
  const codes = new Map<string, number>();
  const reader = byDictionary(column as PlainColumn | CodedColumn, (text) => {
    if (text.length > LONGEST_NAME || (listed !== null && !listed.has(text))) return REFUSED;
    let code = codes.get(text);
    if (code === undefined) {
      code = dictionary.length;
      codes.set(text, code);
      dictionary.push(text);
    }
    return code;
  });
  return { ...reader, dictionary };
}

/** A column of texts, each distinct one read once for the whole call. */
function byDictionary(column: PlainColumn | CodedColumn, read: (text: string) => number): ColumnReader {
  const { codes, texts } = "codes" in column ? { codes: column.codes, texts: column.dictionary } : encode(column);
  const values = Float64Array.from(texts, (text) => {
    if (text === null || text === undefined || text === "") return Number.NaN;
    return typeof text === "string" ? read(text) : REFUSED;
  });
  return {
    dictionary: [],
    fill: (chunk, out) => {
      let count = 0;
      for (let i = 0; i < chunk.rows; i++) {
        const value = values[codes[chunk.first + i] as number];
        out[i] = value === undefined ? Number.NaN : value;
        if (value === undefined || !(value < REFUSED)) {
          count += 1;
          if (value === REFUSED) refuse(chunk, out, i);
        }
      }
      return count > 0;
    },
    valueAt: (row) => texts[codes[row] as number] ?? null,
  };
}

/** A plain column as codes of its distinct values. */
function encode(column: PlainColumn): { readonly codes: Int32Array; readonly texts: readonly unknown[] } {
  const known = new Map<unknown, number>();
  const texts: unknown[] = [];
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const text = column[i];
    let code = known.get(text);
    if (code === undefined) {
      code = texts.length;
      known.set(text, code);
      texts.push(text);
    }
    codes[i] = code;
  }
  return { codes, texts };
}

import { powerOfTen } from "../core/power-of-ten.ts";
import { publish } from "../core/publish.ts";
import { publishedInteger } from "../core/published-integer.ts";
import { PUBLISHED_LIMIT } from "../core/scaled.ts";
import { ceilScaled, floorScaled } from "../core/scaled-bound.ts";
import { DEFAULT_FIELD_PLACES } from "../record/read-field.ts";
import type { NumberField } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { Column, PlainColumn } from "./column.ts";
import type { ColumnReader } from "./column-reader.ts";
import { handBack, type Lane } from "./lanes.ts";
import { type TypedColumn, typed, valueAt } from "./typed-column.ts";

/** Numbers as published integers, × 10^places of the field. */
export function numberColumn(field: NumberField, slot: number, column: Column): ColumnReader {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  const unit = powerOfTen(places);
  const to: Publishing = {
    unit,
    places,
    tiny: 2 * LEAST_WRITTEN * unit,
    least: field.min === undefined ? Number.NEGATIVE_INFINITY : ceilScaled(field.min, places),
    greatest: field.max === undefined ? Number.POSITIVE_INFINITY : floorScaled(field.max, places),
  };
  const numbers = typed(column);
  if (numbers !== null) return typedNumbers(numbers, slot, to);
  const plain = column as PlainColumn;
  return {
    dictionary: [],
    missingCode: null,
    fill: (chunk) => {
      const out = chunk.numbers[slot] as Lane;
      let missing = 0;
      for (let i = 0; i < chunk.rows; i++) missing += settle(chunk, out, i, plain[chunk.first + i], to);
      return missing > 0;
    },
    valueAt: (row) => plain[row],
  };
}

/** The published integers a field takes. */
interface Publishing {
  readonly unit: number;
  readonly places: number;
  readonly least: number;
  readonly greatest: number;
  /** Products below this may come of numbers that records refuse. */
  readonly tiny: number;
}

/** Publishes one value as a record does; 1 if it is missing or its row is handed back. */
function settle(chunk: Chunk, out: Lane, row: number, value: unknown, to: Publishing): 0 | 1 {
  out[row] = Number.NaN;
  if (value === null || value === undefined || value === "") return 1;
  const published = typeof value === "number" || typeof value === "string" ? publish(value, to.places) : "number";
  const scaled = typeof published === "number" ? publishedInteger(published, to.places) : Number.NaN;
  if (scaled >= to.least && scaled <= to.greatest) {
    out[row] = scaled;
    return 0;
  }
  handBack(chunk.back, row);
  return 1;
}

function typedNumbers(numbers: TypedColumn, slot: number, to: Publishing): ColumnReader {
  const { values, mask } = numbers;
  // Of the numbers that are longer than this, only exact publishing tells whether 15 digits hold them.
  const plainly = {
    ...to,
    least: Math.max(to.least, 1 - PUBLISHED_LIMIT),
    greatest: Math.min(to.greatest, PUBLISHED_LIMIT - 1),
  };
  const { unit, least, greatest, tiny } = plainly;
  const isDouble = values instanceof Float64Array && mask === null;
  return {
    dictionary: [],
    missingCode: null,
    fill: (chunk) => {
      const { first, rows } = chunk;
      const out = chunk.numbers[slot] as Lane;
      if (!isDouble) copy(numbers, first, rows, out);
      const plain = isDouble
        ? publishDoubles(values, first, rows, out, plainly)
        : publishDoubles(out, 0, rows, out, plainly);
      if (plain === rows) return false;
      let missing = 0;
      for (let i = 0; i < rows; i++) {
        const value = valueAt(numbers, first + i);
        if (value === null) {
          out[i] = Number.NaN;
          missing += 1;
        } else if (isPlain(value * unit, out[i] as number, least, greatest, tiny) === 0) {
          missing += settle(chunk, out, i, value, to);
        }
      }
      return missing > 0;
    },
    valueAt: (row) => valueAt(numbers, row),
  };
}

/** Copies typed numbers into a lane, NaN where the mask says missing. */
function copy({ values, mask }: TypedColumn, first: number, rows: number, out: Lane): void {
  out.set(values.subarray(first, first + rows));
  if (mask !== null) for (let i = 0; i < rows; i++) if (mask[first + i] === 0) out[i] = Number.NaN;
}

/** What the product of a double with a power of ten may be off by, and the double from its decimal, relative to it. */
const ERROR = 3e-16;
/** A number smaller than this is written with an exponent that records refuse. */
const LEAST_WRITTEN = 1e-30;

/** Rounds doubles to published integers; says how many of them are plain. */
function publishDoubles(values: Lane, first: number, rows: number, out: Lane, to: Publishing): number {
  const { unit, least, greatest, tiny } = to;
  let plain = 0;
  for (let i = 0; i < rows; i++) {
    const scaled = (values[first + i] as number) * unit;
    const whole = Math.floor(scaled + 0.5);
    plain += isPlain(scaled, whole, least, greatest, tiny);
    out[i] = whole;
  }
  return plain;
}

/** 1 if doubles alone prove the rounding, and the integer is one that the field takes. */
function isPlain(scaled: number, whole: number, least: number, greatest: number, tiny: number): number {
  const size = Math.abs(scaled);
  return (
    +(Math.abs(scaled - whole) < 0.5 - size * ERROR) &
    +(whole >= least) &
    +(whole <= greatest) &
    (+(size > tiny) | +(size === 0))
  );
}

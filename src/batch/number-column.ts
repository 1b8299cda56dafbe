import { powerOfTen } from "../core/power-of-ten.ts";
import { publish } from "../core/publish.ts";
import { publishedInteger } from "../core/published-integer.ts";
import { ceilScaled, floorScaled } from "../core/scaled-bound.ts";
import { DEFAULT_FIELD_PLACES } from "../record/read-field.ts";
import type { NumberField } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { Column, PlainColumn } from "./column.ts";
import type { ColumnReader } from "./column-reader.ts";
import { countNaN, handBack, type Lane } from "./lanes.ts";
import { compilePlainDoubles, type Publishing } from "./plain-doubles.ts";
import { type TypedColumn, typed, valueAt } from "./typed-column.ts";

/** Numbers as published integers, × 10^places of the field. */
export function numberColumn(field: NumberField, slot: number, column: Column): ColumnReader {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  const unit = powerOfTen(places);
  const to: Publishing = {
    unit,
    places,
    least: field.min === undefined ? Number.NEGATIVE_INFINITY : ceilScaled(field.min, places),
    greatest: field.max === undefined ? Number.POSITIVE_INFINITY : floorScaled(field.max, places),
  };
  const numbers = typed(column);
  if (numbers !== null) return typedNumbers(numbers, slot, to);
  const plain = column as PlainColumn;
  return {
    doubles: null,
    fill: (chunk) => {
      const out = chunk.numbers[slot] as Lane;
      let missing = 0;
      for (let i = 0; i < chunk.rows; i++) missing += settle(chunk, out, i, plain[chunk.first + i], to);
      return missing > 0;
    },
    valueAt: (row) => plain[row],
  };
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
  const doubles = values instanceof Float64Array && mask === null ? values : null;
  const plain = compilePlainDoubles(to);
  return {
    doubles,
    fill: (chunk) => {
      const { first, rows } = chunk;
      chunk.isRaw[slot] = doubles !== null && chunk.isLaneRead[slot] !== true && plain.areAll(doubles, first, rows);
      if (chunk.isRaw[slot]) return false;
      const out = chunk.numbers[slot] as Lane;
      if (doubles === null) copy(numbers, first, rows, out);
      const settled = plain.publish(doubles ?? out, doubles === null ? 0 : first, rows, out);
      if (settled === rows) return false;
      if (settled + countNaN(out, rows) === rows) return true;
      let missing = 0;
      for (let i = 0; i < rows; i++) {
        const value = valueAt(numbers, first + i);
        if (value === null) {
          out[i] = Number.NaN;
          missing += 1;
        } else if (!plain.isOne(value)) missing += settle(chunk, out, i, value, to);
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

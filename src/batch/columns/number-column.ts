import { isMissing } from "../../core/is-missing.ts";
import { powerOfTen } from "../../core/power-of-ten.ts";
import { publish } from "../../core/publish.ts";
import { publishedInteger } from "../../core/published-integer.ts";
import { ceilScaled, floorScaled } from "../../core/scaled-bound.ts";
import { ALL_PLAIN, type Plainness, SOME_MISSING } from "../../lanes/kernels.ts";
import type { Lane } from "../../lanes/lane.ts";
import { DEFAULT_FIELD_PLACES } from "../../record/read-field.ts";
import type { NumberField } from "../../schema/model-document.ts";
import type { Column, PlainColumn } from "../column.ts";
import type { Chunk } from "../kernels/chunk.ts";
import { handBack } from "../kernels/hand-back.ts";
import type { ColumnReader } from "./column-reader.ts";
import { compilePlainDoubles, type Publishing } from "./plain-doubles.ts";
import { type TypedColumn, typed, valueAt } from "./typed-column.ts";

/**
 * Numbers as published integers, × 10^places of the field. The kernels publish what doubles alone prove; the rest, which
 * they leave as NaN, is published one by one.
 */
export function numberColumn(field: NumberField, slot: number, column: Column): ColumnReader {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  const to: Publishing = {
    unit: powerOfTen(places),
    places,
    least: field.min === undefined ? Number.NEGATIVE_INFINITY : ceilScaled(field.min, places),
    greatest: field.max === undefined ? Number.POSITIVE_INFINITY : floorScaled(field.max, places),
  };
  const plain = compilePlainDoubles(to);
  const numbers = typed(column);
  const { copy, at, least } = numbers === null ? plainNumbers(column as PlainColumn) : typedNumbers(numbers);
  return {
    fill: (chunk) => {
      const { space, first, rows } = chunk;
      const lane = chunk.numbers[slot] as Lane;
      copy(first, rows, lane);
      const look = chunk.isLaneRead[slot] === true ? null : plain.look(space.kernels, lane, rows);
      chunk.isRaw[slot] = look !== null && look >= least;
      const lanes = chunk.isRaw[slot] ? (look as Plainness) : plain.publish(space.kernels, lane, rows);
      if (lanes >= least) return lanes < ALL_PLAIN;
      let missing = 0;
      for (let i = 0; i < rows; i++) {
        if (Number.isNaN(lane[i])) missing += settle(chunk, lane, i, at(first + i), to);
      }
      return missing > 0;
    },
    valueAt: at,
  };
}

/** How the numbers of a column come into a lane. */
interface Numbers {
  /** Copies rows into a lane; NaN for what is missing, and for what is no number. */
  readonly copy: (first: number, rows: number, out: Lane) => void;
  readonly at: (row: number) => unknown;
  /** How plain a lane must be for nobody to look at its rows one by one: whether NaN says for sure that it is missing. */
  readonly least: Plainness;
}

function typedNumbers(numbers: TypedColumn): Numbers {
  const { values, mask } = numbers;
  return {
    copy: (first, rows, out) => {
      out.set(values.subarray(first, first + rows));
      if (mask !== null) for (let i = 0; i < rows; i++) if (mask[first + i] === 0) out[i] = Number.NaN;
    },
    at: (row) => valueAt(numbers, row),
    least: SOME_MISSING,
  };
}

function plainNumbers(values: PlainColumn): Numbers {
  return {
    copy: (first, rows, out) => {
      for (let i = 0; i < rows; i++) {
        const value = values[first + i];
        out[i] = typeof value === "number" ? value : Number.NaN;
      }
    },
    at: (row) => values[row],
    least: ALL_PLAIN,
  };
}

/** Publishes one value as a record does; 1 if it is missing or its row is handed back. */
function settle(chunk: Chunk, out: Lane, row: number, value: unknown, to: Publishing): 0 | 1 {
  if (isMissing(value)) return 1;
  const published = typeof value === "number" || typeof value === "string" ? publish(value, to.places) : "number";
  const scaled = typeof published === "number" ? publishedInteger(published, to.places) : Number.NaN;
  if (scaled >= to.least && scaled <= to.greatest) {
    out[row] = scaled;
    return 0;
  }
  handBack(chunk.back, row);
  return 1;
}

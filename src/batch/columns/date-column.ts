import { readDate, writeDate } from "../../core/plain-date.ts";
import type { Lane } from "../../lanes/lane.ts";
import type { Field } from "../../schema/model-document.ts";
import type { CodedColumn, Column, PlainColumn } from "../column.ts";
import { handBack } from "../kernels/hand-back.ts";
import { isDay } from "./calendar-days.ts";
import type { ColumnReader } from "./column-reader.ts";
import { distinctValues, MISSING, readEach, WRONG } from "./distinct-values.ts";
import { type TypedColumn, typed, valueAt } from "./typed-column.ts";

/** Dates as day numbers: days since 1970-01-01 in a typed array, or text. */
export function dateColumn(_field: Field, slot: number, column: Column): ColumnReader {
  const days = typed(column);
  return days === null ? textDates(column as PlainColumn | CodedColumn, slot) : typedDates(days, slot);
}

function typedDates(days: TypedColumn, slot: number): ColumnReader {
  return {
    fill: (chunk) => {
      const out = chunk.numbers[slot] as Lane;
      let missing = 0;
      for (let i = 0; i < chunk.rows; i++) {
        const day = valueAt(days, chunk.first + i);
        const isThere = day !== null && isDay(day);
        out[i] = isThere ? day : Number.NaN;
        if (isThere) continue;
        missing += 1;
        if (day !== null) handBack(chunk.back, i);
      }
      return missing > 0;
    },
    valueAt: (row) => {
      const day = valueAt(days, row);
      return day === null ? null : isDay(day) ? writeDate(day) : day;
    },
  };
}

function textDates(column: PlainColumn | CodedColumn, slot: number): ColumnReader {
  const { values, codes } = distinctValues(column);
  const days = readEach(values, readDate);
  return {
    fill: (chunk) => {
      const out = chunk.numbers[slot] as Lane;
      let missing = 0;
      for (let i = 0; i < chunk.rows; i++) {
        const day = days[codes[chunk.first + i] as number] ?? MISSING;
        out[i] = day > WRONG ? day : Number.NaN;
        if (day > WRONG) continue;
        missing += 1;
        if (day === WRONG) handBack(chunk.back, i);
      }
      return missing > 0;
    },
    valueAt: (row) => values[codes[row] as number] ?? null,
  };
}

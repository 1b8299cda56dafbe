import { powerOfTen } from "../core/power-of-ten.ts";
import { PUBLISHED_LIMIT } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import { compileMeasure } from "../measure/compile-measure.ts";
import { fieldsRead, formOf, measurePlaces } from "../measure/measure-form.ts";
import { isIssue } from "../record/read-field.ts";
import type { Measure } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import { handBack, type Lane } from "./lanes.ts";

/** Fills the lane of a measure from the lanes of the fields. */
export type MeasureKernel = (out: Lane, asOf: number | null) => void;

/** A measure row by row, by the function that scores one account; what has no value there is handed back. */
export function compileMeasureKernel(
  id: string,
  measure: Measure,
  chunk: Chunk,
  field: (id: string) => { readonly slot: number; readonly places: number },
): MeasureKernel {
  const reads = fieldsRead(measure);
  const slots: Slots = [];
  const exactly = compileMeasure(id, measure, field);
  const exactRow = (row: number, asOf: number | null): number => {
    for (const name of reads) {
      const { slot } = field(name);
      const value = (chunk.lanes[slot] as Lane)[row] as number;
      slots[slot] = Number.isNaN(value) ? null : value;
    }
    const value = exactly(slots, asOf);
    if (typeof value === "number") return value;
    if (isIssue(value)) handBack(chunk.back, row);
    return Number.NaN;
  };
  const form = formOf(measure);
  const isRoundedAway = !("rounding" in measure) || (measure.rounding ?? "half-away") === "half-away";
  if ("since" in form || !isRoundedAway) {
    return (out, asOf) => {
      for (let i = 0; i < chunk.rows; i++) out[i] = exactRow(i, asOf);
    };
  }
  const { terms, divisor } = form;
  const places = measurePlaces(measure);
  const unit = powerOfTen(places);
  const lanes = terms.map(([name]) => chunk.lanes[field(name).slot] as Lane);
  const signs = terms.map(([, sign]) => sign);
  const over = divisor === null ? null : (chunk.lanes[field(divisor).slot] as Lane);
  return (out, asOf) => {
    for (let i = 0; i < chunk.rows; i++) {
      let sum = 0;
      let size = 0;
      for (let t = 0; t < lanes.length; t++) {
        const value = (lanes[t] as Lane)[i] as number;
        sum += (signs[t] as number) * value;
        size += Math.abs(value);
      }
      const by = over === null ? 1 : (over[i] as number);
      const scaled = (sum / by) * unit;
      const rounded = Math.floor(scaled + 0.5);
      // What the doubles may be off by; a row this near to a tie, or too large, is computed exactly.
      const error = (Math.abs(size / by) * unit + Math.abs(scaled) + 1) * MEASURE_ERROR * (lanes.length + 2);
      const isSettled = Math.abs(scaled - rounded) < 0.5 - error && Math.abs(rounded) < PUBLISHED_LIMIT;
      out[i] = isSettled ? (rounded + 0) / unit : exactRow(i, asOf);
    }
  };
}

const MEASURE_ERROR = 4.440892098500626e-16;

import { powerOfTen } from "../../core/power-of-ten.ts";
import { publishedInteger } from "../../core/published-integer.ts";
import { PUBLISHED_LIMIT } from "../../core/scaled.ts";
import type { Slots } from "../../core/slots.ts";
import type { Lane } from "../../lanes/lane.ts";
import { compileMeasure } from "../../measure/compile-measure.ts";
import { fieldsRead, formOf, measurePlaces } from "../../measure/measure-form.ts";
import type { Measure } from "../../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import { handBack } from "./hand-back.ts";

/** Fills the lane of a measure from the lanes of the fields. */
export type MeasureKernel = (out: Lane) => void;

/** A measure in doubles; a row that they do not settle is computed by the function that scores one account. */
export function compileMeasureKernel(
  id: string,
  measure: Measure,
  chunk: Chunk,
  field: (id: string) => { readonly slot: number; readonly places: number },
): MeasureKernel {
  const laneOf = (name: string) => {
    const { slot } = field(name);
    chunk.isLaneRead[slot] = true;
    return chunk.numbers[slot] as Lane;
  };
  const places = measurePlaces(measure);
  const reads = fieldsRead(measure).map((name) => ({
    ...field(name),
    values: laneOf(name),
    unit: powerOfTen(field(name).places),
  }));
  const slots: Slots = [];
  const exactly = compileMeasure(id, measure, field);
  const exactRow = (row: number): number => {
    for (const { slot, values, unit } of reads) {
      const value = values[row] as number;
      slots[slot] = Number.isNaN(value) ? null : value / unit;
    }
    const value = exactly(slots, chunk.asOf);
    const scaled = typeof value === "number" ? publishedInteger(value, places) : Number.NaN;
    if (value !== null && Number.isNaN(scaled)) handBack(chunk.back, row);
    return scaled;
  };
  const form = formOf(measure);
  const isRoundedAway = !("rounding" in measure) || (measure.rounding ?? "half-away") === "half-away";
  if ("since" in form || !isRoundedAway) {
    return (out) => {
      for (let i = 0; i < chunk.rows; i++) out[i] = exactRow(i);
    };
  }
  const { terms, divisor } = form;
  // Everything on one scale, so that parts add up as integers.
  const scale = reads.reduce((most, read) => Math.max(most, read.places), 0);
  const toScale = (name: string) => powerOfTen(scale - field(name).places);
  const unit = powerOfTen(places);
  const lanes = terms.map(([name]) => laneOf(name));
  const factors = terms.map(([name, sign]) => sign * toScale(name));
  const over = divisor === null ? null : laneOf(divisor);
  const overFactor = divisor === null ? powerOfTen(scale) : toScale(divisor);
  return (out) => {
    for (let i = 0; i < chunk.rows; i++) {
      let sum = 0;
      let size = 0;
      for (let t = 0; t < lanes.length; t++) {
        const value = (factors[t] as number) * ((lanes[t] as Lane)[i] as number);
        sum += value;
        size += Math.abs(value);
      }
      const by = over === null ? overFactor : overFactor * (over[i] as number);
      const scaled = (sum / by) * unit;
      const rounded = Math.floor(scaled + 0.5);
      // What the doubles may be off by; a row this near to a tie, or too large, is computed exactly.
      const error = (Math.abs(size / by) * unit + Math.abs(scaled) + 1) * MEASURE_ERROR * (lanes.length + 2);
      const isSettled = Math.abs(scaled - rounded) < 0.5 - error && Math.abs(rounded) < PUBLISHED_LIMIT;
      out[i] = isSettled ? rounded + 0 : exactRow(i);
    }
  };
}

const MEASURE_ERROR = 4.440892098500626e-16;

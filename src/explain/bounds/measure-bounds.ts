import { fromScaled } from "../../core/scaled.ts";
import type { Slots } from "../../core/slots.ts";
import type { FieldPlace, MeasureReader } from "../../measure/compile-measure.ts";
import { formOf } from "../../measure/measure-form.ts";
import { isIssue } from "../../record/read-field.ts";
import type { Measure } from "../../schema/model-document.ts";
import { MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";

/** Fills the slot of a measure in a region whose fields are there; false if no account of the region can have it. */
export type FillMeasure = (region: Region, asOf: number | null) => boolean;

/**
 * A measure rises or falls in each of its fields while the divisor keeps its sign, and its rounding keeps the order, so
 * over a region it is extreme where each field is: at its ends, or, for a divisor, next to zero.
 *
 * @param read the measure itself
 * @param slot where it stands
 */
export function compileMeasureBounds(
  measure: Measure,
  read: MeasureReader,
  slot: number,
  field: (id: string) => FieldPlace,
): FillMeasure {
  const form = formOf(measure);
  // Days do not vary over a region.
  if ("since" in form) return (region, asOf) => settle(region, slot, read(region.lows, asOf));
  const divisor = form.divisor === null ? null : field(form.divisor);
  const names = [...form.terms.map(([name]) => name), ...(form.divisor === null ? [] : [form.divisor])];
  const slots = [...new Set(names.map((name) => field(name).slot))];
  /** What the measure is about, where it has too many digits to be published; the error covers doubles and rounding. */
  const around = (values: Slots): readonly [number, number] => {
    let sum = 0;
    let size = 0;
    for (const [name, sign] of form.terms) {
      sum += sign * (values[field(name).slot] as number);
      size += Math.abs(values[field(name).slot] as number);
    }
    const by = divisor === null ? 1 : (values[divisor.slot] as number);
    const error = (size / Math.abs(by)) * 1e-12;
    return [sum / by - error, sum / by + error];
  };

  return (region, asOf) => {
    const { lows, highs } = region;
    const varying = slots.filter((each) => lows[each] !== highs[each]);
    if (varying.length === 0) {
      return settle(region, slot, read(lows, asOf));
    }
    if (slots.some((each) => lows[each] === null) || (divisor !== null && isZero(region, divisor.slot))) {
      return settle(region, slot, null);
    }
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const corner: Slots = [...lows];
    const visit = (at: number) => {
      if (at < varying.length) {
        const each = varying[at] as number;
        const unit = divisor?.slot === each ? fromScaled(1, divisor.places) : 0;
        for (const end of endsOf(lows[each] as number, highs[each] as number, unit)) {
          corner[each] = end;
          visit(at + 1);
        }
        return;
      }
      const value = read(corner, asOf);
      const [least, greatest] = isIssue(value) ? around(corner) : [value as number, value as number];
      low = Math.min(low, least);
      high = Math.max(high, greatest);
    };
    visit(0);
    const mayBeZero = divisor !== null && (lows[divisor.slot] as number) <= 0 && (highs[divisor.slot] as number) >= 0;
    return fill(region, slot, low, high, mayBeZero ? MAYBE : NO);
  };
}

function isZero({ lows, highs }: Region, slot: number): boolean {
  return lows[slot] === 0 && highs[slot] === 0;
}

/** The ends of an interval; of a divisor's without zero, and with the values next to it. */
function endsOf(low: number, high: number, unit: number): readonly number[] {
  if (unit === 0 || low > 0 || high < 0) return [low, high];
  return [...(low < 0 ? [low, -unit] : []), ...(high > 0 ? [unit, high] : [])];
}

/** One value for the whole region. */
function settle(region: Region, slot: number, value: ReturnType<MeasureReader>): boolean {
  const settled = isIssue(value) ? null : value;
  return fill(region, slot, settled, settled, settled === null ? YES : NO) && !isIssue(value);
}

function fill(region: Region, slot: number, low: number | null, high: number | null, missing: Possibly): boolean {
  region.lows[slot] = low;
  region.highs[slot] = high;
  region.missing[slot] = missing;
  return true;
}

import { fromScaled } from "../../core/scaled.ts";
import type { Slots } from "../../core/slots.ts";
import type { FieldPlace, MeasureReader } from "../../measure/compile-measure.ts";
import { formOf } from "../../measure/measure-form.ts";
import { isIssue } from "../../record/read-field.ts";
import type { Measure } from "../../schema/model-document.ts";
import { type Days, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";

/** Fills the slot of a measure in a region whose fields are there; false if no account of the region can have it. */
export type FillMeasure = (region: Region, days: Days) => boolean;

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
  if ("since" in form) {
    const since = field(form.since).slot;
    // The later the day it counts from, the less.
    return (region, [first, last]) => {
      const low = read(region.highs, first) as number | null;
      const isOneDay = first === last && region.lows[since] === region.highs[since];
      const high = isOneDay ? low : (read(region.lows, last) as number | null);
      return fill(region, slot, low, high, low === null ? YES : (region.missing[since] as Possibly));
    };
  }
  const divisor = form.divisor === null ? null : field(form.divisor);
  const signs = new Map<number, number>();
  for (const [name, sign] of form.terms) signs.set(field(name).slot, (signs.get(field(name).slot) ?? 0) + sign);
  const slots = [...new Set([...signs.keys(), ...(divisor === null ? [] : [divisor.slot])])];
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
  const atCorners = divisor === null ? cornersOfSum(signs) : cornersOfQuotient(slots, divisor);

  return (region, days) => {
    const { lows, highs, missing } = region;
    let absence: Possibly = NO;
    let isOne = true;
    for (const each of slots) {
      if ((missing[each] as Possibly) > absence) absence = missing[each] as Possibly;
      if (lows[each] !== highs[each]) isOne = false;
    }
    if (absence === YES || (divisor !== null && isZero(region, divisor.slot))) {
      return fill(region, slot, null, null, YES);
    }
    if (isOne) {
      const value = read(lows, days[0]);
      if (!isIssue(value)) return fill(region, slot, value, value, value === null ? YES : absence);
      // Whoever has the fields is refused.
      fill(region, slot, null, null, YES);
      return absence === MAYBE;
    }
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    atCorners(region, (corner) => {
      const value = read(corner, days[0]);
      const [least, greatest] = isIssue(value) ? around(corner) : [value as number, value as number];
      low = Math.min(low, least);
      high = Math.max(high, greatest);
    });
    const mayBeZero = divisor !== null && (lows[divisor.slot] as number) <= 0 && (highs[divisor.slot] as number) >= 0;
    return fill(region, slot, low, high, mayBeZero ? MAYBE : absence);
  };
}

function isZero({ lows, highs }: Region, slot: number): boolean {
  return lows[slot] === 0 && highs[slot] === 0;
}

/** Looks at a measure wherever it may be extreme. */
type AtCorners = (region: Region, look: (corner: Slots) => void) => void;

/** A sum is least where all its terms are, and greatest likewise. */
function cornersOfSum(signs: ReadonlyMap<number, number>): AtCorners {
  return ({ lows, highs }, look) => {
    for (const [below, above] of [[lows, highs] as const, [highs, lows] as const]) {
      const corner: Slots = [...lows];
      for (const [each, sign] of signs) corner[each] = (sign > 0 ? below : above)[each] as number;
      look(corner);
    }
  };
}

/** A quotient reads two fields: any of the ends of the one with any of the other's. */
function cornersOfQuotient(slots: readonly number[], divisor: FieldPlace): AtCorners {
  const unit = fromScaled(1, divisor.places);
  return ({ lows, highs }, look) => {
    const varying = slots.filter((each) => lows[each] !== highs[each]);
    const corner: Slots = [...lows];
    const visit = (at: number): void => {
      if (at === varying.length) return look(corner);
      const each = varying[at] as number;
      const [low, high] = [lows[each] as number, highs[each] as number];
      for (const end of each === divisor.slot ? endsOfDivisor(low, high, unit) : [low, high]) {
        corner[each] = end;
        visit(at + 1);
      }
    };
    visit(0);
  };
}

/** The ends of a divisor's interval, without zero and with the values next to it. */
function endsOfDivisor(low: number, high: number, unit: number): readonly number[] {
  if (low > 0 || high < 0) return [low, high];
  return [...(low < 0 ? [low, -unit] : []), ...(high > 0 ? [unit, high] : [])];
}

function fill(region: Region, slot: number, low: number | null, high: number | null, missing: Possibly): boolean {
  region.lows[slot] = low;
  region.highs[slot] = high;
  region.missing[slot] = missing;
  return true;
}

import { type Issue, issue } from "../core/issue.ts";
import { monthsBetween } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { refereeQuotient } from "../core/referee.ts";
import { type RoundingMode, roundProduct } from "../core/rounding.ts";
import { fromScaled, PUBLISHED_LIMIT, toScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import type { Measure } from "../schema/model-document.ts";
import { formOf, measurePlaces } from "./measure-form.ts";

/** Computes a published measure from the published fields; `null` if missing, or the issue of this account. */
export type MeasureReader = (slots: Slots, asOf: number | null) => number | null | Issue;

/** Where a field stands among the slots, and the decimals it is published with. */
export interface FieldPlace {
  readonly slot: number;
  readonly places: number;
}

/** A measure as a function of the published fields. */
export function compileMeasure(id: string, measure: Measure, field: (id: string) => FieldPlace): MeasureReader {
  const form = formOf(measure);
  if ("since" in form) return since(field(form.since).slot, DISTANCES[form.unit]);
  return quotient(id, measure, form.terms, form.divisor, field);
}

/** The whole time from a day to another. */
const DISTANCES = {
  days: (from: number, to: number) => to - from,
  months: monthsBetween,
};

/**
 * Σ ±terms ÷ divisor, at the measure's places: by integers on the common scale of the fields, and by the referee where
 * those do not fit.
 */
function quotient(
  id: string,
  measure: Measure,
  terms: readonly (readonly [field: string, sign: 1 | -1])[],
  divisor: string | null,
  field: (id: string) => FieldPlace,
): MeasureReader {
  const places = measurePlaces(measure);
  const mode: RoundingMode = ("rounding" in measure ? measure.rounding : undefined) ?? "half-away";
  const parts = terms.map(([name, sign]) => ({ slot: field(name).slot, sign }));
  const over = divisor === null ? null : field(divisor).slot;
  const names = divisor === null ? terms.map(([name]) => name) : [...terms.map(([name]) => name), divisor];
  const scale = names.reduce((most, name) => Math.max(most, field(name).places), 0);
  const multiplier = powerOfTen(places);

  const exactly = (slots: Slots, divisorValue: number): number | null | Issue => {
    const values = parts.map(({ slot, sign }) => sign * (slots[slot] as number));
    const value = refereeQuotient(values, divisorValue, places, mode);
    return value === null ? issue("record/precision", [id], places, "a longer number") : value;
  };

  return (slots) => {
    let sum = 0;
    let isSafe = true;
    for (const { slot, sign } of parts) {
      const value = slots[slot];
      if (value === null) return null;
      sum += sign * toScaled(value as number, scale);
      isSafe = isSafe && Math.abs(sum) <= Number.MAX_SAFE_INTEGER;
    }
    const divisorValue = over === null ? 1 : (slots[over] as number | null);
    if (divisorValue === null || divisorValue === 0) return null;
    const scaledDivisor = over === null ? powerOfTen(scale) : toScaled(divisorValue, scale);
    const rounded = isSafe
      ? roundProduct(scaledDivisor < 0 ? -sum : sum, multiplier, Math.abs(scaledDivisor), mode)
      : Number.NaN;
    return Math.abs(rounded) < PUBLISHED_LIMIT ? fromScaled(rounded, places) : exactly(slots, divisorValue);
  };
}

function since(slot: number, distance: (from: number, to: number) => number): MeasureReader {
  return (slots, asOf) => {
    const from = slots[slot];
    return from === null || asOf === null ? null : distance(from as number, asOf) + 0;
  };
}

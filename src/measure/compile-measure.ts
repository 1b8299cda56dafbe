import { type Issue, issue } from "../core/issue.ts";
import { monthsBetween } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { refereeQuotient } from "../core/referee.ts";
import { type RoundingMode, roundProduct } from "../core/rounding.ts";
import { fromScaled, PUBLISHED_LIMIT, toScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import type {
  ChangeMeasure,
  DaysSinceMeasure,
  DifferenceMeasure,
  Measure,
  MeasureKind,
  MonthsSinceMeasure,
  RatioMeasure,
  SumMeasure,
} from "../schema/model-document.ts";

/** Computes a published measure from the published fields; `null` if missing, or the issue of this account. */
export type MeasureReader = (slots: Slots, asOf: number | null) => number | null | Issue;

/** Where a field stands among the slots, and the decimals it is published with. */
export interface FieldPlace {
  readonly slot: number;
  readonly places: number;
}

/** Decimals of a measure where the model declares none. */
export const DEFAULT_MEASURE_PLACES = 4;

/** The decimals a measure is published with. */
export function measurePlaces(measure: Measure): number {
  return measure.kind === "days-since" || measure.kind === "months-since"
    ? 0
    : (measure.places ?? DEFAULT_MEASURE_PLACES);
}

/** Whether a measure needs the day of the rating. */
export function needsAsOf(measure: Measure): boolean {
  return measure.kind === "days-since" || measure.kind === "months-since";
}

export function compileMeasure(id: string, measure: Measure, field: (id: string) => FieldPlace): MeasureReader {
  return (COMPILERS[measure.kind] as Compiler)(id, measure, field);
}

type Compiler = (id: string, measure: Measure, field: (id: string) => FieldPlace) => MeasureReader;

const COMPILERS = {
  ratio: (id, measure: RatioMeasure, field) => quotient(id, measure, [[measure.of, 1]], measure.to, field),
  change: (id, measure: ChangeMeasure, field) =>
    quotient(
      id,
      measure,
      [
        [measure.to, 1],
        [measure.from, -1],
      ],
      measure.from,
      field,
    ),
  difference: (id, measure: DifferenceMeasure, field) =>
    quotient(
      id,
      measure,
      [
        [measure.of, 1],
        [measure.minus, -1],
      ],
      null,
      field,
    ),
  sum: (id, measure: SumMeasure, field) =>
    quotient(
      id,
      measure,
      measure.of.map((each) => [each, 1] as const),
      null,
      field,
    ),
  "days-since": (_id, measure: DaysSinceMeasure, field) => since(measure, field, (from, to) => to - from),
  "months-since": (_id, measure: MonthsSinceMeasure, field) => since(measure, field, monthsBetween),
} satisfies {
  readonly [K in MeasureKind]: (id: string, measure: never, field: (id: string) => FieldPlace) => MeasureReader;
};

/**
 * Σ ±terms ÷ divisor, at the measure's places: by integers on the common scale of the fields, and by the referee where
 * those do not fit.
 */
function quotient(
  id: string,
  measure: { readonly places?: number; readonly rounding?: RoundingMode },
  terms: readonly (readonly [field: string, sign: 1 | -1])[],
  divisor: string | null,
  field: (id: string) => FieldPlace,
): MeasureReader {
  const places = measure.places ?? DEFAULT_MEASURE_PLACES;
  const mode = measure.rounding ?? "half-away";
  const parts = terms.map(([name, sign]) => ({ slot: field(name).slot, sign }));
  const over = divisor === null ? null : field(divisor).slot;
  const names = divisor === null ? terms.map(([name]) => name) : [...terms.map(([name]) => name), divisor];
  const scale = Math.max(...names.map((name) => field(name).places));
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

function since(
  measure: { readonly field: string },
  field: (id: string) => FieldPlace,
  distance: (from: number, to: number) => number,
): MeasureReader {
  const { slot } = field(measure.field);
  return (slots, asOf) => {
    const from = slots[slot];
    return from === null || asOf === null ? null : distance(from as number, asOf);
  };
}

import type { Measure, MeasureKind } from "../schema/model-document.ts";

/** A measure as what it computes: Σ ±fields ÷ a divisor, or the time since a date. */
export type MeasureForm =
  | {
      readonly terms: readonly (readonly [field: string, sign: 1 | -1])[];
      readonly divisor: string | null;
    }
  | { readonly since: string; readonly unit: "days" | "months" };

/** The form of a measure. */
export function formOf(measure: Measure): MeasureForm {
  return (FORMS[measure.kind] as (measure: Measure) => MeasureForm)(measure);
}

type Of<K extends MeasureKind> = Measure & { readonly kind: K };

const FORMS = {
  ratio: ({ of, to }: Of<"ratio">): MeasureForm => ({ terms: [[of, 1]], divisor: to }),
  change: ({ from, to }: Of<"change">): MeasureForm => ({ terms: signed(to, from), divisor: from }),
  difference: ({ of, minus }: Of<"difference">): MeasureForm => ({ terms: signed(of, minus), divisor: null }),
  sum: ({ of }: Of<"sum">): MeasureForm => ({ terms: of.map((field) => [field, 1] as const), divisor: null }),
  "days-since": ({ field }: Of<"days-since">): MeasureForm => ({ since: field, unit: "days" }),
  "months-since": ({ field }: Of<"months-since">): MeasureForm => ({ since: field, unit: "months" }),
} satisfies { readonly [K in MeasureKind]: (measure: never) => MeasureForm };

function signed(plus: string, minus: string): readonly (readonly [string, 1 | -1])[] {
  return [
    [plus, 1],
    [minus, -1],
  ];
}

/** The fields a measure reads. */
export function fieldsRead(measure: Measure): readonly string[] {
  const form = formOf(measure);
  if ("since" in form) return [form.since];
  const terms = form.terms.map(([field]) => field);
  return form.divisor === null ? terms : [...terms, form.divisor];
}

/** Whether a measure needs the day of the rating. */
export function needsAsOf(measure: Measure): boolean {
  return "since" in formOf(measure);
}

/** Decimals of a measure where the model declares none. */
export const DEFAULT_MEASURE_PLACES = 4;

/** The decimals a measure is published with: times since a date are whole. */
export function measurePlaces(measure: Measure): number {
  return "places" in measure
    ? (measure.places ?? DEFAULT_MEASURE_PLACES)
    : needsAsOf(measure)
      ? 0
      : DEFAULT_MEASURE_PLACES;
}

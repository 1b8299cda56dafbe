import { daysBetween, monthsBetween } from "./calendar.ts";
import type { Measure, ModelDocument } from "./document.ts";
import { type Exact, exact, type Fraction, fraction, round, significantDigits, sumOf } from "./exact.ts";
import type { Value, Values } from "./record.ts";
import type { Issue } from "./scorecard.ts";

export function deriveMeasures(model: ModelDocument, fields: Values, asOf: string | null, issues: Issue[]): Values {
  const measures: Values = new Map();
  for (const [id, measure] of Object.entries(model.measures ?? {})) {
    const value = deriveMeasure(measure, fields, asOf);
    if (value !== null && significantDigits(value) > 15) {
      issues.push({ path: `measures.${id}`, why: "more than 15 significant digits" });
    } else {
      measures.set(id, value);
    }
  }
  return measures;
}

function deriveMeasure(measure: Measure, fields: Values, asOf: string | null): Exact | null {
  if (measure.kind === "days-since" || measure.kind === "months-since") {
    const day = fields.get(measure.field) as string | null;
    if (day === null || asOf === null) return null;
    const count = measure.kind === "days-since" ? daysBetween : monthsBetween;
    return exact(count(day, asOf));
  }
  const result = quotient(measure, fields);
  if (result === null) return null;
  return round(result, measure.places ?? 4, "measure", measure.rounding);
}

/** Null when a part is missing or the divisor is zero. */
function quotient(
  measure: Measure & { kind: "ratio" | "change" | "difference" | "sum" },
  fields: Values,
): Fraction | null {
  const number = (id: string): Exact | null => (fields.get(id) as Value as Exact | null) ?? null;
  switch (measure.kind) {
    case "ratio": {
      const of = number(measure.of);
      const to = number(measure.to);
      if (of === null || to === null || to.isZero()) return null;
      return fraction(of, to);
    }
    case "change": {
      const from = number(measure.from);
      const to = number(measure.to);
      if (from === null || to === null || from.isZero()) return null;
      return fraction(to.minus(from), from);
    }
    case "difference": {
      const of = number(measure.of);
      const minus = number(measure.minus);
      return of === null || minus === null ? null : fraction(of.minus(minus));
    }
    case "sum": {
      const parts = measure.of.map(number);
      if (parts.includes(null)) return null;
      return fraction(sumOf(parts as Exact[]));
    }
  }
}

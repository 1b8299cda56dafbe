import { formOf, type MeasureForm, measurePlaces } from "../measure/measure-form.ts";
import type { Measure, Rounding } from "../schema/model-document.ts";
import { element, type WrittenElement } from "./write-xml.ts";

type Arithmetic = Exclude<MeasureForm, { readonly since: string }>;

/** A measure that the record alone decides, as an arithmetic form; `null` for one that needs the day. */
export function arithmeticOf(measure: Measure): Arithmetic | null {
  const form = formOf(measure);
  return "since" in form ? null : form;
}

/** What is known of the fields that a measure reads. */
interface Terms {
  /** The most decimals of those that it adds. */
  readonly places: number;
  /** Whether none of them is ever below zero. */
  readonly areNeverNegative: boolean;
}

/**
 * The derived fields of a measure: its exact value under `exactName`, then the published one, rounded; or one field, where
 * no rounding changes it.
 */
export function writeMeasure(
  id: string,
  exactName: string,
  measure: Measure,
  form: Arithmetic,
  terms: Terms,
): readonly WrittenElement[] {
  const places = measurePlaces(measure);
  if (form.divisor === null && terms.places <= places) return [derived(id, exactValue(form))];
  const isNeverNegative = terms.areNeverNegative && form.terms.every(([, sign]) => sign > 0);
  const declared = ("rounding" in measure ? measure.rounding : undefined) ?? "half-away";
  const rounded = writeRounded(fieldRef(exactName), places, wayOf(declared, isNeverNegative));
  return [derived(exactName, exactValue(form)), derived(id, rounded)];
}

function derived(name: string, expression: WrittenElement): WrittenElement {
  return element("DerivedField", { name, optype: "continuous", dataType: "double" }, [expression]);
}

/** Terms added one to another, so that one that is missing makes the whole missing; nothing where the divisor is zero. */
function exactValue({ terms, divisor }: Arithmetic): WrittenElement {
  const sum = terms
    .map(([field, sign]) => ({ part: fieldRef(field), sign }))
    .reduce((total, { part, sign }) => ({ part: apply(sign < 0 ? "-" : "+", total.part, part), sign: 1 })).part;
  if (divisor === null) return sum;
  return apply("if", apply("notEqual", fieldRef(divisor), constant(0)), apply("/", sum, fieldRef(divisor)));
}

/** A way of rounding as PMML has it: its `round` takes a half upward, so below zero the other side must be rounded. */
export type Way = Rounding | "half-up";

export function wayOf(rounding: Rounding, isNeverNegative: boolean): Way {
  return rounding === "half-away" && isNeverNegative ? "half-up" : rounding;
}

/** An expression rounded to so many decimals. */
export function writeRounded(value: WrittenElement, places: number, way: Way): WrittenElement {
  if (places === 0) return ROUNDINGS[way](value);
  const unit = constant(Number(`1e${places}`));
  return apply("/", ROUNDINGS[way](apply("*", value, unit)), unit);
}

const ROUNDINGS = {
  "half-up": (units) => apply("round", units),
  "half-away": (units) =>
    apply(
      "if",
      apply("lessThan", units, constant(0)),
      apply("-", constant(0), apply("round", apply("-", constant(0), units))),
      apply("round", units),
    ),
  floor: (units) => apply("floor", units),
  ceiling: (units) => apply("ceil", units),
} satisfies { readonly [K in Way]: (units: WrittenElement) => WrittenElement };

export function apply(name: string, ...args: readonly WrittenElement[]): WrittenElement {
  return element("Apply", { function: name }, args);
}

export function fieldRef(field: string): WrittenElement {
  return element("FieldRef", { field });
}

export function constant(value: number): WrittenElement {
  return element("Constant", { dataType: "double" }, String(value));
}

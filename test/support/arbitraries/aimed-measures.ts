import type { Decimal } from "decimal.js";
import fc from "fast-check";
import type { Measure, ModelDocument } from "../../reference/document.ts";
import { picked } from "./choice.ts";
import { SupportDecimal, unitOf } from "./decimal-units.ts";
import { numericConstants } from "./document-constants.ts";
import { isPublishedWithin } from "./interesting-numbers.ts";

/** Which measure to put on which of its constants, and how many half units off it. */
export interface MeasureAim {
  measure: number;
  constant: number;
  halfUnits: number;
}

export function measureAim(): fc.Arbitrary<MeasureAim> {
  return fc.record({
    measure: fc.nat({ max: 5 }),
    constant: fc.nat({ max: 11 }),
    halfUnits: fc.constantFrom(0, 0, 2, -2, 1, -1),
  });
}

/** A copy of the record in which one part of each aimed measure is moved so that the measure meets its target. */
export function aimAtMeasures(
  document: ModelDocument,
  values: Record<string, unknown>,
  aims: MeasureAim[],
): Record<string, unknown> {
  const account = { ...values };
  const measures = Object.entries(document.measures ?? {});
  if (measures.length === 0) return account;
  for (const aim of aims) {
    const [id, measure] = picked(measures, aim.measure);
    const constants = numericConstants(document, id);
    if (constants.length === 0 || !isArithmetic(measure)) continue;
    const places = ("places" in measure ? measure.places : undefined) ?? 4;
    const offset = unitOf(places).times(aim.halfUnits).dividedBy(2);
    const target = offset.plus(picked(constants, aim.constant));
    const moved = partFor(measure, target, (part) => new SupportDecimal(account[part] as string));
    if (moved && isAllowed(document, moved)) account[moved.id] = moved.value.toFixed();
  }
  return account;
}

interface Moved {
  id: string;
  value: Decimal;
}

function isArithmetic(measure: Measure): boolean {
  return measure.kind !== "days-since" && measure.kind !== "months-since";
}

function partFor(measure: Measure, target: Decimal, numberIn: (id: string) => Decimal): Moved | null {
  switch (measure.kind) {
    case "ratio":
      return { id: measure.of, value: target.times(numberIn(measure.to)) };
    case "change":
      return { id: measure.to, value: target.plus(1).times(numberIn(measure.from)) };
    case "difference":
      return { id: measure.of, value: target.plus(numberIn(measure.minus)) };
    case "sum": {
      const [first, ...others] = measure.of as [string, ...string[]];
      const rest = others.reduce((sum, id) => sum.plus(numberIn(id)), new SupportDecimal(0) as Decimal);
      return { id: first, value: target.minus(rest) };
    }
    default:
      return null;
  }
}

function isAllowed(document: ModelDocument, { id, value }: Moved): boolean {
  const field = document.fields[id];
  return (
    field?.kind === "number" &&
    value.precision() <= 30 &&
    value.abs().lessThan("1e15") &&
    isPublishedWithin(value.toFixed(), field)
  );
}

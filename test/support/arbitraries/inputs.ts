import fc from "fast-check";
import type { Field, Measure, Rounding } from "../../reference/document.ts";
import { often, picked, sometimes, withoutUndefined } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";
import { CATEGORY_VALUES, FIELD_NAMES, MEASURE_NAMES, nameAt } from "./names.ts";

/** Where the interesting values of a numeric input lie, in whole units of its places. */
export interface NumericDomain {
  places: number;
  low: number;
  high: number;
}

export type Input =
  | { id: string; kind: "number"; domain: NumericDomain }
  | { id: string; kind: "category"; values: readonly string[]; isOpen: boolean }
  | { id: string; kind: "boolean" }
  | { id: string; kind: "date" };

export interface Inputs {
  fields: Record<string, Field>;
  measures: Record<string, Measure>;
  /** Fields and measures: what curves and conditions may read. */
  all: Input[];
}

interface FieldChoice {
  kind: Field["kind"];
  places: number | undefined;
  reach: number;
  hasMin: boolean;
  hasMax: boolean;
  isOpen: boolean;
  valueCount: number;
  isUnchangeable: boolean;
}
interface MeasureChoice {
  kind: Measure["kind"];
  parts: number[];
  places: number | undefined;
  rounding: Rounding | undefined;
}
export interface InputChoices {
  nameOffset: number;
  /** The first field is always a number, so that every model has something to draw a curve on. */
  first: FieldChoice;
  others: FieldChoice[];
  measures: MeasureChoice[];
}

export function inputChoices(): fc.Arbitrary<InputChoices> {
  return fc.record({
    nameOffset: fc.nat({ max: FIELD_NAMES.length - 1 }),
    first: fieldChoice(),
    others: fc.array(fieldChoice(), { minLength: 1, maxLength: 6 }),
    measures: fc.array(measureChoice(), { maxLength: 3 }),
  });
}

function fieldChoice(): fc.Arbitrary<FieldChoice> {
  return fc.record({
    kind: fc.constantFrom("number", "number", "category", "boolean", "date", "number", "category"),
    places: often(fc.constantFrom(2, 0, 1, 3, 4, 6)),
    reach: fc.nat({ max: REACHES.length - 1 }),
    hasMin: fc.boolean(),
    hasMax: fc.boolean(),
    isOpen: fc.boolean(),
    valueCount: fc.integer({ min: 1, max: 5 }),
    isUnchangeable: fc.boolean(),
  });
}

function measureChoice(): fc.Arbitrary<MeasureChoice> {
  return fc.record({
    kind: fc.constantFrom("ratio", "change", "difference", "sum", "days-since", "months-since"),
    parts: fc.array(fc.nat({ max: 11 }), { minLength: 2, maxLength: 3 }),
    places: often(fc.constantFrom(2, 0, 1, 3, 6)),
    rounding: sometimes(fc.constantFrom("half-away", "floor", "ceiling"), { oneIn: 2 }),
  });
}

/** Whole numbers; at 6 places the greatest is still below 10¹⁵ units. */
const REACHES: readonly [number, number][] = [
  [0, 100],
  [0, 1],
  [0, 2_000_000],
  [-50, 50],
  [0, 12],
  [-1_000_000, 5_000_000],
  [0, 999_999_999],
];

export function buildInputs(choices: InputChoices): Inputs {
  const inputs: Inputs = { fields: {}, measures: {}, all: [] };
  const fieldChoices = [{ ...choices.first, kind: "number" as const }, ...choices.others];
  fieldChoices.forEach((choice, index) => {
    addField(inputs, nameAt(FIELD_NAMES, choices.nameOffset + index), choice);
  });
  const numbers = inputs.all.filter((each) => each.kind === "number");
  const dates = inputs.all.filter((each) => each.kind === "date");
  choices.measures.forEach((choice, index) => {
    addMeasure(inputs, nameAt(MEASURE_NAMES, index), choice, numbers, dates);
  });
  return inputs;
}

function addField(inputs: Inputs, id: string, choice: FieldChoice): void {
  switch (choice.kind) {
    case "number": {
      const [low, high] = picked(REACHES, choice.reach);
      const places = choice.places ?? 6;
      const unit = 10 ** places;
      inputs.all.push({
        id,
        kind: "number",
        domain: { places, low: low * unit, high: high * unit },
      });
      inputs.fields[id] = withoutUndefined({
        kind: "number" as const,
        places: choice.places,
        min: choice.hasMin ? numberOfUnits(low * unit, places) : undefined,
        max: choice.hasMax ? numberOfUnits(high * unit, places) : undefined,
      });
      return;
    }
    case "category": {
      const values = CATEGORY_VALUES.slice(0, choice.valueCount);
      inputs.all.push({ id, kind: "category", values, isOpen: choice.isOpen });
      inputs.fields[id] = withoutUndefined({
        kind: "category" as const,
        values: choice.isOpen ? undefined : [...values],
        changeable: choice.isUnchangeable ? false : undefined,
      });
      return;
    }
    case "boolean":
    case "date":
      inputs.all.push({ id, kind: choice.kind });
      inputs.fields[id] = { kind: choice.kind };
  }
}

type NumberInput = Input & { kind: "number" };

/** A date measure of a model without dates becomes a difference. */
function addMeasure(inputs: Inputs, id: string, choice: MeasureChoice, numbers: NumberInput[], dates: Input[]): void {
  const isAboutDays = choice.kind === "days-since" || choice.kind === "months-since";
  if (isAboutDays && dates.length > 0) {
    const field = picked(dates, choice.parts[0] as number).id;
    inputs.measures[id] = { kind: choice.kind as "days-since", field };
    const [low, high] = choice.kind === "days-since" ? [-30, 730] : [-6, 48];
    inputs.all.push({ id, kind: "number", domain: { places: 0, low, high } });
    return;
  }
  const kind = isAboutDays ? "difference" : choice.kind;
  const parts = choice.parts.map((part) => picked(numbers, part));
  const [first, second] = parts.map((part) => part.id) as [string, string];
  const rounded = { places: choice.places, rounding: choice.rounding };
  const places = choice.places ?? 4;
  const unit = 10 ** places;
  const isRelative = kind === "ratio" || kind === "change";
  const reach = Math.max(...parts.map((part) => Math.floor(part.domain.high / 10 ** part.domain.places)));
  const [low, high] = isRelative ? [-1, 3] : [-reach, reach];
  inputs.all.push({ id, kind: "number", domain: { places, low: low * unit, high: high * unit } });
  inputs.measures[id] = withoutUndefined(
    kind === "ratio"
      ? { kind: "ratio" as const, of: first, to: second, ...rounded }
      : kind === "change"
        ? { kind: "change" as const, from: first, to: second, ...rounded }
        : kind === "sum"
          ? { kind: "sum" as const, of: parts.map((part) => part.id), ...rounded }
          : { kind: "difference" as const, of: first, minus: second, ...rounded },
  ) as Measure;
}

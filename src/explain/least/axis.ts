import { powerOfTen } from "../../core/power-of-ten.ts";
import { fromScaled, PUBLISHED_LIMIT, toScaled } from "../../core/scaled.ts";
import type { Slot } from "../../core/slots.ts";
import { fieldsRead } from "../../model/fields-read.ts";
import type { CategoryField, Field, FieldKind, Model, NumberField } from "../../schema/model-document.ts";
import type { Layout } from "../../score/layout.ts";
import { openValues } from "./open-values.ts";

/** A number that may move by steps of its last place. */
export interface StepsAxis {
  readonly kind: "steps";
  readonly field: string;
  readonly slot: number;
  readonly places: number;
  /** Where changes are counted from, in steps: the value of now; of a missing one the allowed value next to 0. */
  readonly origin: number;
  /** The other values, in steps: the runs below and above the origin. */
  readonly runs: readonly Run[];
}
export type Run = readonly [low: number, high: number];

/** A category or boolean that may become any of these other values. */
export interface ChoicesAxis {
  readonly kind: "choices";
  readonly field: string;
  readonly slot: number;
  readonly choices: readonly (string | boolean)[];
}

export type Axis = StepsAxis | ChoicesAxis;

/** The value of a number at a step. */
export function valueAt({ places }: StepsAxis, step: number): number {
  return fromScaled(step, places);
}

/**
 * The fields that can be changed, as axes from an account's published values: read by the model, not declared
 * unchangeable, and no dates, which only time changes.
 */
export function axesOf(model: Model, layout: Layout, slots: readonly Slot[]): readonly Axis[] {
  const read = new Set(fieldsRead(model));
  return layout.fieldIds.flatMap((id, slot) => {
    const field = model.fields[id] as Field;
    if (field.changeable === false || !read.has(id)) return [];
    const axis = (AXES[field.kind] as AxisOf)(field, { id, slot, from: slots[slot] ?? null, layout, model });
    return axis === null ? [] : [axis];
  });
}

interface Place {
  readonly id: string;
  readonly slot: number;
  readonly from: Slot;
  readonly layout: Layout;
  readonly model: Model;
}
type AxisOf = (field: Field, place: Place) => Axis | null;

const AXES = {
  number: stepsAxis,
  category: (field: CategoryField, place: Place) =>
    choicesAxis(field.values ?? openValues(place.id, place.from, place.model), place),
  boolean: (_field: Field, place: Place) => choicesAxis([true, false], place),
  date: () => null,
} satisfies { readonly [K in FieldKind]: (field: never, place: Place) => Axis | null };

function choicesAxis(choices: readonly (string | boolean)[], { id, slot, from }: Place): ChoicesAxis {
  return { kind: "choices", field: id, slot, choices: choices.filter((choice) => choice !== from) };
}

function stepsAxis(field: NumberField, { id, slot, from, layout }: Place): StepsAxis {
  const { places } = layout.input(id);
  const least = field.min === undefined ? -MOST_STEPS : firstStep(field.min, places, (value, min) => value >= min);
  const most = field.max === undefined ? MOST_STEPS : -firstStep(-field.max, places, (value, min) => value >= min);
  const origin = from === null ? Math.min(Math.max(0, least), most) : toScaled(from as number, places);
  const runs: Run[] = [];
  if (least < origin) runs.push([least, origin - 1]);
  // A missing value is no value: the origin itself is a change too.
  if (from === null) runs.push([origin, origin]);
  if (origin < most) runs.push([origin + 1, most]);
  return { kind: "steps", field: id, slot, places, origin, runs: runs.filter(([low, high]) => low <= high) };
}

/** Beyond so many steps a field can have more digits than are published. */
const MOST_STEPS = PUBLISHED_LIMIT - 1;

/** The first step that a test holds for, near a bound that may have more places than the field. */
function firstStep(bound: number, places: number, holds: (value: number, bound: number) => boolean): number {
  let step = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(bound * powerOfTen(places))));
  while (step > -MOST_STEPS && holds(fromScaled(step - 1, places), bound)) step -= 1;
  while (step < MOST_STEPS && !holds(fromScaled(step, places), bound)) step += 1;
  return step;
}

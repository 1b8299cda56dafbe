import type { Resolve } from "../condition/compile-condition.ts";
import { unreachable } from "../core/unreachable.ts";
import type { FieldPlace } from "../measure/compile-measure.ts";
import { measurePlaces } from "../measure/measure-form.ts";
import { DEFAULT_FIELD_PLACES } from "../record/read-field.ts";
import type { ModelDocument } from "../schema/model-document.ts";

/** Where everything that can be read stands among the slots: fields, then measures, then dimensions, then the total. */
export interface Layout {
  readonly fieldIds: readonly string[];
  /** Which of the fields are dates. */
  readonly isDate: readonly boolean[];
  readonly measureIds: readonly string[];
  readonly dimensionIds: readonly string[];
  readonly firstMeasure: number;
  readonly firstScore: number;
  /** How many there are; the last is the total's. */
  readonly slots: number;
  /** A field or measure: its slot and the decimals it is published with. */
  readonly input: (id: string) => FieldPlace;
  readonly resolve: Resolve;
}

export function layOut(model: ModelDocument): Layout {
  const fieldIds = Object.keys(model.fields);
  const measureIds = Object.keys(model.measures ?? {});
  const dimensionIds = Object.keys(model.dimensions);
  const firstMeasure = fieldIds.length;
  const firstScore = firstMeasure + measureIds.length;
  const inputs = new Map<string, FieldPlace & { readonly isDate: boolean }>();
  fieldIds.forEach((id, slot) => {
    const field = model.fields[id];
    const places = field?.kind === "number" ? (field.places ?? DEFAULT_FIELD_PLACES) : 0;
    inputs.set(id, { slot, places, isDate: field?.kind === "date" });
  });
  measureIds.forEach((id, i) => {
    const measure = model.measures?.[id];
    const places = measure === undefined ? 0 : measurePlaces(measure);
    inputs.set(id, { slot: firstMeasure + i, places, isDate: false });
  });
  const input = (id: string) => inputs.get(id) ?? unreachable(`an unknown input ${id}`);
  return {
    fieldIds,
    isDate: fieldIds.map((id) => model.fields[id]?.kind === "date"),
    measureIds,
    dimensionIds,
    firstMeasure,
    firstScore,
    slots: firstScore + dimensionIds.length + 1,
    input,
    resolve: (of, id) =>
      of === "input" ? input(id) : { slot: scoreSlot(id, dimensionIds, firstScore), isDate: false },
  };
}

/** The slot of a dimension's score, or of the total. */
function scoreSlot(id: string, dimensionIds: readonly string[], firstScore: number): number {
  const i = id === "total" ? dimensionIds.length : dimensionIds.indexOf(id);
  return i < 0 ? unreachable(`an unknown score ${id}`) : firstScore + i;
}

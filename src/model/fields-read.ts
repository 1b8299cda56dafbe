import { fieldsRead as fieldsOfMeasure } from "../measure/measure-form.ts";
import type { Model } from "../schema/model-document.ts";
import { partsOf } from "./model-parts.ts";

/** The fields that a model reads: as an indicator's input, in a measure, in a condition. A declared field may be unread. */
export function fieldsRead(model: Model): readonly string[] {
  const { indicators, tests } = partsOf(model);
  const inputs = new Set([
    ...Object.values(model.measures ?? {}).flatMap(fieldsOfMeasure),
    ...indicators.map(({ input }) => input),
    ...tests.flatMap((test) => ("input" in test ? [test.input] : [])),
  ]);
  return Object.keys(model.fields).filter((id) => inputs.has(id));
}

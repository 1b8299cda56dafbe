import { type ModelParts, partsOf } from "../../model/model-parts.ts";
import type { Model } from "../../schema/model-document.ts";

/** The texts of a category that have codes of their own; after them come the code of any other text, and of missing. */
export type CategoryTexts = readonly string[];

/** What category fields list; of an open field, the texts that the model tells from others. */
export function categoryTexts(model: Model): (field: string) => CategoryTexts {
  let parts: ModelParts | undefined;
  return (id) => {
    const field = model.fields[id];
    if (field?.kind !== "category") return [];
    if (field.values !== undefined) return field.values;
    parts ??= partsOf(model);
    const texts = new Set<string>();
    for (const { input, curve } of parts.indicators) {
      if (input === id && curve.kind === "lookup") for (const text of Object.keys(curve.points)) texts.add(text);
    }
    for (const test of parts.tests) {
      if (!("input" in test) || test.input !== id) continue;
      for (const constant of [test.eq, test.ne, test.in, test.notIn].flat()) {
        if (typeof constant === "string") texts.add(constant);
      }
    }
    return [...texts];
  };
}

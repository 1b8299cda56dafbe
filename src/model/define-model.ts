import type { ModelDocument, Parsed } from "../schema/model-document.ts";
import type { Checked } from "./checked-document.ts";
import { parseModel } from "./parse-model.ts";

/** A model that keeps the type of the literal it was defined by. */
export type DefinedModel<D extends ModelDocument> = D & Parsed;

/**
 * Defines a model in code. The literal types the record that `score` takes and the card that it answers; a misspelt
 * input, dimension, group, rung or category value fails to compile.
 *
 * @throws GuanxiError for everything that types cannot see, as `parseModel`
 *
 * @example
 * ```ts
 * const model = defineModel({
 *   format: 1, id: "small", version: "1",
 *   fields: { revenue: { kind: "number", places: 2 } },
 *   dimensions: { value: { weight: 100, indicators: {
 *     revenue: { input: "revenue", weight: 100, curve: { kind: "linear", knots: [[0, 0], [1000, 100]] } } } } },
 * });
 * score(model, { revenue: 500 }).total; // 50
 * ```
 */
export function defineModel<const D extends ModelDocument>(document: D & Checked<D>): DefinedModel<D> {
  return parseModel(document) as unknown as DefinedModel<D>;
}

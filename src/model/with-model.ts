import type { Model, ModelDocument } from "../schema/model-document.ts";
import { parseModel } from "./parse-model.ts";

/** A changed model: a new document, parsed as a whole. */
export type ModelPatch =
  | { readonly [K in keyof ModelDocument]?: ModelDocument[K] | undefined }
  | ((model: ModelDocument) => ModelDocument);

/**
 * A changed copy of a model. A patch replaces whole sections (`undefined` removes one); for changes inside a section give
 * a function from document to document.
 *
 * @throws GuanxiError if the changed document is not a model
 *
 * @example
 * ```ts
 * const stricter = withModel(model, { version: "2026.2", minimumCoverage: 0.8 });
 * ```
 */
export function withModel(model: Model, patch: ModelPatch): Model {
  return parseModel(typeof patch === "function" ? patch(model) : { ...model, ...patch });
}

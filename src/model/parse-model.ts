import { freezeDeep } from "../core/freeze-deep.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import type { Outcome } from "../core/issue.ts";
import { type DocumentForm, parseDocument } from "../core/parse-document.ts";
import { fingerprint } from "../fingerprint/fingerprint.ts";
import { checkModelShape } from "../schema/check-shape.ts";
import type { Model, ModelDocument } from "../schema/model-document.ts";
import { MODEL_MARK, markParsed } from "../schema/parsed-mark.ts";
import { checkModel } from "./check-model.ts";

/** A parsed model, or everything that is wrong with the document. */
export type ParseOutcome<M extends Model = Model> = Outcome<"model", M>;

/**
 * Parses a model document of unknown shape: size and depth, format, shape, then the model as a whole.
 *
 * @param json a parsed JSON value (not JSON text)
 * @returns the model, frozen deep, with its fingerprint; the document itself is copied and never touched
 * @throws GuanxiError with every issue found at the first stage that finds any
 *
 * @example
 * ```ts
 * const model = parseModel(JSON.parse(text));
 * ```
 */
export function parseModel(json: unknown): Model {
  const outcome = safeParseModel(json);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.model;
}

/** As `parseModel`, but returns `{ ok: false, issues }` instead of throwing. */
export function safeParseModel(json: unknown): ParseOutcome {
  const outcome = parseDocument(json, FORM);
  return outcome.ok ? { ok: true, model: seal(outcome.document as unknown as ModelDocument) } : outcome;
}

const FORM: DocumentForm = {
  steps: [],
  checkShape: checkModelShape,
  checkWhole: (document) => checkModel(document as unknown as ModelDocument),
};

/** The document becomes a model: its fingerprint beside it, not in its JSON, and everything frozen. */
function seal(document: ModelDocument): Model {
  markParsed(document, MODEL_MARK);
  Object.defineProperty(document, "fingerprint", { value: fingerprint(document), enumerable: false });
  return freezeDeep(document) as Model;
}

import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import { copyJson } from "../core/json-copy.ts";
import { fingerprint } from "../fingerprint/fingerprint.ts";
import { checkModelShape } from "../schema/check-shape.ts";
import type { Model, ModelDocument } from "../schema/model-document.ts";
import { markParsed } from "../schema/parsed-mark.ts";
import { checkModel } from "./check-model.ts";
import { inDocumentOrder } from "./document-order.ts";
import { type JsonObject, upgrade } from "./upgrade.ts";

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
  const { copy, issues } = copyJson(json);
  if (issues.length > 0) return { ok: false, issues };
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    return { ok: false, issues: [issue("document/kind", [], null, factOf(copy))] };
  }
  const upgraded = upgrade(copy as JsonObject);
  const found: readonly Issue[] = firstFinding(
    () => upgraded.issues,
    () => checkModelShape(upgraded.document),
    () => checkModel(upgraded.document as unknown as ModelDocument),
  );
  if (found.length > 0) return { ok: false, issues: inDocumentOrder(upgraded.document, found) };
  return { ok: true, model: seal(upgraded.document as unknown as ModelDocument) };
}

/** What the first of the stages finds; a later stage can only be trusted on what the earlier ones passed. */
function firstFinding(...stages: readonly (() => readonly Issue[])[]): readonly Issue[] {
  for (const stage of stages) {
    const issues = stage();
    if (issues.length > 0) return issues;
  }
  return [];
}

/** The document becomes a model: its fingerprint beside it, not in its JSON, and everything frozen. */
function seal(document: ModelDocument): Model {
  markParsed(document);
  Object.defineProperty(document, "fingerprint", { value: fingerprint(document), enumerable: false });
  return freezeDeep(document) as Model;
}

/** Depth was limited when the document was copied. */
function freezeDeep<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) freezeDeep(inner);
    Object.freeze(value);
  }
  return value;
}

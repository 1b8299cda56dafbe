import { inDocumentOrder } from "./document-order.ts";
import { factOf, type Issue, issue, type Outcome } from "./issue.ts";
import { copyJson } from "./json-copy.ts";
import { type JsonObject, type UpgradeSteps, upgrade } from "./upgrade.ts";

/** What there is to know of a kind of document before one can be parsed. */
export interface DocumentForm {
  readonly steps: UpgradeSteps;
  /** Issues of the shape. */
  readonly checkShape: (document: JsonObject) => readonly Issue[];
  /** Issues of the whole; called with a document of the right shape. */
  readonly checkWhole: (document: JsonObject) => readonly Issue[];
}

/**
 * Parses a JSON value of unknown shape in stages: size and depth, format, shape, then the document as a whole. A later
 * stage can only be trusted on what the earlier ones passed, so the first that finds anything tells all it found.
 *
 * The document it answers is a copy, not yet frozen.
 */
export function parseDocument(json: unknown, form: DocumentForm): Outcome<"document", JsonObject> {
  const { copy, issues } = copyJson(json);
  if (issues.length > 0) return { ok: false, issues };
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    return { ok: false, issues: [issue("document/kind", [], null, factOf(copy))] };
  }
  const { document, issues: ofFormat } = upgrade(copy as JsonObject, form.steps);
  const stages = [() => ofFormat, () => form.checkShape(document), () => form.checkWhole(document)];
  for (const stage of stages) {
    const found = stage();
    if (found.length > 0) return { ok: false, issues: inDocumentOrder(document, found) };
  }
  return { ok: true, document };
}

import type { Model } from "./model-document.ts";

/**
 * The mark of a parsed model. It is not part of the document's JSON and goes with no copy; a registered symbol, so that
 * the ES module and the CommonJS build know each other's models.
 */
const PARSED_MARK: unique symbol = /* @__PURE__ */ Symbol.for("guanxi.model");

export function markParsed(document: object): void {
  Object.defineProperty(document, PARSED_MARK, { value: true, enumerable: false });
}

/** Whether a value is a model that `parseModel` or `defineModel` answered. */
export function isParsed(value: unknown): value is Model {
  return typeof value === "object" && value !== null && (value as { [PARSED_MARK]?: unknown })[PARSED_MARK] === true;
}

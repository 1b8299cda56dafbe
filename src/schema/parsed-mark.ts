/**
 * The marks of what was parsed. A mark is not part of the document's JSON and goes with no copy; registered symbols, so
 * that the ES module and the CommonJS build know each other's models.
 */
export const MODEL_MARK: unique symbol = /* @__PURE__ */ Symbol.for("guanxi.model");
export const PLAN_MARK: unique symbol = /* @__PURE__ */ Symbol.for("guanxi.points-plan");

export function markParsed(document: object, mark: symbol): void {
  Object.defineProperty(document, mark, { value: true, enumerable: false });
}

/** Whether a value was parsed as what the mark stands for. */
export function isParsed(value: unknown, mark: symbol): boolean {
  return typeof value === "object" && value !== null && (value as { readonly [mark: symbol]: unknown })[mark] === true;
}

import { factOf, type Issue, issue } from "../core/issue.ts";
import { FORMAT } from "../schema/model-shape.ts";

/** A document as plain JSON, before its shape is known. */
export type JsonObject = { readonly [key: string]: unknown };

/** Pure steps, each from one format to the next: `STEPS[n - 1]` takes format n to n + 1. */
const STEPS: readonly ((document: JsonObject) => JsonObject)[] = [];

/**
 * Brings a document of a lower format to the format of this version; a higher one is refused, because its meaning is not
 * known here. A document whose `format` is not a positive integer goes on as it is: its shape will be refused.
 */
export function upgrade(
  document: JsonObject,
  steps: readonly ((document: JsonObject) => JsonObject)[] = STEPS,
  current: number = FORMAT,
): { readonly document: JsonObject; readonly issues: readonly Issue[] } {
  const format = document.format;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) return { document, issues: [] };
  if (format > current) return { document, issues: [issue("document/format", ["format"], current, factOf(format))] };
  let upgraded = document;
  for (let from = format; from < current; from++) {
    const step = steps[from - 1] as (document: JsonObject) => JsonObject;
    upgraded = { ...step(upgraded), format: from + 1 };
  }
  return { document: upgraded, issues: [] };
}

import { factOf, type Issue, issue } from "./issue.ts";

/** A document as plain JSON, before its shape is known. */
export type JsonObject = { readonly [key: string]: unknown };

/** Pure steps, each from one format to the next: the first takes format 1 to 2. The format after the last is today's. */
export type UpgradeSteps = readonly ((document: JsonObject) => JsonObject)[];

/**
 * Brings a document of a lower format to the format of this version; a higher one is refused, because its meaning is not
 * known here. A document whose `format` is not a positive integer goes on as it is: its shape will be refused.
 */
export function upgrade(
  document: JsonObject,
  steps: UpgradeSteps,
): { readonly document: JsonObject; readonly issues: readonly Issue[] } {
  const current = steps.length + 1;
  const format = document.format;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) return { document, issues: [] };
  if (format > current) return { document, issues: [issue("document/format", ["format"], current, factOf(format))] };
  let upgraded = document;
  for (let from = format; from < current; from++) {
    const step = steps[from - 1] as UpgradeSteps[number];
    upgraded = { ...step(upgraded), format: from + 1 };
  }
  return { document: upgraded, issues: [] };
}

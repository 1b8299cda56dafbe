import type { Text } from "../schema/model-document.ts";

/** A text in one language, for a place that holds one: the English one, or else the first. */
export function plainText(text: Text | undefined): string | undefined {
  if (text === undefined || typeof text === "string") return text;
  return text.en ?? Object.values(text)[0];
}

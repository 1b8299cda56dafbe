import type { Field, ModelDocument } from "../../reference/document.ts";
import { decimals, type Look } from "./look.ts";

export function checkInputs({ document, require }: Look): void {
  for (const [id, field] of Object.entries(document.fields)) {
    if (field.kind === "category" && field.values) {
      require(new Set(field.values).size === field.values.length, `values of ${id}`);
    }
    if (field.kind !== "number") continue;
    const places = field.places ?? 6;
    for (const bound of [field.min ?? 0, field.max ?? 0]) {
      const isSafe = Math.abs(bound) * 10 ** places < 1e15;
      require(isSafe && decimals(bound) <= places, `bound of ${id}`);
    }
    if (field.min !== undefined && field.max !== undefined) {
      require(field.min <= field.max, `min of ${id} ≤ max`);
    }
  }
  for (const [id, measure] of Object.entries(document.measures ?? {})) {
    const { kind, ...rest } = measure;
    const isAboutDays = kind === "days-since" || kind === "months-since";
    const { places: _, rounding: __, ...parts } = rest as Record<string, unknown>;
    if (isAboutDays) require(Object.keys(rest).length === 1, `keys of ${id}`);
    for (const part of Object.values(parts).flat() as string[]) {
      require(document.fields[part]?.kind === (isAboutDays ? "date" : "number"), `part of ${id}`);
    }
  }
}

export function fieldOf(document: ModelDocument, input: string): Field | undefined {
  return document.measures && Object.hasOwn(document.measures, input) ? { kind: "number" } : document.fields[input];
}

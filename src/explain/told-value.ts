import type { Model } from "../schema/model-document.ts";
import type { InputPart } from "./explanation.ts";

/** The unit of a field, if it is a number that has one. */
export function unitOf(model: Model, field: string): string | null {
  const declared = model.fields[field];
  return (declared?.kind === "number" ? declared.unit : undefined) ?? null;
}

/** A published value as it is told, with its unit where it is a number. */
export function tellValue({ value, unit }: Pick<InputPart, "value" | "unit">): string {
  return typeof value === "number" && unit !== null ? `${value} ${unit}` : String(value);
}

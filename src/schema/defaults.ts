import type { ModelDocument } from "./model-document.ts";

/** The range of points and scores. */
export function rangeOf(model: ModelDocument): readonly [number, number] {
  return model.range ?? [0, 100];
}

/** Decimals of indicator points and group scores. */
export function pointsPlacesOf(model: ModelDocument): number {
  return model.places?.points ?? 4;
}

/** Decimals of bases, bonuses, dimension scores and totals. */
export function scorePlacesOf(model: ModelDocument): number {
  return model.places?.score ?? 2;
}

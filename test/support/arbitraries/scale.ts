import fc from "fast-check";
import type { ModelDocument } from "../../reference/document.ts";
import { type Spot, TOWARDS_FIRST, unitsAt } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";

/** The range and places a model declares (or leaves to the defaults), and what they come to. */
export interface Scale {
  low: number;
  high: number;
  points: number;
  score: number;
  declared: Pick<ModelDocument, "range" | "places">;
}

type Declared = Scale["declared"];

const DECLARED: readonly Declared[] = [
  {},
  { range: [0, 100], places: { points: 4, score: 2 } },
  { range: [0, 1], places: { points: 4, score: 4 } },
  { range: [0, 1] },
  { range: [-50, 50], places: { points: 2, score: 1 } },
  { range: [0, 100000], places: { points: 2, score: 0 } },
  { range: [0, 100000] },
  { range: [-1.5, 2.5], places: { points: 3, score: 1 } },
  { places: { points: 0, score: 0 } },
  { places: { score: 4, points: 1 } },
  { places: { score: 1 } },
  { range: [-50, 50], places: { points: 6 } },
];

/** The defaults are the simplest, and the most frequent. */
export function scale(): fc.Arbitrary<Scale> {
  const declared = fc.oneof(
    TOWARDS_FIRST,
    { weight: 3, arbitrary: fc.constant(DECLARED[0] as Declared) },
    { weight: 6, arbitrary: fc.constantFrom(...DECLARED) },
  );
  return declared.map((each) => {
    const [low, high] = each.range ?? [0, 100];
    return {
      low,
      high,
      points: each.places?.points ?? 4,
      score: each.places?.score ?? 2,
      declared: each,
    };
  });
}

/** A number on the scale with at most `places` decimals. */
export function numberOn(window: { low: number; high: number }, at: Spot, places: number): number {
  const unit = 10 ** places;
  const low = Math.ceil(Math.round(window.low * unit * 1000) / 1000);
  const high = Math.floor(Math.round(window.high * unit * 1000) / 1000);
  return numberOfUnits(unitsAt(at, low, Math.max(low, high)), places);
}

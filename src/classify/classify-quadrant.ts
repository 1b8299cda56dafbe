import { fromScaled, toScaled } from "../core/scaled.ts";
import { unreachable } from "../core/unreachable.ts";
import type { Quadrant, Side } from "../schema/model-document.ts";
import type { QuadrantCard, Sides } from "../schema/scorecard.ts";

/** Rates two scores, × 10^−places.score and NaN where there is none. */
export type RateQuadrant = (x: number, y: number, previous: Sides | null, isScored: boolean) => QuadrantCard;

/** No sides known. */
export const NO_SIDES: Sides = Object.freeze({ x: null, y: null });

/**
 * At or above the cut is high; with a previous side, an axis keeps it while |score − cut| is below the dead band.
 */
export function compileQuadrant(quadrant: Quadrant, scorePlaces: number): RateQuadrant {
  const x = compileAxis(quadrant.cut.x, quadrant.deadBand ?? 0, scorePlaces);
  const y = compileAxis(quadrant.cut.y, quadrant.deadBand ?? 0, scorePlaces);
  const names = { high: { high: "", low: "" }, low: { high: "", low: "" } };
  for (const cell of quadrant.cells) names[cell.x][cell.y] = cell.name;
  return (xScore, yScore, previous, isScored) => {
    const distance = { x: x.distance(xScore), y: y.distance(yScore) };
    if (!isScored || Number.isNaN(xScore) || Number.isNaN(yScore)) {
      return { name: null, sides: previous ?? NO_SIDES, held: { x: false, y: false }, distance };
    }
    const sides = { x: x.side(xScore, previous?.x ?? null), y: y.side(yScore, previous?.y ?? null) };
    const held = { x: sides.x !== x.side(xScore, null), y: sides.y !== y.side(yScore, null) };
    return { name: names[sides.x][sides.y] || unreachable("a quadrant without a name"), sides, held, distance };
  };
}

/** One axis of a quadrant: the side of a score, and how far it is from the cut. */
export function compileAxis(cut: number, deadBand: number, scorePlaces: number) {
  const scaledCut = toScaled(cut, scorePlaces);
  const scaledBand = toScaled(deadBand, scorePlaces);
  return {
    distance: (score: number): number | null =>
      Number.isNaN(score) ? null : fromScaled(score - scaledCut, scorePlaces),
    side: (score: number, previous: Side | null): Side => {
      if (previous !== null && Math.abs(score - scaledCut) < scaledBand) return previous;
      return score >= scaledCut ? "high" : "low";
    },
  };
}

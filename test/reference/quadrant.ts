import type { Quadrant, Side } from "./document.ts";
import { type Exact, exact, plainNumberOrNull } from "./exact.ts";
import type { PreviousCard, QuadrantCard, Sides } from "./scorecard.ts";
import { happened } from "./trace.ts";

export function classifyByQuadrant(
  quadrant: Quadrant,
  score: (id: string) => Exact | null,
  isScored: boolean,
  previous: PreviousCard | null,
): QuadrantCard {
  const before: Sides = previous?.sides ?? { x: null, y: null };
  const x = { score: score(quadrant.x), cut: exact(quadrant.cut.x), before: before.x };
  const y = { score: score(quadrant.y), cut: exact(quadrant.cut.y), before: before.y };
  const distance = { x: distanceOf(x), y: distanceOf(y) };
  if (!isScored || x.score === null || y.score === null) {
    const sides = { x: before.x, y: before.y };
    return { name: null, sides, held: { x: false, y: false }, distance };
  }
  const deadBand = exact(quadrant.deadBand ?? 0);
  const sides = { x: sideOf(x, deadBand), y: sideOf(y, deadBand) };
  const held = { x: sides.x !== plainSideOf(x), y: sides.y !== plainSideOf(y) };
  const cell = quadrant.cells.find((each) => each.x === sides.x && each.y === sides.y);
  return { name: cell?.name ?? null, sides, held, distance };
}

interface Axis {
  score: Exact | null;
  cut: Exact;
  before: Side | null;
}

function distanceOf(axis: Axis): number | null {
  return plainNumberOrNull(axis.score === null ? null : axis.score.minus(axis.cut));
}

function plainSideOf(axis: Axis): Side {
  return (axis.score as Exact).greaterThanOrEqualTo(axis.cut) ? "high" : "low";
}

function sideOf(axis: Axis, deadBand: Exact): Side {
  const gap = (axis.score as Exact).minus(axis.cut).abs();
  if (gap.isZero()) happened("boundary cut");
  if (axis.before !== null && !gap.isZero() && gap.equals(deadBand)) {
    happened("boundary dead band");
  }
  return axis.before !== null && gap.lessThan(deadBand) ? axis.before : plainSideOf(axis);
}

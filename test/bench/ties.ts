import type { LinearCurve } from "guanxi";
import { type BenchColumns, benchIndicators, type NumberField } from "./portfolio.ts";

const POINTS_UNIT = 10 ** 4;

/**
 * The part of the cells under a linear curve whose exact points lie on a rounding tie of the fourth decimal: where float
 * arithmetic cannot say which way to round. Counted in whole numbers: with x = X ÷ unit, the points beyond the knot, in
 * units of the fourth decimal, are (X − x₀·unit)·Δy·10⁴ ÷ (Δx·unit), and a tie leaves half the divisor. All of it stays
 * below 2⁵³ for inputs up to 1000 with 6 places.
 */
export function shareOfTies(published: BenchColumns, places: number): number {
  const unit = 10 ** places;
  let cells = 0;
  let ties = 0;
  for (const { id, curve } of benchIndicators()) {
    if (curve.kind !== "linear") continue;
    const values = published.numbers[id as NumberField];
    cells += values.length;
    for (let i = 0; i < values.length; i++) ties += +isTie(curve, Math.round((values[i] as number) * unit), unit);
  }
  return ties / cells;
}

function isTie({ knots }: LinearCurve, scaled: number, unit: number): boolean {
  const after = knots.findIndex(([x]) => scaled < x * unit);
  if (after <= 0) return false;
  const [[x0, y0], [x1, y1]] = [knots[after - 1], knots[after]] as [LinearCurve["knots"][0], LinearCurve["knots"][0]];
  const divisor = (x1 - x0) * unit;
  return (((scaled - x0 * unit) * (y1 - y0) * POINTS_UNIT) % divisor) * 2 === divisor;
}

import type { Decimal } from "decimal.js";
import type { Indicator } from "../../reference/document.ts";
import { SupportDecimal } from "./decimal-units.ts";

/**
 * Values whose points lie exactly half way between two roundings. On a segment of dx units and dy point units the value
 * n units in has n·dy ÷ dx point units, so a tie is n·dy ≡ dx ÷ 2 (mod dx): solved by the modular inverse.
 */
export function tiesOf({ curve }: Indicator, places: number, pointPlaces: number): Decimal[] {
  if (curve.kind !== "linear") return [];
  const ties: Decimal[] = [];
  curve.knots.slice(1).forEach(([x, y], index) => {
    const [x0, y0] = curve.knots[index] as [number, number];
    const unit = new SupportDecimal(10).pow(places);
    const start = new SupportDecimal(x0).times(unit);
    const dx = new SupportDecimal(x).times(unit).minus(start);
    const dy = new SupportDecimal(y).minus(y0).times(new SupportDecimal(10).pow(pointPlaces));
    if (!start.isInteger() || !dx.isInteger()) return;
    for (const n of solveTies(dx, dy.abs())) ties.push(start.plus(n).dividedBy(unit));
  });
  return ties;
}

function solveTies(dx: Decimal, dy: Decimal): Decimal[] {
  const half = dx.dividedBy(2);
  if (dy.isZero() || !half.isInteger()) return [];
  const { gcd, inverse } = inverseModulo(dy, dx);
  if (!half.modulo(gcd).isZero()) return [];
  const period = dx.dividedBy(gcd);
  const first = half.dividedBy(gcd).times(inverse).modulo(period);
  const last = first.plus(dx.minus(first).dividedToIntegerBy(period).times(period));
  const middle = first.plus(period.times(gcd.dividedToIntegerBy(2)));
  return [first, first.plus(period), middle, last].filter((n) => n.lessThanOrEqualTo(dx));
}

/** Extended Euclid: the inverse of (a ÷ gcd) modulo (modulus ÷ gcd). */
function inverseModulo(a: Decimal, modulus: Decimal): { gcd: Decimal; inverse: Decimal } {
  let [r, nextR] = [modulus, a.modulo(modulus)];
  let [t, nextT] = [new SupportDecimal(0) as Decimal, new SupportDecimal(1) as Decimal];
  while (!nextR.isZero()) {
    const quotient = r.dividedToIntegerBy(nextR);
    [r, nextR] = [nextR, r.minus(quotient.times(nextR))];
    [t, nextT] = [nextT, t.minus(quotient.times(nextT))];
  }
  const period = modulus.dividedBy(r);
  return { gcd: r, inverse: t.modulo(period).plus(period).modulo(period) };
}

import type { BandsCurve, LinearCurve } from "guanxi";

/** A stretch of a curve: below `until`, points are base + slope × (x − start); the last stretch has no end. */
export interface Piece {
  readonly until: number | null;
  readonly base: number;
  readonly slope: number;
  readonly start: number;
}

/** A curve over numbers as stretches from left to right, for languages that know neither bands nor knots. */
export function piecesOf(curve: BandsCurve | LinearCurve): readonly Piece[] {
  if (curve.kind === "bands") {
    return curve.bands.map(({ points }, i) => {
      const until = curve.bands[i + 1]?.from ?? null;
      return { until, base: points, slope: 0, start: 0 };
    });
  }
  const { knots } = curve;
  const [[, lowest], [, highest]] = [knots[0], knots.at(-1)] as [LinearCurve["knots"][0], LinearCurve["knots"][0]];
  const pieces: Piece[] = [];
  knots.forEach(([x, y], i) => {
    const [x0, y0] = knots[i - 1] ?? [x, lowest];
    pieces.push({ until: x, base: y0, slope: i === 0 ? 0 : (y - y0) / (x - x0), start: i === 0 ? 0 : x0 });
  });
  return [...pieces, { until: null, base: highest, slope: 0, start: 0 }];
}

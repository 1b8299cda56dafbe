import { mostDecimals } from "../core/scaled.ts";
import { curvePoints } from "../indicator/attainable.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LinearCurve, LookupCurve } from "../schema/model-document.ts";
import { type ExactPoints, isSamePoints, type NumericCurve, numericCurve, publishedPoints } from "./numeric-curve.ts";

/** Inputs between two ends that get other points; null is no end. Between the ends both curves are straight. */
export interface SpanChange {
  readonly kind: "span";
  readonly low: number | null;
  readonly includesLow: boolean;
  readonly high: number | null;
  readonly includesHigh: boolean;
  /** Points toward the low and the high end, as they were and as they are. */
  readonly from: readonly [atLow: number, atHigh: number];
  readonly to: readonly [atLow: number, atHigh: number];
}

/** One category, or true or false; null points are none: the value was (or is) refused. */
export interface ValueChange {
  readonly kind: "value";
  readonly value: string | boolean;
  readonly from: number | null;
  readonly to: number | null;
}

/** Every category that is not listed. */
export interface OtherwiseChange {
  readonly kind: "otherwise";
  readonly from: number | null;
  readonly to: number | null;
}

export type PointsChange = SpanChange | ValueChange | OtherwiseChange;

/**
 * Where two curves give different points, exactly: outside of what is answered they agree at every input. Two lines may
 * cross within a span, and agree in that one point of it. `null` where the curves read inputs of different forms.
 *
 * @param places decimals of the points told
 *
 * @example
 * ```ts
 * const bands = (high: number) => ({ kind: "bands", bands: [{ points: 0 }, { from: 10, points: 50 }, { above: 20, points: high }] } as const);
 * curveDifference(bands(80), bands(90), 4);
 * // [{ kind: "span", low: 20, includesLow: false, high: null, includesHigh: false, from: [80, 80], to: [90, 90] }]
 * ```
 */
export function curveDifference(from: Curve, to: Curve, places: number): readonly PointsChange[] | null {
  const form = FORMS[from.kind];
  return form === FORMS[to.kind] ? (DIFFERENCES[form] as Difference)(from, to, places) : null;
}

type Difference = (from: Curve, to: Curve, places: number) => readonly PointsChange[];

const FORMS = {
  bands: "number",
  linear: "number",
  lookup: "category",
  flag: "boolean",
} as const satisfies { readonly [K in CurveKind]: string };

const DIFFERENCES = {
  number: spans,
  category: categories,
  boolean: (from: FlagCurve, to: FlagCurve) =>
    ([true, false] as const)
      .map((value) => valueChange(value, from.points[`${value}`], to.points[`${value}`]))
      .filter(isReal),
} satisfies { readonly [K in (typeof FORMS)[CurveKind]]: (from: never, to: never, places: number) => unknown };

function categories(from: LookupCurve, to: LookupCurve): readonly PointsChange[] {
  const listed = new Set([...Object.keys(from.points), ...Object.keys(to.points)]);
  const [before, after] = [pointsByValue(from), pointsByValue(to)];
  const values = [...listed].map((value) => valueChange(value, before(value), after(value)));
  const rest = { kind: "otherwise", from: from.otherwise ?? null, to: to.otherwise ?? null } as const;
  return [...values, rest].filter(isReal);
}

function pointsByValue({ points, otherwise }: LookupCurve): (value: string) => number | null {
  const listed = new Map(Object.entries(points));
  return (value) => listed.get(value) ?? otherwise ?? null;
}

function valueChange(value: string | boolean, from: number | null, to: number | null): PointsChange {
  return { kind: "value", value, from, to };
}

function isReal({ from, to }: PointsChange): boolean {
  return from !== to;
}

type Ends = readonly [ExactPoints, ExactPoints];

/** A piece of the number line in which neither curve bends or steps: one break, or what lies between two. */
interface Piece {
  readonly low: number | null;
  readonly high: number | null;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
  readonly from: Ends;
  readonly to: Ends;
}

function spans(from: BandsCurve | LinearCurve, to: BandsCurve | LinearCurve, places: number): readonly PointsChange[] {
  const scale = mostDecimals([...curvePoints(from), ...curvePoints(to)]);
  const pieces = piecesOf(numericCurve(from, scale), numericCurve(to, scale)).filter(
    (piece) => !isSamePoints(piece.from[0], piece.to[0]) || !isSamePoints(piece.from[1], piece.to[1]),
  );
  const tell = (ends: Ends) => ends.map((end) => publishedPoints(end, scale, places)) as unknown as [number, number];
  return joined(pieces).map(({ from: before, to: after, ...span }) => ({
    kind: "span",
    ...span,
    from: tell(before),
    to: tell(after),
  }));
}

function piecesOf(from: NumericCurve, to: NumericCurve): readonly Piece[] {
  const breaks = [...new Set([...from.breaks, ...to.breaks])].sort((a, b) => a - b);
  const at = (input: number): Piece => {
    const ends = (curve: NumericCurve): Ends => [curve.at(input), curve.at(input)];
    return { low: input, high: input, includesLow: true, includesHigh: true, from: ends(from), to: ends(to) };
  };
  const within = (low: number | null, high: number | null): Piece => ({
    low,
    high,
    includesLow: false,
    includesHigh: false,
    from: from.within(low, high),
    to: to.within(low, high),
  });
  const first = within(null, breaks[0] ?? null);
  return [first, ...breaks.flatMap((input, i) => [at(input), within(input, breaks[i + 1] ?? null)])];
}

/** Neighbours that go on in both curves become one: a break with what it borders on, level pieces with level ones. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result[result.length - 1];
    if (before !== undefined && continues(before, piece)) {
      result[result.length - 1] = {
        ...piece,
        low: before.low,
        includesLow: before.includesLow,
        from: [before.from[0], piece.from[1]],
        to: [before.to[0], piece.to[1]],
      };
    } else result.push(piece);
  }
  return result;
}

function continues(left: Piece, right: Piece): boolean {
  if (left.high !== right.low || left.includesHigh === right.includesLow) return false;
  const isJoint = isSamePoints(left.from[1], right.from[0]) && isSamePoints(left.to[1], right.to[0]);
  const isBreak = (piece: Piece) => piece.low !== null && piece.low === piece.high;
  return isJoint && (isBreak(left) || isBreak(right) || (isLevel(left) && isLevel(right)));
}

function isLevel({ from, to }: Piece): boolean {
  return isSamePoints(from[0], from[1]) && isSamePoints(to[0], to[1]);
}

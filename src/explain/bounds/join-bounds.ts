import { toScaled } from "../../core/scaled.ts";
import { type Combiner, type CombineSpec, compileCombine } from "../../indicator/compile-combine.ts";
import type { Combine } from "../../schema/model-document.ts";
import { productExtremes } from "../product-extremes.ts";
import { compileMeanBetween } from "./mean-between.ts";
import { MAYBE, NO, type Possibly, YES } from "./region.ts";

/** What the points of a node can be over a region: × 10^−places, NaN where there are none. */
export interface ValueBounds {
  readonly low: number;
  readonly high: number;
  /** Whether there are points at all. */
  readonly presence: Possibly;
}

export const ABSENT: ValueBounds = { low: Number.NaN, high: Number.NaN, presence: NO };

/** How bounds of children become the bounds of their parent. */
export type Join = (children: readonly ValueBounds[]) => ValueBounds;

/**
 * Every combination but the product rises with each of its parts, so the ends decide.
 *
 * @param others the weights of a mean at the other end, where they too lie between two
 */
export function compileJoin(combine: Combine, spec: CombineSpec, others: readonly number[]): Join {
  const own = compileCombine(combine, spec);
  const isMoved = combine === "mean" && spec.weights.some((weight, i) => weight !== others[i]);
  const between = isMoved ? compileMeanBetween(spec, others) : null;
  const least = compileCombine("min", spec);
  const greatest = compileCombine("max", spec);
  const range = [spec.least, spec.greatest] as const;
  const ends: Ends = between ?? ((lows, highs) => [own.value(lows), own.value(highs)]);
  const loose = LOOSE[combine];
  return (children) => {
    const counted = children.map(({ presence }, i) => presence !== NO && (combine !== "mean" || spec.weights[i] !== 0));
    if (!counted.includes(true)) return ABSENT;
    const isSure = children.every(({ presence }, i) => !counted[i] || presence === YES);
    const presence = children.some((child, i) => counted[i] && child.presence === YES) ? YES : MAYBE;
    const pick = (value: (child: ValueBounds) => number) =>
      children.map((child, i) => (counted[i] ? value(child) : Number.NaN));
    const lows = pick(({ low }) => low);
    const highs = pick(({ high }) => high);
    const [low, high] = isSure
      ? combine === "product"
        ? productExtremes(own, lows, highs, range)
        : ends(lows, highs)
      : loose({ children, lows, highs, own, ends, least, greatest, spec });
    return { low, high, presence };
  };
}

/** Of children that are all there, the least and the greatest. */
type Ends = (lows: readonly number[], highs: readonly number[]) => readonly [low: number, high: number];

interface Loose {
  readonly children: readonly ValueBounds[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly own: Combiner;
  readonly ends: Ends;
  readonly least: Combiner;
  readonly greatest: Combiner;
  readonly spec: CombineSpec;
}

/** Bounds where some child is perhaps not there: wide enough for any of them to be left out. */
const LOOSE = {
  mean: ({ children, lows, highs, ends }) => [
    extremeMean(children, lows, -1, (points) => ends(points, points)[0]),
    extremeMean(children, highs, 1, (points) => ends(points, points)[1]),
  ],
  sum: ({ children, lows, highs, own }) => [
    own.value(withDefault(children, lows, (low) => Math.min(low, 0))),
    own.value(withDefault(children, highs, (high) => Math.max(high, 0))),
  ],
  product: ({ children, lows, highs, own, spec }) => {
    const one = toScaled(1, spec.from);
    return productExtremes(
      own,
      withDefault(children, lows, (low) => Math.min(low, one)),
      withDefault(children, highs, (high) => Math.max(high, one)),
      [spec.least, spec.greatest],
    );
  },
  min: ({ children, lows, highs, least, greatest }) => [
    least.value(lows),
    ifAny(least.value(onlySure(children, highs)), greatest.value(highs)),
  ],
  max: ({ children, lows, highs, least, greatest }) => [
    ifAny(greatest.value(onlySure(children, lows)), least.value(lows)),
    greatest.value(highs),
  ],
} satisfies { readonly [K in Combine]: (loose: Loose) => readonly [number, number] };

/** Those that are perhaps there move a mean furthest if the most extreme come first, and no more than help. */
function extremeMean(
  children: readonly ValueBounds[],
  points: readonly number[],
  sign: 1 | -1,
  mean: (points: readonly number[]) => number,
): number {
  const present = [...onlySure(children, points)];
  const others = points.map((_, i) => i).filter((i) => !Number.isNaN(points[i]) && children[i]?.presence === MAYBE);
  others.sort((i, j) => sign * ((points[j] as number) - (points[i] as number)));
  let furthest = mean(present);
  for (const i of others) {
    present[i] = points[i] as number;
    const next = mean(present);
    if (Number.isNaN(furthest) || sign * (next - furthest) > 0) furthest = next;
  }
  return furthest;
}

function withDefault(
  children: readonly ValueBounds[],
  ends: readonly number[],
  orDefault: (end: number) => number,
): readonly number[] {
  return ends.map((end, i) => (children[i]?.presence === MAYBE ? orDefault(end) : end));
}

function onlySure(children: readonly ValueBounds[], ends: readonly number[]): readonly number[] {
  return ends.map((end, i) => (children[i]?.presence === YES ? end : Number.NaN));
}

function ifAny(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

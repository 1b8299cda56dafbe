import { fromScaled, toScaled } from "../core/scaled.ts";
import { type CombineSpec, compileCombine } from "../indicator/compile-combine.ts";
import { rangeOf } from "../schema/defaults.ts";
import type { DimensionPart, GroupPart, NodePart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import { productExtremes } from "./product-extremes.ts";

/** The least and greatest points a part of a card could have, its present children as they are. */
export function attainableOf(part: NodePart | DimensionPart, frame: Frame): readonly [worst: number, best: number] {
  if (part.kind === "indicator") return [part.worst, part.best];
  const places = part.kind === "group" ? frame.pointsPlaces : frame.scorePlaces;
  const [least, greatest] = rangeOf(frame.model);
  const children = part.parts.filter((child) => isCounted(child, part));
  const spec: CombineSpec = {
    ids: children.map(({ path }) => path),
    weights: children.map(({ weight }) => weight ?? 0),
    start: part.start,
    from: frame.pointsPlaces,
    to: places,
    least: toScaled(least, places),
    greatest: toScaled(greatest, places),
  };
  const combiner = compileCombine(part.combine, spec);
  const ranges = children.map((child) => attainableOf(child, frame));
  const ends = (i: 0 | 1) => ranges.map((range) => toScaled(range[i], frame.pointsPlaces));
  const [worst, best] =
    part.combine === "product"
      ? productExtremes(combiner, ends(0), ends(1), [spec.least, spec.greatest])
      : [combiner.value(ends(0)), combiner.value(ends(1))];
  return [fromScaled(worst, places), fromScaled(best, places)];
}

/** Whether a child takes part: it has points and, under a mean, a weight. */
export function isCounted({ points, weight }: NodePart, { combine }: DimensionPart | GroupPart): boolean {
  return points !== null && (combine !== "mean" || weight !== 0);
}

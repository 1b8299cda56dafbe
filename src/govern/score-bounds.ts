import { powerOfTen } from "../core/power-of-ten.ts";
import { attainablePoints } from "../indicator/attainable.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { BonusRule, Branch, Dimension, Indicator, IndicatorNode, Model } from "../schema/model-document.ts";

/** No score lies below `low` or above `high`; nothing says that the ends are reached. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What a child can do to its parent. */
interface Child extends Bounds {
  readonly weight: number;
  /** Whether it can be left out: excluded when missing, or not applicable. */
  readonly isOptional: boolean;
}

/**
 * Bounds that no input can leave: of every dimension, and of the total. Proved from the points that curves can give, with
 * an allowance of one published step at every station for rounding and for the doubles this is computed in.
 */
export function scoreBounds(model: Model): (score: string) => Bounds {
  const dimensions = new Map(
    Object.entries(model.dimensions).map(([id, dimension]) => [id, dimensionBounds(model, id, dimension)]),
  );
  const children = Object.entries(model.dimensions).map(([id, dimension]) => ({
    ...(dimensions.get(id) as Bounds),
    weight: dimension.weight,
    isOptional: countingNodes(dimension).every(canBeAbsent),
  }));
  const base = widened(COMBINED.mean(children), scorePlacesOf(model));
  const total = clamped(model, withBonuses(model, "total", base, model.total));
  return (score) => dimensions.get(score) ?? total;
}

function dimensionBounds(model: Model, id: string, dimension: Dimension): Bounds {
  const base = widened(branchBounds(model, dimension), scorePlacesOf(model));
  return clamped(model, withBonuses(model, id, base, dimension));
}

function branchBounds(model: Model, branch: Branch): Bounds {
  const combine = branch.combine ?? "mean";
  const children = countingNodes(branch).map((node) => ({
    ...nodeBounds(model, node),
    weight: node.weight ?? 0,
    isOptional: canBeAbsent(node),
  }));
  if (children.length === 0) return whole(model);
  return clamped(model, widened(COMBINED[combine](children, branch.start ?? 0), pointsPlacesOf(model)));
}

function nodeBounds(model: Model, node: IndicatorNode): Bounds {
  if ("indicators" in node) return branchBounds(model, node);
  const { worst, best } = attainablePoints(node.curve);
  const { missing } = node as Indicator;
  const points = missing?.kind === "points" ? missing.points : worst;
  return { low: Math.min(worst, points), high: Math.max(best, points) };
}

function canBeAbsent(node: IndicatorNode): boolean {
  if (node.appliesWhen !== undefined) return true;
  return "indicators" in node ? countingNodes(node).every(canBeAbsent) : node.missing?.kind === "exclude";
}

/** The children that count: in a mean, those of a weight. */
function countingNodes({ combine = "mean", indicators }: Branch): readonly IndicatorNode[] {
  return Object.values(indicators).filter(({ weight }) => combine !== "mean" || (weight ?? 0) > 0);
}

const COMBINED = {
  mean: (children: readonly Child[]): Bounds => ({
    low: 0 - greatestMean(children.map((child) => ({ ...child, high: 0 - child.low }))),
    high: greatestMean(children),
  }),
  sum: (children: readonly Child[], start: number): Bounds =>
    children.reduce(
      (sum, { low, high, isOptional }) => ({
        low: sum.low + (isOptional ? Math.min(0, low) : low),
        high: sum.high + (isOptional ? Math.max(0, high) : high),
      }),
      { low: start, high: start },
    ),
  product: (children: readonly Child[]): Bounds =>
    children.reduce(
      (product, { low, high, isOptional }) => {
        const factors = isOptional ? [low, high, 1] : [low, high];
        const ends = [product.low, product.high].flatMap((end) => factors.map((factor) => end * factor));
        return { low: Math.min(...ends), high: Math.max(...ends) };
      },
      { low: 1, high: 1 },
    ),
  min: (children: readonly Child[]): Bounds => {
    const least = Math.min(...children.map(({ low }) => low));
    const always = children.filter(({ isOptional }) => !isOptional).map(({ high }) => high);
    return {
      low: least,
      high: always.length > 0 ? Math.min(...always) : Math.max(...children.map(({ high }) => high)),
    };
  },
  max: (children: readonly Child[]): Bounds => {
    const most = Math.max(...children.map(({ high }) => high));
    const always = children.filter(({ isOptional }) => !isOptional).map(({ low }) => low);
    return { low: always.length > 0 ? Math.max(...always) : Math.min(...children.map(({ low }) => low)), high: most };
  },
} satisfies { readonly [K in NonNullable<Branch["combine"]>]: (children: readonly Child[], start: number) => Bounds };

/** The greatest weighted mean of the children that are always there and any of those that may be: greatest first. */
function greatestMean(children: readonly Child[]): number {
  let [sum, weight] = [0, 0];
  for (const child of children.filter(({ isOptional }) => !isOptional)) {
    sum += child.high * child.weight;
    weight += child.weight;
  }
  const others = children.filter((child) => child.isOptional && child.weight > 0).sort((a, b) => b.high - a.high);
  for (const child of others) {
    if (weight > 0 && child.high * weight <= sum) break;
    sum += child.high * child.weight;
    weight += child.weight;
  }
  return weight > 0 ? sum / weight : Number.POSITIVE_INFINITY;
}

/** All bonuses at once, all deductions at once, as far as caps let them; stacking only makes them fewer. */
function withBonuses(
  model: Model,
  to: string,
  base: Bounds,
  caps: { readonly bonusCap?: number; readonly deductionCap?: number } | undefined,
): Bounds {
  let [bonus, deduction] = [0, 0];
  for (const rule of model.bonuses ?? []) {
    if (rule.to !== to) continue;
    const given = pointsOf(rule, base);
    bonus += Math.max(0, given.high);
    deduction += Math.max(0, 0 - given.low);
  }
  const most = (size: number, cap = Number.POSITIVE_INFINITY) => Math.min(size, cap);
  const added = { low: base.low - most(deduction, caps?.deductionCap), high: base.high + most(bonus, caps?.bonusCap) };
  return widened(added, scorePlacesOf(model));
}

function pointsOf({ points, factor }: BonusRule, { low, high }: Bounds): Bounds {
  if (points !== undefined) return { low: points, high: points };
  const ends = [low, high].map((base) => base * ((factor ?? 1) - 1));
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function widened({ low, high }: Bounds, places: number): Bounds {
  const step = 1 / powerOfTen(places);
  return { low: low - step, high: high + step };
}

function clamped(model: Model, { low, high }: Bounds): Bounds {
  const [least, greatest] = rangeOf(model);
  return { low: Math.min(greatest, Math.max(least, low)), high: Math.max(least, Math.min(greatest, high)) };
}

function whole(model: Model): Bounds {
  const [low, high] = rangeOf(model);
  return { low, high };
}

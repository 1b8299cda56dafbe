import { shareOf, WHOLE_SHARE } from "./exact-decimals.ts";
import type { BonusPart, DimensionPart, GroupPart, IndicatorPart, NodePart, TotalPart } from "./explanation.ts";

/** What a score is the sum of, with its share in it. */
export type WalkedPart =
  | { readonly kind: "indicator"; readonly part: IndicatorPart; readonly share: number }
  | { readonly kind: "group"; readonly part: GroupPart; readonly share: number }
  | { readonly kind: "bonus"; readonly part: BonusPart; readonly share: number; readonly points: number }
  | Line<"start">
  | Line<"clamp">;

interface Line<K> {
  readonly kind: K;
  readonly part: TotalPart | DimensionPart | GroupPart;
  readonly share: number;
  readonly points: number;
}

/**
 * All parts that a score counts, in the order of the model: indicators, a product as one part because it has no shares,
 * starts of sums, bonuses, and what the range clamped. A part without a share does not count.
 */
export function walkParts(scored: TotalPart | DimensionPart): readonly WalkedPart[] {
  if (scored.kind === "dimension") return walkScore(scored, WHOLE_SHARE);
  const below = scored.parts.flatMap((dimension) =>
    dimension.share === 0 ? [] : walkScore(dimension, dimension.share),
  );
  return [...below, ...walkBonuses(scored, WHOLE_SHARE)];
}

function walkScore(dimension: DimensionPart, share: number): readonly WalkedPart[] {
  if (dimension.base === null) return [];
  // The children of a product have no shares, so its base is told as if a group had given it.
  const below: readonly WalkedPart[] =
    dimension.combine === "product"
      ? [{ kind: "group", part: asGroup(dimension), share }]
      : walkBranch(dimension, share);
  return [...below, ...walkBonuses(dimension, share)];
}

function asGroup({ path, title, base, combine, start, clamp, rounding, parts }: DimensionPart): GroupPart {
  const combined = { combine, start, clamp, rounding, parts };
  const own = { path, code: path, title, weight: null, state: "answered" as const, share: null, contribution: null };
  return { kind: "group", ...own, points: base, ...combined };
}

function walkBranch(branch: DimensionPart | GroupPart, share: number): readonly WalkedPart[] {
  const { start, clamp, parts } = branch;
  return [
    ...(start === 0 ? [] : [{ kind: "start" as const, part: branch, share, points: start }]),
    ...parts.flatMap((part) => walkNode(part, share)),
    ...(clamp === null || clamp === 0 ? [] : [{ kind: "clamp" as const, part: branch, share, points: clamp }]),
  ];
}

function walkNode(part: NodePart, above: number): readonly WalkedPart[] {
  if (part.points === null || part.share === null || part.share === 0) return [];
  const share = shareOf(above, part.share);
  if (part.kind === "indicator") return [{ kind: "indicator", part, share }];
  return part.combine === "product" ? [{ kind: "group", part, share }] : walkBranch(part, share);
}

function walkBonuses(scored: TotalPart | DimensionPart, share: number): readonly WalkedPart[] {
  const { bonuses, scoreClamp } = scored;
  return [
    ...bonuses.flatMap((part) =>
      part.points === 0 ? [] : [{ kind: "bonus" as const, part, share, points: part.points }],
    ),
    ...(scoreClamp === null || scoreClamp === 0
      ? []
      : [{ kind: "clamp" as const, part: scored, share, points: scoreClamp }]),
  ];
}

import fc from "fast-check";
import type { Curve, Dimension, Group, Indicator, ModelDocument, Parent } from "../reference/document.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";

/** What is taken out of a generated document beside what no scorecard can hold. */
export interface Plainness {
  /** Lines become bands, whose points are never rounded. */
  readonly isStepped: boolean;
  /** Scores have decimals enough for every sum. */
  readonly isFine: boolean;
  /** One dimension: its rounding is the last. */
  readonly isSingle: boolean;
}

/** Documents of what a scorecard can hold: sums and means, no exclusions, plain bonuses to the total. */
export function plainDocument(): fc.Arbitrary<ModelDocument> {
  const plainness = fc.record({ isStepped: fc.boolean(), isFine: fc.boolean(), isSingle: fc.boolean() });
  return fc.tuple(modelDocument(), plainness).map(([document, how]) => plain(document, how));
}

function plain(document: ModelDocument, how: Plainness): ModelDocument {
  const { bonuses: _bonuses, bonusGroups: _groups, total: _caps, minimumCoverage: _least, ...kept } = document;
  const { quadrant: _quadrant, tier: _tier, gates: _gates, ...rest } = kept;
  const dimensions = Object.entries(document.dimensions).slice(0, how.isSingle ? 1 : undefined);
  const bonuses = (document.bonuses ?? []).flatMap(({ id, points, when }) =>
    points === undefined ? [] : [{ id, to: "total", points, ...(when === undefined ? {} : { when }) }],
  );
  return {
    ...rest,
    ...(how.isFine ? { places: { points: document.places?.points ?? 4, score: finest(document) } } : {}),
    dimensions: Object.fromEntries(
      dimensions.map(([id, dimension]) => [id, plainDimension(dimension, how, dimensions.length === 1)]),
    ),
    ...(bonuses.length === 0 ? {} : { bonuses }),
  };
}

/** So many decimals that a score still has at most 15 digits. */
function finest({ range }: ModelDocument): number {
  return (range?.[1] ?? 100) > 1000 ? 8 : 10;
}

function plainDimension(dimension: Dimension, how: Plainness, isOnly: boolean): Dimension {
  return { ...plainParent(dimension, how), weight: isOnly ? 1 : dimension.weight };
}

function plainParent({ combine, start, indicators }: Parent, how: Plainness): Parent {
  return {
    ...(combine === undefined || combine === "mean" ? {} : { combine: "sum" }),
    ...(start === undefined ? {} : { start }),
    indicators: Object.fromEntries(Object.entries(indicators).map(([id, node]) => [id, plainNode(node, how)])),
  };
}

function plainNode(node: Indicator | Group, how: Plainness): Indicator | Group {
  const weight = node.weight === undefined ? {} : { weight: node.weight };
  if ("indicators" in node) return { ...weight, ...plainParent(node, how) };
  const { input, curve, missing, reason } = node;
  return {
    input,
    ...weight,
    curve: how.isStepped ? stepped(curve) : curve,
    ...(missing === undefined ? {} : { missing: missing.kind === "exclude" ? { kind: "worst" as const } : missing }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function stepped(curve: Curve): Curve {
  if (curve.kind !== "linear") return curve;
  const [, ...later] = curve.knots;
  const first = { points: curve.knots[0]?.[1] ?? 0 };
  return { kind: "bands", bands: [first, ...later.map(([from, points]) => ({ from, points }))] };
}

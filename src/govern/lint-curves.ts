import { curvePoints } from "../indicator/attainable.ts";
import type { BandsCurve, Curve, CurveKind, LookupCurve, Model } from "../schema/model-document.ts";
import { finding, type LintFinding } from "./lint-finding.ts";
import { type PlacedIndicator, placedIndicators } from "./placed-indicators.ts";
import type { Reach } from "./reach.ts";

/** Curves with pieces that nothing reaches, that repeat, or that go up and down. */
export function lintCurves(model: Model, reach: Reach): readonly LintFinding[] {
  return placedIndicators(model).flatMap((placed) => {
    const { curve } = placed.indicator;
    return (LINTERS[curve.kind] as Linter)({ model, reach }, placed, curve);
  });
}

interface Linted {
  readonly model: Model;
  readonly reach: Reach;
}
type Linter = (linted: Linted, placed: PlacedIndicator, curve: Curve) => readonly LintFinding[];

const LINTERS = {
  bands: ({ reach }: Linted, placed: PlacedIndicator, curve: BandsCurve) => [
    ...lintBands(reach, placed, curve),
    ...lintDirection(placed),
  ],
  linear: (_: Linted, placed: PlacedIndicator) => lintDirection(placed),
  lookup: lintLookup,
  flag: () => [],
} satisfies {
  readonly [K in CurveKind]: (linted: Linted, placed: PlacedIndicator, curve: never) => readonly LintFinding[];
};

function lintBands(reach: Reach, { path, indicator }: PlacedIndicator, { bands }: BandsCurve): readonly LintFinding[] {
  const { input } = indicator;
  const { least, greatest } = reach.input(input);
  return bands.flatMap((band, i) => {
    const at = [...path, "curve", "bands", i];
    const next = bands[i + 1];
    // A band ends before the next one's `from`, or with the next one's `above`.
    const isBelow =
      next !== undefined && (next.from !== undefined ? next.from <= least : (next.above as number) < least);
    const isAbove =
      (band.from !== undefined && band.from > greatest) || (band.above !== undefined && band.above >= greatest);
    const dead = [
      ...(isBelow ? [finding("lint/dead-band", at, { input, end: "min", bound: least })] : []),
      ...(isAbove ? [finding("lint/dead-band", at, { input, end: "max", bound: greatest })] : []),
    ];
    const isSame = i > 0 && bands[i - 1]?.points === band.points;
    return isSame ? [...dead, finding("lint/same-band", at, { points: band.points })] : dead;
  });
}

function lintDirection({ path, indicator }: PlacedIndicator): readonly LintFinding[] {
  const points = curvePoints(indicator.curve);
  const steps = points.slice(1).map((each, i) => each - (points[i] as number));
  const isBoth = steps.some((step) => step > 0) && steps.some((step) => step < 0);
  return isBoth && indicator.x?.monotone !== false
    ? [finding("lint/not-monotone", [...path, "curve"], { points })]
    : [];
}

function lintLookup(
  { model }: Linted,
  { path, indicator }: PlacedIndicator,
  curve: LookupCurve,
): readonly LintFinding[] {
  const field = Object.entries(model.fields).find(([id]) => id === indicator.input)?.[1];
  if (curve.otherwise === undefined || field?.kind !== "category" || field.values === undefined) return [];
  const listed = new Set(Object.keys(curve.points));
  return field.values.every((value) => listed.has(value))
    ? [finding("lint/dead-otherwise", [...path, "curve", "otherwise"], { input: indicator.input })]
    : [];
}

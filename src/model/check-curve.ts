import type { Path } from "../core/issue.ts";
import { decimalsOf } from "../core/scaled.ts";
import { curvePoints } from "../indicator/attainable.ts";
import { bandFaults } from "../indicator/band-faults.ts";
import type {
  BandsCurve,
  Curve,
  CurveKind,
  FieldKind,
  Indicator,
  LinearCurve,
  LookupCurve,
} from "../schema/model-document.ts";
import type { Check } from "./report.ts";

/** The kind of input each curve reads. */
const READS = {
  bands: "number",
  linear: "number",
  lookup: "category",
  flag: "boolean",
} satisfies { readonly [K in CurveKind]: FieldKind };

/** A curve against its input: kind, order, points within the range, declared direction. */
export function checkCurve(check: Check, path: Path, indicator: Indicator, kind: FieldKind): void {
  const { curve } = indicator;
  const reads: FieldKind = READS[curve.kind];
  if (reads !== kind) check.report("model/input-kind", [...path, "input"], reads, kind);
  const at = [...path, "curve"];
  (CHECKS[curve.kind] as CurveCheck)(check, at, curve, indicator);
  checkMonotone(check, path, indicator);
}

type CurveCheck = (check: Check, path: Path, curve: Curve, indicator: Indicator) => void;

const CHECKS = {
  bands: checkBands,
  linear: checkLinear,
  lookup: checkLookup,
  flag: (check, path, curve: Curve & { kind: "flag" }) => {
    checkPoints(check, [...path, "points", "true"], curve.points.true);
    checkPoints(check, [...path, "points", "false"], curve.points.false);
  },
} satisfies { readonly [K in CurveKind]: (check: Check, path: Path, curve: never, indicator: Indicator) => void };

/** Points lie within the range and have at most `places.points` decimals. */
export function checkPoints(check: Check, path: Path, points: number): void {
  const [least, greatest] = check.range;
  if (points < least || points > greatest) check.report("model/out-of-range", path, [least, greatest], points);
  if (decimalsOf(points) > check.pointsPlaces) check.report("model/decimals", path, check.pointsPlaces, points);
}

function checkBands(check: Check, path: Path, curve: BandsCurve): void {
  curve.bands.forEach(({ points }, i) => {
    checkPoints(check, [...path, "bands", i, "points"], points);
  });
  for (const { fault, at, expected, found } of bandFaults(curve.bands)) {
    check.report(`model/${fault}`, [...path, "bands", ...at], expected, found);
  }
}

function checkLinear(check: Check, path: Path, curve: LinearCurve): void {
  let before = Number.NEGATIVE_INFINITY;
  curve.knots.forEach(([input, points], i) => {
    checkPoints(check, [...path, "knots", i, 1], points);
    if (input <= before) check.report("model/order", [...path, "knots", i, 0], before, input);
    before = input;
  });
}

function checkLookup(check: Check, path: Path, curve: LookupCurve, indicator: Indicator): void {
  for (const [value, points] of Object.entries(curve.points)) checkPoints(check, [...path, "points", value], points);
  if (curve.otherwise !== undefined) checkPoints(check, [...path, "otherwise"], curve.otherwise);
  const field = check.field(indicator.input);
  const values = check.valuesOf(field);
  if (values === undefined) return;
  for (const value of Object.keys(curve.points)) {
    if (!values.has(value)) check.unknown("model/unknown-value", [...path, "points", value], values, value);
  }
  if (curve.otherwise !== undefined) return;
  const listed = new Set(Object.keys(curve.points));
  for (const value of values.list) {
    if (!listed.has(value)) check.report("model/lookup-gap", [...path, "points"], null, value);
  }
}

/** `rising` and `falling` are promises about curves whose inputs have an order. */
function checkMonotone(check: Check, path: Path, { curve, monotone }: Indicator): void {
  if (monotone === undefined) return;
  const at = [...path, "monotone"];
  if (curve.kind === "lookup") return check.report("model/monotone-kind", at, "monotone", "lookup");
  const points = curvePoints(curve);
  const sign = monotone === "rising" ? 1 : -1;
  const fall = points.findIndex((point, i) => i > 0 && sign * (point - (points[i - 1] as number)) < 0);
  if (fall > 0) check.report("model/monotone", at, monotone, [points[fall - 1], points[fall]]);
}

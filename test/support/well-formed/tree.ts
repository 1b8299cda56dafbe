import type { Curve, Indicator, Parent } from "../../reference/document.ts";
import { checkCondition } from "./conditions.ts";
import { fieldOf } from "./inputs.ts";
import { decimals, isStrictlyRising, type Look, sumsToWhole } from "./look.ts";

export function checkParent(look: Look, path: string, parent: Parent, depth: number): void {
  const { require } = look;
  const children = Object.entries(parent.indicators);
  const isMean = (parent.combine ?? "mean") === "mean";
  const weights = children.map(([, child]) => child.weight);
  require(children.length > 0 && depth <= 3, `children of ${path}`);
  require(isMean ? sumsToWhole(weights) : weights.every((each) => each === undefined), `weights of ${path}`);
  require(parent.start === undefined || parent.combine === "sum", `start of ${path}`);
  checkPoints(look, path, [parent.start ?? look.low]);
  for (const [id, child] of children) {
    const below = `${path}.${id}`;
    if (child.appliesWhen) checkCondition(look, below, child.appliesWhen, false);
    if ("indicators" in child) checkParent(look, below, child, depth + 1);
    else checkIndicator(look, below, child);
  }
}

function checkPoints({ low, high, points, require }: Look, path: string, all: number[]): void {
  for (const each of all) {
    require(each >= low && each <= high && decimals(each) <= points, `points ${each} of ${path}`);
  }
}

function checkIndicator(look: Look, path: string, indicator: Indicator): void {
  const { document, require } = look;
  const { curve, missing, monotone } = indicator;
  const field = fieldOf(document, indicator.input);
  const kinds = { number: ["bands", "linear"], category: ["lookup"], boolean: ["flag"], date: [] };
  require(field !== undefined && (kinds[field.kind] as string[]).includes(curve.kind), `curve of ${path}`);
  const points = pointsIn(curve);
  checkPoints(look, path, points);
  if (missing?.kind === "points") checkPoints(look, path, [missing.points]);
  if (curve.kind === "linear") require(isStrictlyRising(curve.knots.map(([x]) => x)), `knots of ${path}`);
  if (curve.kind === "bands") {
    const [first, ...rest] = curve.bands;
    require(first?.from === undefined && first?.above === undefined, `first band of ${path}`);
    require(rest.every((band) => (band.from === undefined) !== (band.above === undefined)), `bands of ${path}`);
    require(isStrictlyRising(rest.map((band) => (band.from ?? band.above) as number)), `bands of ${path}`);
  }
  if (curve.kind === "lookup" && field?.kind === "category" && field.values) {
    const isCovered = field.values.every((value) => Object.hasOwn(curve.points, value));
    require(isCovered || curve.otherwise !== undefined, `cover of ${path}`);
    require(Object.keys(curve.points).every((key) => field.values?.includes(key)), `keys of ${path}`);
  }
  if (monotone) {
    const signed = monotone === "rising" ? points : [...points].reverse();
    const isMonotone = signed.slice(1).every((each, index) => each >= (signed[index] as number));
    require(isMonotone && (curve.kind === "bands" || curve.kind === "linear"), `monotone of ${path}`);
  }
}

function pointsIn(curve: Curve): number[] {
  switch (curve.kind) {
    case "bands":
      return curve.bands.map((band) => band.points);
    case "linear":
      return curve.knots.map(([, y]) => y);
    case "lookup":
      return [...Object.values(curve.points), ...(curve.otherwise === undefined ? [] : [curve.otherwise])];
    case "flag":
      return [curve.points.true, curve.points.false];
  }
}

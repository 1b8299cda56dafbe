import type { Path } from "../core/issue.ts";
import { decimalsOf } from "../core/scaled.ts";
import { curvePoints } from "../indicator/attainable.ts";
import type { Branch, Combine, Dimension, IndicatorNode } from "../schema/model-document.ts";
import { isWholeSum, weightSum } from "../weight/weight-sum.ts";
import { checkCondition } from "./check-condition.ts";
import { checkCurve, checkPoints } from "./check-curve.ts";
import { checkMagnitude } from "./check-magnitude.ts";
import { type Check, inputKind } from "./report.ts";

/** The most decimals of a weight: more could not be summed exactly to 1 or 100. */
export const MOST_WEIGHT_DECIMALS = 12;

/** The dimensions and everything under them. */
export function checkTree(check: Check): void {
  const { dimensions } = check.model;
  const weights = check.dimensionIds.map((id) => (dimensions[id] as Dimension).weight);
  if (weights.length === 0) return check.report("document/entries", ["dimensions"], 1, 0);
  weights.forEach((weight, i) => {
    checkWeight(check, ["dimensions", check.dimensionIds[i] as string, "weight"], weight);
  });
  checkWeightSum(check, ["dimensions"], weights);
  for (const id of check.dimensionIds) checkBranch(check, ["dimensions", id], dimensions[id] as Dimension);
}

function checkBranch(check: Check, path: Path, branch: Branch): void {
  const combine = branch.combine ?? "mean";
  const ids = Object.keys(branch.indicators);
  const at = [...path, "indicators"];
  if (ids.length === 0) return check.report("document/entries", at, 1, 0);
  if (branch.start !== undefined) checkStart(check, [...path, "start"], branch.start, combine);
  checkWeights(check, at, branch, combine);
  if (combine === "sum") checkSumMagnitude(check, at, branch);
  for (const id of ids) checkNode(check, [...at, id], branch.indicators[id] as IndicatorNode);
}

function checkNode(check: Check, path: Path, node: IndicatorNode): void {
  if (node.appliesWhen !== undefined) checkCondition(check, [...path, "appliesWhen"], node.appliesWhen, false);
  if ("indicators" in node) return checkBranch(check, path, node);
  const kind = inputKind(check, node.input);
  if (kind === undefined) return check.unknown("model/unknown-input", [...path, "input"], check.inputs, node.input);
  checkCurve(check, path, node, kind);
  if (node.missing?.kind === "points") checkPoints(check, [...path, "missing", "points"], node.missing.points);
}

function checkStart(check: Check, path: Path, start: number, combine: Combine): void {
  if (combine !== "sum") check.report("model/start-unused", path, combine, start);
  else if (decimalsOf(start) > check.pointsPlaces) check.report("model/decimals", path, check.pointsPlaces, start);
}

function checkWeights(check: Check, path: Path, branch: Branch, combine: Combine): void {
  const weights: number[] = [];
  for (const [id, { weight }] of Object.entries(branch.indicators)) {
    const at = [...path, id, "weight"];
    if (combine !== "mean") {
      if (weight !== undefined) check.report("model/weight-unused", at, combine, weight);
    } else if (weight === undefined) check.report("model/weight-missing", at, null, null);
    else {
      checkWeight(check, at, weight);
      weights.push(weight);
    }
  }
  if (combine === "mean" && weights.length === Object.keys(branch.indicators).length)
    checkWeightSum(check, path, weights);
}

function checkWeight(check: Check, path: Path, weight: number): void {
  if (weight > 100) check.report("document/most", path, 100, weight);
  if (decimalsOf(weight) > MOST_WEIGHT_DECIMALS) check.report("model/decimals", path, MOST_WEIGHT_DECIMALS, weight);
}

function checkWeightSum(check: Check, path: Path, weights: readonly number[]): void {
  const sum = weightSum(weights);
  // A sum that cannot be told has a weight above 100 or of too many decimals, and that was told.
  if (!Number.isNaN(sum) && !isWholeSum(sum)) check.report("model/weights-sum", path, [1, 100], sum);
}

/** A sum may reach as far as its children together; it is published before it is clamped away. */
function checkSumMagnitude(check: Check, path: Path, branch: Branch): void {
  const widest = Math.max(...check.range.map(Math.abs));
  const reach = Object.values(branch.indicators).reduce(
    (sum, node) => sum + ("indicators" in node ? widest : widestOf(curvePoints(node.curve), widest)),
    Math.abs(branch.start ?? 0),
  );
  checkMagnitude(check, path, reach, Math.max(check.pointsPlaces, check.scorePlaces));
}

function widestOf(points: readonly number[], least: number): number {
  return points.reduce((widest, each) => Math.max(widest, Math.abs(each)), least);
}

import { type Child, type Combined, combineChildren, type Scale } from "./combine.ts";
import { evaluate, type Readable } from "./condition.ts";
import { type Leaf, leavesWithin } from "./coverage.ts";
import { greatestPoints, leastPoints, pointsOf } from "./curve.ts";
import type { Dimension, Group, Indicator, Parent } from "./document.ts";
import { type Exact, exact, fraction, ONE, plainNumberOrNull, round } from "./exact.ts";
import { plainValue } from "./record.ts";
import type { Issue, NodeCard, PlainValue, State } from "./scorecard.ts";
import { happened } from "./trace.ts";

export interface Surroundings {
  readable: Readable;
  scale: Scale;
  issues: Issue[];
}

/** A node worked out, before its parent has given it a share. */
interface Node {
  state: State;
  points: Exact | null;
  leaves: Leaf[];
  below: { input: PlainValue } | { rounding: number | null; indicators: Record<string, NodeCard> };
}

export interface Branch {
  base: Exact | null;
  rounding: Exact | null;
  leaves: Leaf[];
  indicators: Record<string, NodeCard>;
}

export function evaluateDimension(dimension: Dimension, path: string, around: Surroundings): Branch {
  const { combined, leaves, indicators } = evaluateChildren(dimension, path, true, around.scale.score, around);
  return { base: combined.points, rounding: combined.rounding, leaves, indicators };
}

function evaluateChildren(
  parent: Parent,
  path: string,
  isApplicable: boolean,
  places: number,
  around: Surroundings,
): { combined: Combined; leaves: Leaf[]; indicators: Record<string, NodeCard> } {
  const nodes = new Map<string, Node>();
  const children: Child[] = [];
  const leaves: Leaf[] = [];
  for (const [id, child] of Object.entries(parent.indicators)) {
    const node = evaluateNode(child, `${path}.indicators.${id}`, isApplicable, around);
    const weight = child.weight === undefined ? null : exact(child.weight);
    nodes.set(id, node);
    children.push({ id, points: node.points, weight });
    leaves.push(...leavesWithin(parent, id, node.leaves));
  }
  const combined = combineChildren(parent, children, places, around.scale);
  const indicators: Record<string, NodeCard> = {};
  for (const [id, node] of nodes) {
    const part = combined.parts.get(id);
    indicators[id] = {
      ...node.below,
      points: plainNumberOrNull(node.points),
      state: node.state,
      share: plainNumberOrNull(part?.share ?? null),
      contribution: plainNumberOrNull(part?.contribution ?? null),
    } as NodeCard;
  }
  return { combined, leaves, indicators };
}

function evaluateNode(node: Indicator | Group, path: string, isParentApplicable: boolean, around: Surroundings): Node {
  // Only a false `appliesWhen` takes a node out; unknown counts as applicable.
  const applies = node.appliesWhen === undefined || evaluate(node.appliesWhen, around.readable);
  if (applies === null) happened("appliesWhen unknown");
  const isApplicable = isParentApplicable && applies !== false;
  return "indicators" in node
    ? evaluateGroup(node, path, isApplicable, around)
    : evaluateIndicator(node, path, isApplicable, around);
}

function evaluateGroup(group: Group, path: string, isApplicable: boolean, around: Surroundings): Node {
  const { combined, leaves, indicators } = evaluateChildren(group, path, isApplicable, around.scale.points, around);
  const below = { rounding: plainNumberOrNull(combined.rounding), indicators };
  return { state: stateOfGroup(leaves, combined.points), points: combined.points, leaves, below };
}

/** A false `appliesWhen` of the group or above has made all its leaves not applicable already. */
function stateOfGroup(leaves: Leaf[], points: Exact | null): State {
  if (leaves.every((leaf) => !leaf.isApplicable)) return "not-applicable";
  return points === null ? "missing" : "answered";
}

function evaluateIndicator(indicator: Indicator, path: string, isApplicable: boolean, around: Surroundings): Node {
  const value = around.readable.input(indicator.input);
  const state = !isApplicable ? "not-applicable" : value === null ? "missing" : "answered";
  return {
    state,
    points: pointsOfIndicator(indicator, state, path, around),
    leaves: [{ weight: fraction(ONE), isApplicable, isAnswered: state === "answered" }],
    below: { input: plainValue(value) },
  };
}

function pointsOfIndicator(indicator: Indicator, state: State, path: string, around: Surroundings): Exact | null {
  if (state === "not-applicable") return null;
  if (state === "missing") return answerToMissing(indicator, path, around.issues);
  const value = around.readable.input(indicator.input);
  const points = pointsOf(indicator.curve, value as NonNullable<typeof value>);
  if (points === null) {
    around.issues.push({ path, why: "a category the lookup does not list" });
    return null;
  }
  return round(points, around.scale.points, "points");
}

function answerToMissing(indicator: Indicator, path: string, issues: Issue[]): Exact | null {
  const missing = indicator.missing ?? { kind: "reject" };
  happened(`missing answered by ${missing.kind}`);
  switch (missing.kind) {
    case "reject":
      issues.push({ path, why: "missing" });
      return null;
    case "exclude":
      return null;
    case "points":
      return exact(missing.points);
    case "worst":
      return leastPoints(indicator.curve);
    case "best":
      return greatestPoints(indicator.curve);
  }
}

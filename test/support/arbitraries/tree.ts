import fc from "fast-check";
import type { Combine, Dimension, Group, Indicator, Missing, Parent } from "../../reference/document.ts";
import { picked, type Spot, sometimes, spot, TOWARDS_FIRST, withoutUndefined } from "./choice.ts";
import { buildCondition, type ConditionChoice, conditionChoice, type Subjects } from "./conditions.ts";
import { buildCurve, type CurveChoices, curveChoices, directionOf, type PointsWindow } from "./curves.ts";
import { NODE_NAMES, nameAt } from "./names.ts";
import { numberOn, type Scale } from "./scale.ts";
import { buildWeights, type WeightChoices, weightChoices } from "./weights.ts";

interface IndicatorChoice {
  kind: "indicator";
  input: number;
  curve: CurveChoices;
  missing: Missing["kind"] | undefined;
  missingPoints: Spot;
  appliesWhen: ConditionChoice | undefined;
  isMonotone: boolean;
  reason: string | undefined;
}
interface GroupChoice {
  kind: "group";
  parent: ParentChoice;
  appliesWhen: ConditionChoice | undefined;
}
type NodeChoice = IndicatorChoice | GroupChoice;

export interface ParentChoice {
  combine: Combine | undefined;
  start: Spot | undefined;
  weights: WeightChoices;
  children: NodeChoice[];
}

/** Names and leaves are counted over the whole document: names never repeat, and a model stays of moderate size. */
export interface TreeSurroundings {
  subjects: Subjects;
  scale: Scale;
  nodeCount: number;
  leavesLeft: number;
}

export function parentChoice(depth = 3): fc.Arbitrary<ParentChoice> {
  return fc.record({
    combine: fc.oneof(
      TOWARDS_FIRST,
      { weight: 4, arbitrary: fc.constantFrom<(Combine | undefined)[]>(undefined, "mean") },
      { weight: 3, arbitrary: fc.constantFrom<Combine[]>("sum", "product", "min", "max") },
    ),
    start: sometimes(spot(), { oneIn: 2 }),
    weights: weightChoices(),
    children: fc.array(nodeChoice(depth - 1), { minLength: 1, maxLength: 3 }),
  });
}

function nodeChoice(depth: number): fc.Arbitrary<NodeChoice> {
  if (depth === 0) return indicatorChoice();
  const group = fc.record({
    kind: fc.constant("group" as const),
    parent: parentChoice(depth),
    appliesWhen: sometimes(conditionChoice(), { oneIn: 5 }),
  });
  return fc.oneof(TOWARDS_FIRST, { weight: 4, arbitrary: indicatorChoice() }, { weight: 1, arbitrary: group });
}

function indicatorChoice(): fc.Arbitrary<NodeChoice> {
  return fc.record({
    kind: fc.constant("indicator" as const),
    input: fc.nat({ max: 23 }),
    curve: curveChoices(),
    missing: fc.oneof(
      TOWARDS_FIRST,
      { weight: 4, arbitrary: fc.constant("exclude" as const) },
      { weight: 5, arbitrary: fc.constantFrom("points" as const, "worst", "best") },
      { weight: 2, arbitrary: fc.constantFrom("reject" as const, undefined) },
    ),
    missingPoints: spot(),
    appliesWhen: sometimes(conditionChoice(), { oneIn: 7 }),
    isMonotone: fc.boolean(),
    reason: sometimes(fc.constantFrom("R01", "low-spend"), { oneIn: 6 }),
  });
}

export function buildDimension(
  choice: ParentChoice,
  weight: number,
  caps: { bonusCap: number | undefined; deductionCap: number | undefined },
  around: TreeSurroundings,
): Dimension {
  const parent = buildParent(choice, wholeRange(around), around);
  return withoutUndefined({ weight, ...caps, ...parent }) as Dimension;
}

function wholeRange({ scale }: TreeSurroundings): PointsWindow {
  return { low: scale.low, high: scale.high, places: scale.points };
}

function buildParent(choice: ParentChoice, window: PointsWindow, around: TreeSurroundings): Parent {
  const combine = choice.combine ?? "mean";
  const children = choice.children.filter((_, index) => index === 0 || around.leavesLeft > index);
  const weights = combine === "mean" ? buildWeights(children.length, choice.weights) : [];
  const within = windowOf(combine, window, children.length);
  const indicators: Parent["indicators"] = {};
  children.forEach((child, index) => {
    const id = nameAt(NODE_NAMES, around.nodeCount);
    around.nodeCount += 1;
    indicators[id] = buildNode(child, weights[index], within, around);
  });
  const start =
    combine === "sum" && choice.start !== undefined
      ? numberOn(within, choice.start, Math.min(around.scale.points, around.scale.score))
      : undefined;
  return withoutUndefined({ combine: choice.combine, start, indicators }) as Parent;
}

/** Narrow enough that sums and products are not always clamped, wide enough that they sometimes are. */
function windowOf(combine: Combine, { low, high, places }: PointsWindow, count: number): PointsWindow {
  if (combine === "sum") {
    return low < 0
      ? { low: low / count, high: high / count, places }
      : { low, high: low + ((high - low) * 1.2) / (count + 0.2), places };
  }
  if (combine === "product" && high >= 10) return { low: Math.max(low, -10), high: 10, places };
  return { low, high, places };
}

function buildNode(
  choice: NodeChoice,
  weight: number | undefined,
  window: PointsWindow,
  around: TreeSurroundings,
): Indicator | Group {
  const appliesWhen = choice.appliesWhen && buildCondition(choice.appliesWhen, around.subjects);
  if (choice.kind === "group") {
    const parent = buildParent(choice.parent, window, around);
    return withoutUndefined({ weight, appliesWhen, ...parent }) as Group;
  }
  around.leavesLeft -= 1;
  const readable = around.subjects.inputs.filter((each) => each.kind !== "date");
  const input = picked(readable, choice.input);
  const curve = buildCurve(input, choice.curve, window);
  const direction = choice.isMonotone ? directionOf(curve) : null;
  return withoutUndefined({
    input: input.id,
    weight,
    curve,
    missing: buildMissing(choice, window),
    appliesWhen,
    monotone: direction ?? undefined,
    reason: choice.reason,
  }) as Indicator;
}

function buildMissing(choice: IndicatorChoice, window: PointsWindow): Missing | undefined {
  if (choice.missing === undefined) return undefined;
  if (choice.missing !== "points") return { kind: choice.missing };
  return { kind: "points", points: numberOn(window, choice.missingPoints, window.places) };
}

import type { Condition, Indicator, ModelDocument, Parent } from "../../reference/document.ts";

/** Every numeric constant an input is compared with: knots, band starts and tests. */
export function numericConstants(document: ModelDocument, id: string): number[] {
  const fromCurves = indicatorsReading(document, id).flatMap(({ curve }) => {
    if (curve.kind === "linear") return curve.knots.map(([x]) => x);
    if (curve.kind !== "bands") return [];
    return curve.bands.flatMap((band) => band.from ?? band.above ?? []);
  });
  const fromTests = testConstants(document, id).filter((each) => typeof each === "number");
  return [...new Set([...fromCurves, ...(fromTests as number[])])];
}

export function indicatorsReading(document: ModelDocument, id: string): Indicator[] {
  const below = (parent: Parent): Indicator[] =>
    Object.values(parent.indicators).flatMap((node) =>
      "indicators" in node ? below(node) : node.input === id ? [node] : [],
    );
  return Object.values(document.dimensions).flatMap(below);
}

export function testConstants(document: ModelDocument, id: string): unknown[] {
  return conditionsOf(document).flatMap((condition) => constantsIn(condition, id));
}

function conditionsOf(document: ModelDocument): Condition[] {
  const inTree = (parent: Parent): Condition[] =>
    Object.values(parent.indicators).flatMap((node) => [
      ...(node.appliesWhen ? [node.appliesWhen] : []),
      ...("indicators" in node ? inTree(node) : []),
    ]);
  return [
    ...Object.values(document.dimensions).flatMap(inTree),
    ...(document.bonuses ?? []).flatMap((bonus) => bonus.when ?? []),
    ...(document.gates ?? []).map((gate) => gate.when),
  ];
}

function constantsIn(condition: Condition, id: string): unknown[] {
  if ("all" in condition) return condition.all.flatMap((part) => constantsIn(part, id));
  if ("any" in condition) return condition.any.flatMap((part) => constantsIn(part, id));
  if ("not" in condition) return constantsIn(condition.not, id);
  if (!("input" in condition) || condition.input !== id) return [];
  const { input: _, exists: __, ...operators } = condition;
  return Object.values(operators).flat();
}

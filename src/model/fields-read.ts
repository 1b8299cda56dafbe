import { testsIn } from "../condition/tests-in.ts";
import { fieldsRead as fieldsOfMeasure } from "../measure/measure-form.ts";
import type { Branch, Condition, IndicatorNode, Model } from "../schema/model-document.ts";

/** The fields that a model reads: as an indicator's input, in a measure, in a condition. A declared field may be unread. */
export function fieldsRead(model: Model): readonly string[] {
  const inputs = new Set<string>();
  for (const measure of Object.values(model.measures ?? {})) for (const id of fieldsOfMeasure(measure)) inputs.add(id);
  for (const dimension of Object.values(model.dimensions)) readBranch(dimension, inputs);
  for (const { when } of [...(model.bonuses ?? []), ...(model.gates ?? [])]) readCondition(when, inputs);
  return Object.keys(model.fields).filter((id) => inputs.has(id));
}

function readBranch({ indicators }: Branch, inputs: Set<string>): void {
  for (const node of Object.values(indicators)) readNode(node, inputs);
}

function readNode(node: IndicatorNode, inputs: Set<string>): void {
  readCondition(node.appliesWhen, inputs);
  if ("indicators" in node) readBranch(node, inputs);
  else inputs.add(node.input);
}

function readCondition(condition: Condition | undefined, inputs: Set<string>): void {
  for (const test of testsIn(condition)) if ("input" in test) inputs.add(test.input);
}

import { testsIn } from "../../condition/tests-in.ts";
import type { Slot } from "../../core/slots.ts";
import type { Branch, Condition, IndicatorNode, Model } from "../../schema/model-document.ts";

/** What an open category may become: the values that the model names, and one that it does not; to it all others are alike. */
export function openValues(field: string, from: Slot, model: Model): readonly string[] {
  const named = namedValues(field, model);
  if (typeof from === "string" && !named.includes(from)) return named;
  let other = "other";
  while (named.includes(other)) other += "-";
  return [...named, other];
}

/** The values that lookups and conditions name, in the order of the model. */
function namedValues(field: string, model: Model): readonly string[] {
  const values = new Set<string>();
  const inCondition = (condition: Condition | undefined): void => {
    for (const test of testsIn(condition)) {
      if (!("input" in test) || test.input !== field) continue;
      for (const value of [test.eq, test.ne, ...(test.in ?? []), ...(test.notIn ?? [])]) {
        if (typeof value === "string") values.add(value);
      }
    }
  };
  const inNode = (node: IndicatorNode): void => {
    inCondition(node.appliesWhen);
    if ("indicators" in node) inBranch(node);
    else if (node.input === field && node.curve.kind === "lookup") {
      for (const value of Object.keys(node.curve.points)) values.add(value);
    }
  };
  const inBranch = ({ indicators }: Branch): void => Object.values(indicators).forEach(inNode);
  Object.values(model.dimensions).forEach(inBranch);
  for (const { when } of [...(model.bonuses ?? []), ...(model.gates ?? [])]) inCondition(when);
  return [...values];
}

import type { Branch, Condition, Indicator, InputTest, Model, ScoreTest } from "../schema/model-document.ts";

/** Everything in a model that reads inputs, but its measures. */
export interface ModelParts {
  /** In document order, those inside groups included. */
  readonly indicators: readonly Indicator[];
  /** The single tests of all conditions: of indicators and groups, bonuses and gates. */
  readonly tests: readonly (InputTest | ScoreTest)[];
}

export function partsOf(model: Model): ModelParts {
  const indicators: Indicator[] = [];
  const tests: (InputTest | ScoreTest)[] = [];
  for (const dimension of Object.values(model.dimensions)) collect(dimension, indicators, tests);
  for (const { when } of [...(model.bonuses ?? []), ...(model.gates ?? [])]) collectTests(when, tests);
  return { indicators, tests };
}

function collect(branch: Branch, indicators: Indicator[], tests: (InputTest | ScoreTest)[]): void {
  for (const node of Object.values(branch.indicators)) {
    collectTests(node.appliesWhen, tests);
    if ("indicators" in node) collect(node, indicators, tests);
    else indicators.push(node);
  }
}

function collectTests(condition: Condition | undefined, tests: (InputTest | ScoreTest)[]): void {
  if (condition === undefined) return;
  if ("all" in condition) for (const each of condition.all) collectTests(each, tests);
  else if ("any" in condition) for (const each of condition.any) collectTests(each, tests);
  else if ("not" in condition) collectTests(condition.not, tests);
  else tests.push(condition);
}

import { testsIn } from "../condition/tests-in.ts";
import type { Branch, Indicator, InputTest, Model, ScoreTest } from "../schema/model-document.ts";

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
  for (const { when } of [...(model.bonuses ?? []), ...(model.gates ?? [])]) tests.push(...testsIn(when));
  return { indicators, tests };
}

function collect(branch: Branch, indicators: Indicator[], tests: (InputTest | ScoreTest)[]): void {
  for (const node of Object.values(branch.indicators)) {
    tests.push(...testsIn(node.appliesWhen));
    if ("indicators" in node) collect(node, indicators, tests);
    else indicators.push(node);
  }
}

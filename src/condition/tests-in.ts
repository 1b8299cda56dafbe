import type { Condition, InputTest, ScoreTest } from "../schema/model-document.ts";

/** Every test in a condition, in order; none where there is no condition. */
export function testsIn(condition: Condition | undefined): readonly (InputTest | ScoreTest)[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(testsIn);
  if ("any" in condition) return condition.any.flatMap(testsIn);
  return "not" in condition ? testsIn(condition.not) : [condition];
}

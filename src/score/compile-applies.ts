import { compileCondition, type Evaluate } from "../condition/compile-condition.ts";
import type { Indicator } from "../schema/model-document.ts";
import type { TreeContext } from "./tree.ts";

/** An `appliesWhen` as a function of the slots; `null` without one, which is always true. */
export function compileApplies(condition: Indicator["appliesWhen"], context: TreeContext): Evaluate | null {
  return condition === undefined ? null : compileCondition(condition, context.resolve);
}

import { compileCondition, type Evaluate } from "../condition/compile-condition.ts";
import { TRUE } from "../condition/truth.ts";
import type { Indicator } from "../schema/model-document.ts";
import type { TreeContext } from "./tree.ts";

const ALWAYS: Evaluate = () => TRUE;

/** An `appliesWhen` as a function of the slots; without one, always true. */
export function compileApplies(condition: Indicator["appliesWhen"], context: TreeContext): Evaluate {
  return condition === undefined ? ALWAYS : compileCondition(condition, context.resolve);
}

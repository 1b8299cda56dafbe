import type { Condition, Constant, Operator, Test } from "./document.ts";
import { exact } from "./exact.ts";
import type { Value } from "./record.ts";
import { happened } from "./trace.ts";

/** Kleene's three values; null is unknown. */
export type Truth = true | false | null;

/** What a test reads: the published value of an input, or a score. */
export interface Readable {
  input: (id: string) => Value;
  score: (id: string) => Value;
}

export function evaluate(condition: Condition, readable: Readable): Truth {
  if ("all" in condition) {
    const truths = condition.all.map((part) => evaluate(part, readable));
    if (truths.includes(false)) return false;
    return truths.includes(null) ? null : true;
  }
  if ("any" in condition) {
    const truths = condition.any.map((part) => evaluate(part, readable));
    if (truths.includes(true)) return true;
    return truths.includes(null) ? null : false;
  }
  if ("not" in condition) {
    const truth = evaluate(condition.not, readable);
    return truth === null ? null : !truth;
  }
  return evaluateTest(condition, readable);
}

function evaluateTest(test: Test, readable: Readable): Truth {
  const value = "score" in test ? readable.score(test.score) : readable.input(test.input);
  const operator = OPERATORS.find((name) => test[name] !== undefined);
  if (operator === undefined) throw new Error("a test without an operator is not well-formed");
  const constant = test[operator] as Constant | Constant[];
  if (operator === "exists") return (value !== null) === constant;
  if (value === null) return null;
  const list = Array.isArray(constant) ? constant : [constant];
  const order = list.map((each) => compare(value, each));
  if (order.includes(0)) happened(`boundary ${operator}`);
  const first = order[0] as number;
  switch (operator) {
    case "eq":
      return first === 0;
    case "ne":
      return first !== 0;
    case "lt":
      return first < 0;
    case "lte":
      return first <= 0;
    case "gt":
      return first > 0;
    case "gte":
      return first >= 0;
    case "in":
      return order.includes(0);
    case "notIn":
      return !order.includes(0);
    case "between":
      return first >= 0 && (order[1] as number) <= 0;
  }
}

const OPERATORS: readonly Operator[] = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between", "exists"];

/** Below, at or above the constant: −1, 0, 1. ISO days compare as text. */
function compare(value: Exclude<Value, null>, constant: Constant): number {
  if (typeof value === "object") return value.comparedTo(exact(constant as number));
  if (value === constant) return 0;
  return value < constant ? -1 : 1;
}

import { operatorOf } from "../condition/compile-condition.ts";
import { unreachable } from "../core/unreachable.ts";
import type { Condition, InputTest, Operator } from "../schema/model-document.ts";
import { numberText } from "./decimal-text.ts";
import { element, type WrittenElement } from "./write-xml.ts";

/**
 * A condition of inputs as a predicate. PMML has no `not`: it goes down to the tests, which leaves what is unknown
 * unknown.
 */
export function writeCondition(condition: Condition, isNegated = false): WrittenElement {
  if ("not" in condition) return writeCondition(condition.not, !isNegated);
  if ("all" in condition) return compound(isNegated ? "or" : "and", partsOf(condition.all, isNegated));
  if ("any" in condition) return compound(isNegated ? "and" : "or", partsOf(condition.any, isNegated));
  if ("score" in condition) return unreachable("a test of a score outside gates");
  return writeTest(condition, isNegated);
}

function partsOf(conditions: readonly Condition[], isNegated: boolean): readonly WrittenElement[] {
  return conditions.map((each) => writeCondition(each, isNegated));
}

/** Predicates joined; one alone stands for itself. */
export function compound(operator: "and" | "or", predicates: readonly WrittenElement[]): WrittenElement {
  const [only] = predicates;
  if (only !== undefined && predicates.length === 1) return only;
  return element("CompoundPredicate", { booleanOperator: operator }, predicates);
}

export function simple(field: string, operator: string, value?: string | number | boolean): WrittenElement {
  return element("SimplePredicate", { field, operator, value: typeof value === "number" ? numberText(value) : value });
}

type Write = (field: string, constant: unknown) => WrittenElement;

/** Each operator, and the same negated. */
const OPERATORS = {
  eq: [comparison("equal"), comparison("notEqual")],
  ne: [comparison("notEqual"), comparison("equal")],
  lt: [comparison("lessThan"), comparison("greaterOrEqual")],
  lte: [comparison("lessOrEqual"), comparison("greaterThan")],
  gt: [comparison("greaterThan"), comparison("lessOrEqual")],
  gte: [comparison("greaterOrEqual"), comparison("lessThan")],
  in: [among("equal", "or"), among("notEqual", "and")],
  notIn: [among("notEqual", "and"), among("equal", "or")],
  between: [range("greaterOrEqual", "lessOrEqual", "and"), range("lessThan", "greaterThan", "or")],
  exists: [presence(true), presence(false)],
} satisfies { readonly [K in Operator]: readonly [plain: Write, negated: Write] };

function writeTest(test: InputTest, isNegated: boolean): WrittenElement {
  const operator = operatorOf(test);
  return OPERATORS[operator][isNegated ? 1 : 0](test.input, test[operator]);
}

function comparison(operator: string): Write {
  return (field, constant) => simple(field, operator, constant as string | number | boolean);
}

/** Each value by itself: in an array of PMML blanks, quotes and backslashes are read differently by engines. */
function among(operator: "equal" | "notEqual", join: "or" | "and"): Write {
  return (field, constants) =>
    compound(
      join,
      (constants as readonly (string | number)[]).map((constant) => simple(field, operator, constant)),
    );
}

function range(low: string, high: string, join: "or" | "and"): Write {
  return (field, bounds) => {
    const [least, most] = bounds as readonly [number | string, number | string];
    return compound(join, [simple(field, low, least), simple(field, high, most)]);
  };
}

function presence(isThere: boolean): Write {
  return (field, exists) => simple(field, (exists === true) === isThere ? "isNotMissing" : "isMissing");
}

/** The inputs that a condition tests. */
export function inputsOf(condition: Condition): readonly string[] {
  if ("not" in condition) return inputsOf(condition.not);
  if ("all" in condition) return condition.all.flatMap(inputsOf);
  if ("any" in condition) return condition.any.flatMap(inputsOf);
  return "score" in condition ? [] : [condition.input];
}

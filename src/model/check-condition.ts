import { OPERATOR_NAMES } from "../condition/compile-condition.ts";
import type { Fact, Path } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";
import type { Condition, Field, FieldKind, InputTest, Operator, ScoreTest } from "../schema/model-document.ts";
import { type Check, inputKind } from "./report.ts";

const FORMS = ["all", "any", "not", "input", "score"] as const;

/** The kinds a test can look at: those of fields, and scores. */
type Tested = FieldKind | "score";

/** The operators each kind takes, with how their constants are called. */
const OPERATORS_OF: { readonly [K in Tested]: readonly Operator[] } = {
  number: OPERATOR_NAMES,
  date: OPERATOR_NAMES,
  category: ["eq", "ne", "in", "notIn", "exists"],
  boolean: ["eq", "ne", "exists"],
  score: ["eq", "ne", "lt", "lte", "gt", "gte", "between", "exists"],
};

const OPERANDS = {
  number: { expected: "a number", fits: (constant: unknown) => typeof constant === "number" },
  score: { expected: "a number", fits: (constant: unknown) => typeof constant === "number" },
  date: {
    expected: "a day of the calendar written YYYY-MM-DD",
    fits: (constant: unknown) => typeof constant === "string" && readDate(constant) !== null,
  },
  category: { expected: "a text", fits: (constant: unknown) => typeof constant === "string" },
  boolean: { expected: "true or false", fits: (constant: unknown) => typeof constant === "boolean" },
} satisfies { readonly [K in Tested]: { readonly expected: string; readonly fits: (constant: unknown) => boolean } };

/**
 * A condition: one form at each level, known inputs, operators and constants of the input's kind. Scores are tested in
 * gates only.
 */
export function checkCondition(check: Check, path: Path, condition: Condition, mayTestScores: boolean): void {
  const keys = condition as { readonly [key: string]: unknown };
  const forms = FORMS.filter((form) => keys[form] !== undefined);
  const operators = OPERATOR_NAMES.filter((operator) => keys[operator] !== undefined);
  if (forms.length !== 1) return check.report("model/condition-form", path, FORMS, forms);
  const isTest = forms[0] === "input" || forms[0] === "score";
  if (isTest ? operators.length !== 1 : operators.length !== 0) {
    return isTest
      ? check.report("model/condition-form", path, OPERATOR_NAMES, operators)
      : check.report("model/condition-form", path, FORMS, [...forms, ...operators]);
  }
  if ("all" in condition) return each(check, [...path, "all"], condition.all, mayTestScores);
  if ("any" in condition) return each(check, [...path, "any"], condition.any, mayTestScores);
  if ("not" in condition) return checkCondition(check, [...path, "not"], condition.not, mayTestScores);
  const operator = operators[0] as Operator;
  return "score" in condition
    ? checkScoreTest(check, path, condition, operator, mayTestScores)
    : checkInputTest(check, path, condition as InputTest, operator);
}

function each(check: Check, path: Path, conditions: readonly Condition[], mayTestScores: boolean): void {
  conditions.forEach((condition, i) => {
    checkCondition(check, [...path, i], condition, mayTestScores);
  });
}

function checkScoreTest(check: Check, path: Path, test: ScoreTest, operator: Operator, mayTestScores: boolean): void {
  if (!mayTestScores) return check.report("model/score-test", [...path, "score"], null, test.score);
  if (!check.scores.has(test.score)) {
    return check.unknown("model/unknown-score", [...path, "score"], check.scores, test.score);
  }
  checkOperator(check, path, test, operator, "score", undefined);
}

function checkInputTest(check: Check, path: Path, test: InputTest, operator: Operator): void {
  const kind = inputKind(check, test.input);
  if (kind === undefined) {
    return check.unknown("model/unknown-input", [...path, "input"], check.inputs, test.input);
  }
  checkOperator(check, path, test, operator, kind, check.field(test.input));
}

function checkOperator(
  check: Check,
  path: Path,
  test: InputTest | ScoreTest,
  operator: Operator,
  kind: Tested,
  field: Field | undefined,
): void {
  if (!OPERATORS_OF[kind].includes(operator)) {
    return check.report("model/operator", [...path, operator], OPERATORS_OF[kind], operator);
  }
  if (operator === "exists") return;
  const { expected, fits } = OPERANDS[kind];
  const constants: readonly unknown[] = Array.isArray(test[operator])
    ? (test[operator] as unknown[])
    : [test[operator]];
  const isList = Array.isArray(test[operator]);
  const values = check.valuesOf(field);
  constants.forEach((constant, i) => {
    const at = isList ? [...path, operator, i] : [...path, operator];
    if (!fits(constant)) check.report("model/operand", at, expected, constant);
    else if (values !== undefined && !values.has(constant as string)) {
      check.unknown("model/unknown-value", at, values, constant as string);
    }
  });
  if (operator === "between" && (constants[0] as number) > (constants[1] as number)) {
    check.report("model/bounds", [...path, "between", 0], constants[1] as Fact, constants[0]);
  }
}

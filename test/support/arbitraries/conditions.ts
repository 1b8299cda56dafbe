import fc from "fast-check";
import type { Condition, Constant, Operator, Test } from "../../reference/document.ts";
import { type DayChoice, dayChoice, dayOf } from "./calendar-days.ts";
import { picked, type Spot, spot, TOWARDS_FIRST, unitsAt } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";
import type { Input, NumericDomain } from "./inputs.ts";
import { numberOn, type Scale } from "./scale.ts";

interface TestChoice {
  kind: "test";
  isScore: boolean;
  subject: number;
  operator: number;
  spots: Spot[];
  days: DayChoice[];
  picks: number[];
  isTrue: boolean;
  isFiner: boolean;
}
export type ConditionChoice =
  | TestChoice
  | { kind: "all" | "any"; parts: ConditionChoice[] }
  | { kind: "not"; part: ConditionChoice };

/** What a condition may speak of; scores only in gates. */
export interface Subjects {
  inputs: readonly Input[];
  scores: readonly string[];
  scale: Scale;
}

export function conditionChoice(depth = 2): fc.Arbitrary<ConditionChoice> {
  if (depth === 0) return testChoice();
  const part = conditionChoice(depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    TOWARDS_FIRST,
    { weight: 7, arbitrary: testChoice() },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("all" as const), parts }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("any" as const), parts }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("not" as const), part }) },
  );
}

function testChoice(): fc.Arbitrary<ConditionChoice> {
  return fc.record({
    kind: fc.constant("test" as const),
    isScore: fc.boolean(),
    subject: fc.nat({ max: 23 }),
    operator: fc.nat({ max: 9 }),
    spots: fc.array(spot(), { minLength: 3, maxLength: 3 }),
    days: fc.array(dayChoice(), { minLength: 3, maxLength: 3 }),
    picks: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
    isTrue: fc.boolean(),
    isFiner: fc.integer({ min: 0, max: 14 }).map((each) => each === 14),
  });
}

const ORDERED: readonly Operator[] = ["gte", "lt", "eq", "ne", "lte", "gt", "between", "in", "notIn", "exists"];
const OPERATORS: Record<Input["kind"] | "score", readonly Operator[]> = {
  number: ORDERED,
  date: ORDERED,
  category: ["eq", "in", "ne", "notIn", "exists"],
  boolean: ["eq", "ne", "exists"],
  score: ORDERED.filter((operator) => operator !== "in" && operator !== "notIn"),
};

export function buildCondition(choice: ConditionChoice, subjects: Subjects): Condition {
  switch (choice.kind) {
    case "all":
      return { all: choice.parts.map((part) => buildCondition(part, subjects)) };
    case "any":
      return { any: choice.parts.map((part) => buildCondition(part, subjects)) };
    case "not":
      return { not: buildCondition(choice.part, subjects) };
    case "test":
      return buildTest(choice, subjects);
  }
}

function buildTest(choice: TestChoice, subjects: Subjects): Condition {
  if (choice.isScore && subjects.scores.length > 0) {
    const { scale } = subjects;
    const constants = choice.spots.map((at) => numberOn(scale, at, scale.score));
    const subject = { score: picked(subjects.scores, choice.subject) };
    return testOf(subject, picked(OPERATORS.score, choice.operator), constants, choice);
  }
  const input = picked(subjects.inputs, choice.subject);
  const operator = picked(OPERATORS[input.kind], choice.operator);
  return testOf({ input: input.id }, operator, constantsFor(input, choice), choice);
}

function testOf(
  subject: { input: string } | { score: string },
  operator: Operator,
  constants: Constant[],
  choice: TestChoice,
): Condition {
  return { ...subject, [operator]: constantOf(operator, constants, choice) } as Test;
}

function constantOf(operator: Operator, constants: Constant[], choice: TestChoice): Constant | Constant[] {
  if (operator === "exists") return choice.isTrue;
  if (operator === "in" || operator === "notIn") {
    return [...new Set(constants.slice(0, choice.picks.length))];
  }
  if (operator === "between") {
    return constants.slice(0, 2).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  return constants[0] as Constant;
}

function constantsFor(input: Input, choice: TestChoice): Constant[] {
  switch (input.kind) {
    case "number":
      return choice.spots.map((at) => constantOn(input.domain, at, choice.isFiner));
    case "date":
      return choice.days.map(dayOf);
    case "category":
      return [0, 1, 2].map((turn) => picked(input.values, (choice.picks[turn] ?? turn) + turn));
    case "boolean":
      return [choice.isTrue];
  }
}

/** A finer constant lies half a unit off: no published value equals it, and comparisons must not round it. */
export function constantOn(domain: NumericDomain, at: Spot, isFiner: boolean): number {
  const units = unitsAt(at, domain.low, domain.high);
  const isSafe = Math.abs(units) < 1e13;
  return isFiner && isSafe ? numberOfUnits(units * 10 + 5, domain.places + 1) : numberOfUnits(units, domain.places);
}

import { readDate } from "../core/plain-date.ts";
import type { Slot, Slots } from "../core/slots.ts";
import { unreachable } from "../core/unreachable.ts";
import type { Condition, InputTest, Operator, ScoreTest } from "../schema/model-document.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./truth.ts";

export type Evaluate = (slots: Slots) => Truth;

/** Where a tested input or score stands, and whether its constants are dates. */
export interface TestedSlot {
  readonly slot: number;
  readonly isDate: boolean;
}
export type Resolve = (of: "input" | "score", id: string) => TestedSlot;

/** A checked condition as a function of the slots. Cost: the number of its tests. */
export function compileCondition(condition: Condition, resolve: Resolve): Evaluate {
  if ("all" in condition) {
    const parts = condition.all.map((each) => compileCondition(each, resolve));
    return (slots) => {
      let least: Truth = TRUE;
      for (const part of parts) least = Math.min(least, part(slots)) as Truth;
      return least;
    };
  }
  if ("any" in condition) {
    const parts = condition.any.map((each) => compileCondition(each, resolve));
    return (slots) => {
      let greatest: Truth = FALSE;
      for (const part of parts) greatest = Math.max(greatest, part(slots)) as Truth;
      return greatest;
    };
  }
  if ("not" in condition) {
    const part = compileCondition(condition.not, resolve);
    return (slots) => (TRUE - part(slots)) as Truth;
  }
  return compileTest(condition, resolve);
}

/** The one operator of a checked test. */
export function operatorOf(test: InputTest | ScoreTest): Operator {
  for (const operator of OPERATOR_NAMES) if (test[operator] !== undefined) return operator;
  return unreachable("a test without an operator");
}

type Check = (value: Slot) => boolean;

/** What each operator asks of a value that is there; the constant is already on the value's own scale. */
const OPERATORS = {
  eq: (constant) => (value) => value === constant,
  ne: (constant) => (value) => value !== constant,
  lt: (constant) => (value) => (value as number) < (constant as number),
  lte: (constant) => (value) => (value as number) <= (constant as number),
  gt: (constant) => (value) => (value as number) > (constant as number),
  gte: (constant) => (value) => (value as number) >= (constant as number),
  in: (constants) => {
    const listed = new Set(constants as readonly Slot[]);
    return (value) => listed.has(value);
  },
  notIn: (constants) => {
    const listed = new Set(constants as readonly Slot[]);
    return (value) => !listed.has(value);
  },
  between: (bounds) => {
    const [least, greatest] = bounds as readonly [number, number];
    return (value) => (value as number) >= least && (value as number) <= greatest;
  },
  exists: () => () => true,
} satisfies { readonly [K in Operator]: (constant: unknown) => Check };

export const OPERATOR_NAMES: readonly Operator[] = /* @__PURE__ */ Object.keys(OPERATORS) as Operator[];

function compileTest(test: InputTest | ScoreTest, resolve: Resolve): Evaluate {
  const { slot, isDate } = "input" in test ? resolve("input", test.input) : resolve("score", test.score);
  const operator = operatorOf(test);
  if (operator === "exists") {
    const isWanted = test.exists === true;
    return (slots) => ((slots[slot] !== null) === isWanted ? TRUE : FALSE);
  }
  const check = OPERATORS[operator](constantOf(test, operator, isDate));
  return (slots) => {
    const value = slots[slot] as Slot;
    return value === null ? UNKNOWN : check(value) ? TRUE : FALSE;
  };
}

/** What a test compares with, as its slot holds it: dates as day numbers. */
export function constantOf(test: InputTest | ScoreTest, operator: Operator, isDate: boolean): unknown {
  const constant: unknown = test[operator];
  if (!isDate) return constant;
  return Array.isArray(constant) ? constant.map((each) => readDate(each as string)) : readDate(constant as string);
}

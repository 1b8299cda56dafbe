import { describe, expect, it } from "vitest";
import {
  compileCondition,
  OPERATOR_NAMES,
  operatorOf,
  type Resolve,
  type TestedSlot,
} from "../../src/condition/compile-condition.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../../src/condition/truth.ts";
import { readDate } from "../../src/core/plain-date.ts";
import type { Slot } from "../../src/core/slots.ts";
import type { Condition, Operators } from "../../src/schema/model-document.ts";

const SLOTS: { readonly [id: string]: TestedSlot } = {
  "input number": { slot: 0, isDate: false },
  "input category": { slot: 1, isDate: false },
  "input boolean": { slot: 2, isDate: false },
  "input date": { slot: 3, isDate: true },
  "score total": { slot: 4, isDate: false },
};
const resolve: Resolve = (of, id) => SLOTS[`${of} ${id}`] as TestedSlot;
const day = (text: string): number => readDate(text) as number;

const truthOf = (condition: Condition, slots: Slot[]): Truth => compileCondition(condition, resolve)(slots);
const NOTHING: Slot[] = [null, null, null, null, null];

/** [operator and constant, value → truth] for every operator that a kind of input has. */
const CASES: { readonly [input: string]: readonly (readonly [Operators, readonly (readonly [Slot, Truth])[]])[] } = {
  number: [
    [
      { eq: 10 },
      [
        [10, TRUE],
        [9.9, FALSE],
      ],
    ],
    [
      { ne: 10 },
      [
        [10, FALSE],
        [9.9, TRUE],
      ],
    ],
    [
      { lt: 10 },
      [
        [9.9, TRUE],
        [10, FALSE],
        [10.1, FALSE],
      ],
    ],
    [
      { lte: 10 },
      [
        [9.9, TRUE],
        [10, TRUE],
        [10.1, FALSE],
      ],
    ],
    [
      { gt: 10 },
      [
        [9.9, FALSE],
        [10, FALSE],
        [10.1, TRUE],
      ],
    ],
    [
      { gte: 10 },
      [
        [9.9, FALSE],
        [10, TRUE],
        [10.1, TRUE],
      ],
    ],
    [
      { in: [1, 10] },
      [
        [10, TRUE],
        [1, TRUE],
        [2, FALSE],
      ],
    ],
    [
      { notIn: [1, 10] },
      [
        [10, FALSE],
        [1, FALSE],
        [2, TRUE],
      ],
    ],
    [
      { between: [1, 10] },
      [
        [0.9, FALSE],
        [1, TRUE],
        [5, TRUE],
        [10, TRUE],
        [10.1, FALSE],
      ],
    ],
  ],
  category: [
    [
      { eq: "x" },
      [
        ["x", TRUE],
        ["X", FALSE],
      ],
    ],
    [
      { ne: "x" },
      [
        ["x", FALSE],
        ["y", TRUE],
      ],
    ],
    [
      { in: ["x", "政府"] },
      [
        ["政府", TRUE],
        ["y", FALSE],
        ["toString", FALSE],
      ],
    ],
    [
      { notIn: ["x"] },
      [
        ["x", FALSE],
        ["y", TRUE],
      ],
    ],
  ],
  boolean: [
    [
      { eq: true },
      [
        [true, TRUE],
        [false, FALSE],
      ],
    ],
    [
      { eq: false },
      [
        [true, FALSE],
        [false, TRUE],
      ],
    ],
    [
      { ne: true },
      [
        [true, FALSE],
        [false, TRUE],
      ],
    ],
  ],
  date: [
    [
      { eq: "2026-03-31" },
      [
        [day("2026-03-31"), TRUE],
        [day("2026-03-30"), FALSE],
      ],
    ],
    [{ ne: "2026-03-31" }, [[day("2026-03-31"), FALSE]]],
    [
      { lt: "2026-03-31" },
      [
        [day("2026-03-30"), TRUE],
        [day("2026-03-31"), FALSE],
      ],
    ],
    [
      { gte: "2026-03-31" },
      [
        [day("2026-03-30"), FALSE],
        [day("2026-03-31"), TRUE],
      ],
    ],
    [
      { in: ["2026-03-31", "2026-04-01"] },
      [
        [day("2026-04-01"), TRUE],
        [day("2026-04-02"), FALSE],
      ],
    ],
    [
      { notIn: ["2026-03-31"] },
      [
        [day("2026-03-31"), FALSE],
        [day("2026-04-02"), TRUE],
      ],
    ],
    [
      { between: ["2026-03-01", "2026-03-31"] },
      [
        [day("2026-02-28"), FALSE],
        [day("2026-03-01"), TRUE],
        [day("2026-03-31"), TRUE],
        [day("2026-04-01"), FALSE],
      ],
    ],
  ],
};

describe.each(Object.keys(CASES))("a test of a %s", (input) => {
  const slot = (SLOTS[`input ${input}`] as TestedSlot).slot;
  const cases = CASES[input] as (typeof CASES)[string];

  it.each(cases)("%j", (test, rows) => {
    for (const [value, truth] of rows) {
      const slots = [...NOTHING];
      slots[slot] = value;
      expect(truthOf({ input, ...test }, slots), `of ${value}`).toBe(truth);
    }
  });

  it("is unknown when the input is missing, ne and notIn too", () => {
    for (const [test] of cases) expect(truthOf({ input, ...test }, NOTHING)).toBe(UNKNOWN);
  });

  it("exists is never unknown", () => {
    const there = [...NOTHING];
    there[slot] = cases[0]?.[1][0]?.[0] as Slot;
    expect(truthOf({ input, exists: true }, there)).toBe(TRUE);
    expect(truthOf({ input, exists: false }, there)).toBe(FALSE);
    expect(truthOf({ input, exists: true }, NOTHING)).toBe(FALSE);
    expect(truthOf({ input, exists: false }, NOTHING)).toBe(TRUE);
  });
});

it("zero, false and the empty place are three things", () => {
  expect(truthOf({ input: "number", exists: true }, [0])).toBe(TRUE);
  expect(truthOf({ input: "boolean", exists: true }, [null, null, false])).toBe(TRUE);
  expect(truthOf({ input: "number", eq: 0 }, [-0])).toBe(TRUE);
  expect(truthOf({ input: "number", in: [0] }, [-0])).toBe(TRUE);
});

it("a score is tested as a number, and is unknown when there is none", () => {
  const slots = [...NOTHING];
  slots[4] = 59.99;
  expect(truthOf({ score: "total", lt: 60 }, slots)).toBe(TRUE);
  expect(truthOf({ score: "total", lt: 60 }, NOTHING)).toBe(UNKNOWN);
  expect(truthOf({ score: "total", exists: false }, NOTHING)).toBe(TRUE);
});

it("the operator of a test is the one that stands there", () => {
  for (const operator of OPERATOR_NAMES) expect(operatorOf({ input: "a", [operator]: 1 })).toBe(operator);
  expect([...OPERATOR_NAMES].sort()).toEqual(
    ["eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between", "exists"].sort(),
  );
  expect(() => operatorOf({ input: "a" })).toThrow("guanxi has a defect: a test without an operator");
});

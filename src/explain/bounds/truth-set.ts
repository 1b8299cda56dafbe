import { compileCondition, constantOf, operatorOf, type Resolve } from "../../condition/compile-condition.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../../condition/truth.ts";
import type { Condition, InputTest, Operator, ScoreTest } from "../../schema/model-document.ts";
import { isSettled, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";

/** Which of the three truths a condition has for some account of a region: a bit for each. */
export type TruthSet = number;

const bit = (truth: Truth): TruthSet => 1 << truth;
const CAN_BE = { false: bit(FALSE), unknown: bit(UNKNOWN), true: bit(TRUE) };

/** A condition over regions. A set may hold a truth too many, where its tests depend on each other, and never one too few. */
export type EvaluateSet = (region: Region) => TruthSet;

export function compileTruthSet(condition: Condition, resolve: Resolve): EvaluateSet {
  if ("all" in condition) return combined(condition.all, resolve, (a, b) => extremes(a, b, atLeast));
  if ("any" in condition) return combined(condition.any, resolve, (a, b) => extremes(a, b, atMost));
  if ("not" in condition) {
    const part = compileTruthSet(condition.not, resolve);
    return (region) => mirrored(part(region));
  }
  return compileTest(condition, resolve);
}

/** Whether the condition is true. */
export function isTrue(set: TruthSet): Possibly {
  return set === CAN_BE.true ? YES : (set & CAN_BE.true) === 0 ? NO : MAYBE;
}

/** Whether it is other than false. */
export function isNotFalse(set: TruthSet): Possibly {
  return (set & CAN_BE.false) === 0 ? YES : set === CAN_BE.false ? NO : MAYBE;
}

function combined(
  parts: readonly Condition[],
  resolve: Resolve,
  join: (a: TruthSet, b: TruthSet) => TruthSet,
): EvaluateSet {
  const [first, ...rest] = parts.map((part) => compileTruthSet(part, resolve)) as [EvaluateSet, ...EvaluateSet[]];
  return (region) => rest.reduce((set, part) => join(set, part(region)), first(region));
}

const TRUTHS: readonly Truth[] = [FALSE, UNKNOWN, TRUE];
const atLeast = TRUTHS.map((truth) => TRUTHS.reduce<TruthSet>((set, t) => (t >= truth ? set | bit(t) : set), 0));
const atMost = TRUTHS.map((truth) => TRUTHS.reduce<TruthSet>((set, t) => (t <= truth ? set | bit(t) : set), 0));

/** The least (or greatest) of a truth of one set and a truth of the other: one has it, the other none beyond. */
function extremes(a: TruthSet, b: TruthSet, others: readonly TruthSet[]): TruthSet {
  let set = 0;
  for (const truth of TRUTHS) {
    const beside = others[truth] as TruthSet;
    const own = bit(truth);
    if (((a & own) !== 0 && (b & beside) !== 0) || ((b & own) !== 0 && (a & beside) !== 0)) set |= own;
  }
  return set;
}

function mirrored(set: TruthSet): TruthSet {
  return (
    (set & CAN_BE.unknown) |
    ((set & CAN_BE.true) !== 0 ? CAN_BE.false : 0) |
    ((set & CAN_BE.false) !== 0 ? CAN_BE.true : 0)
  );
}

function compileTest(test: InputTest | ScoreTest, resolve: Resolve): EvaluateSet {
  const { slot, isDate } = "input" in test ? resolve("input", test.input) : resolve("score", test.score);
  const exactly = compileCondition(test, resolve);
  const operator = operatorOf(test);
  if (operator === "exists") {
    const isWanted = test.exists === true;
    return (region) =>
      region.missing[slot] === MAYBE
        ? CAN_BE.true | CAN_BE.false
        : (region.missing[slot] === YES) === isWanted
          ? CAN_BE.false
          : CAN_BE.true;
  }
  const constant = constantOf(test, operator, isDate);
  const check = OPERATORS[operator];
  return (region) => {
    if (isSettled(region, slot)) return bit(exactly(region.lows));
    const [low, high] = [region.lows[slot] as number, region.highs[slot] as number];
    const set = check(low, high, constant as never);
    return region.missing[slot] === NO ? set : set | CAN_BE.unknown;
  };
}

const set = (canBeTrue: boolean, canBeFalse: boolean): TruthSet =>
  (canBeTrue ? CAN_BE.true : 0) | (canBeFalse ? CAN_BE.false : 0);

/** What each operator can say of a value between two bounds: numbers, days, texts and booleans all have an order. */
const OPERATORS = {
  eq: (low, high, c: number) => set(low <= c && c <= high, low !== high || low !== c),
  ne: (low, high, c: number) => set(low !== high || low !== c, low <= c && c <= high),
  lt: (low, high, c: number) => set(low < c, high >= c),
  lte: (low, high, c: number) => set(low <= c, high > c),
  gt: (low, high, c: number) => set(high > c, low <= c),
  gte: (low, high, c: number) => set(high >= c, low < c),
  in: (low, high, list: readonly number[]) =>
    set(
      list.some((c) => low <= c && c <= high),
      low !== high || !list.includes(low),
    ),
  notIn: (low, high, list: readonly number[]) =>
    set(
      low !== high || !list.includes(low),
      list.some((c) => low <= c && c <= high),
    ),
  between: (low, high, [from, to]: readonly [number, number]) =>
    set(high >= from && low <= to, low < from || high > to),
} satisfies {
  readonly [K in Exclude<Operator, "exists">]: (low: number, high: number, constant: never) => TruthSet;
};

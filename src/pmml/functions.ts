import {
  compareFractions,
  type Fraction,
  minus,
  NOUGHT,
  opposite,
  over,
  plus,
  signOf,
  times,
  wholeOf,
} from "../core/fraction.ts";
import { compareHeld, fitting, isFraction, isSame, type Result } from "./held.ts";
import { exactly } from "./read-decimal.ts";

/** An argument is computed when it is asked for, so that `if` computes one of two. */
type Argument = () => Result;

interface BuiltIn {
  readonly arity: readonly [least: number, most: number];
  readonly evaluate: (args: readonly Argument[]) => Result;
}

const ANY = Number.POSITIVE_INFINITY;
const ONE = /* @__PURE__ */ exactly(1);
const HALF = /* @__PURE__ */ exactly(0.5);

/** The built-in functions of PMML whose results are exact. The others (`exp`, `ln`, `pow` …) cannot be expressed. */
const FUNCTIONS: ReadonlyMap<string, BuiltIn> = /* @__PURE__ */ new Map<string, BuiltIn>([
  ["+", arithmetic(plus)],
  ["-", arithmetic(minus)],
  ["*", arithmetic(times)],
  ["/", arithmetic((a, b) => (signOf(b) === 0 ? undefined : over(a, b)))],
  ["modulo", arithmetic((a, b) => (signOf(b) === 0 ? undefined : minus(a, times(b, wholeOf(over(a, b), "floor")))))],
  ["threshold", arithmetic((a, b) => (compareFractions(a, b) > 0 ? ONE : NOUGHT))],
  ["min", aggregate((a, b) => (compareFractions(a, b) <= 0 ? a : b))],
  ["max", aggregate((a, b) => (compareFractions(a, b) >= 0 ? a : b))],
  ["sum", aggregate(plus)],
  ["product", aggregate(times)],
  ["avg", aggregate(plus, (sum, count) => over(sum, exactly(count)))],
  ["abs", unary((a) => (signOf(a) < 0 ? opposite(a) : a))],
  ["floor", unary((a) => wholeOf(a, "floor"))],
  ["ceil", unary((a) => wholeOf(a, "ceiling"))],
  ["round", unary(roundHalfUp)],
  ["equal", test(isSame)],
  ["notEqual", test((a, b) => !isSame(a, b))],
  ["lessThan", ordering((sign) => sign < 0)],
  ["lessOrEqual", ordering((sign) => sign <= 0)],
  ["greaterThan", ordering((sign) => sign > 0)],
  ["greaterOrEqual", ordering((sign) => sign >= 0)],
  ["isIn", { arity: [2, ANY], evaluate: (args) => among(args, true) }],
  ["isNotIn", { arity: [2, ANY], evaluate: (args) => among(args, false) }],
  ["isMissing", { arity: [1, 1], evaluate: ([a]) => isMissing(a?.()) }],
  ["isNotMissing", { arity: [1, 1], evaluate: ([a]) => negation(isMissing(a?.())) }],
  ["and", { arity: [2, ANY], evaluate: (args) => decided(args, false) }],
  ["or", { arity: [2, ANY], evaluate: (args) => decided(args, true) }],
  ["not", { arity: [1, 1], evaluate: ([a]) => negation(a?.()) }],
  ["if", { arity: [2, 3], evaluate: choose }],
]);

/** A function by its name; `undefined` for one that is not known here. */
export function builtIn(name: string): BuiltIn | undefined {
  return FUNCTIONS.get(name);
}

/** To the nearest whole number, a half upward, as XQuery's `round`, which PMML follows. */
export function roundHalfUp(value: Fraction): Fraction {
  return wholeOf(plus(value, HALF), "floor");
}

function unary(compute: (a: Fraction) => Fraction): BuiltIn {
  const evaluate = (args: readonly Argument[]) => {
    const [a] = valuesOf(args);
    return isFraction(a) ? compute(a) : a === null ? null : undefined;
  };
  return { arity: [1, 1], evaluate };
}

function arithmetic(compute: (a: Fraction, b: Fraction) => Fraction | undefined): BuiltIn {
  const evaluate = (args: readonly Argument[]) => {
    const [a, b] = valuesOf(args);
    if (a === undefined || b === undefined) return undefined;
    if (a === null || b === null) return null;
    const result = isFraction(a) && isFraction(b) ? compute(a, b) : undefined;
    return result === undefined ? undefined : fitting(result);
  };
  return { arity: [2, 2], evaluate };
}

/** Missing arguments are passed over; the result is missing if all are. */
function aggregate(
  join: (a: Fraction, b: Fraction) => Fraction,
  finish: (joined: Fraction, count: number) => Fraction = (joined) => joined,
): BuiltIn {
  const evaluate = (args: readonly Argument[]) => {
    let joined: Fraction | null = null;
    let count = 0;
    for (const value of valuesOf(args)) {
      if (value === null) continue;
      if (!isFraction(value)) return undefined;
      const next: Fraction | undefined = joined === null ? value : fitting(join(joined, value));
      if (next === undefined) return undefined;
      joined = next;
      count += 1;
    }
    return joined === null ? null : finish(joined, count);
  };
  return { arity: [1, ANY], evaluate };
}

function test(holds: (a: Result, b: Result) => boolean | undefined): BuiltIn {
  const evaluate = (args: readonly Argument[]) => {
    const [a, b] = valuesOf(args);
    if (a === undefined || b === undefined) return undefined;
    return a === null || b === null ? null : holds(a, b);
  };
  return { arity: [2, 2], evaluate };
}

function ordering(holds: (sign: number) => boolean): BuiltIn {
  return test((a, b) => {
    const sign = compareHeld(a, b);
    return Number.isNaN(sign) ? undefined : holds(sign);
  });
}

function among(args: readonly Argument[], isWanted: boolean): Result {
  const [value, ...listed] = valuesOf(args);
  if (value === undefined || value === null) return value;
  return listed.some((each) => isSame(value, each)) === isWanted;
}

function isMissing(value: Result): boolean | undefined {
  return value === undefined ? undefined : value === null;
}

function negation(value: Result): boolean | null | undefined {
  return typeof value === "boolean" ? !value : value === null ? null : undefined;
}

/** Three-valued: one argument that decides is enough; else one that is missing leaves it open. */
function decided(args: readonly Argument[], deciding: boolean): boolean | null | undefined {
  const values = valuesOf(args);
  if (values.some((value) => value !== null && typeof value !== "boolean")) return undefined;
  if (values.includes(deciding)) return deciding;
  return values.includes(null) ? null : !deciding;
}

function choose([condition, yes, no]: readonly Argument[]): Result {
  const value = condition?.();
  if (typeof value !== "boolean") return value === null ? null : undefined;
  const chosen = value ? yes : no;
  return chosen === undefined ? null : chosen();
}

function valuesOf(args: readonly Argument[]): readonly Result[] {
  return args.map((argument) => argument());
}

import { compareFractions, type Fraction, minus, over, plus, times } from "../core/fraction.ts";
import { unreachable } from "../core/unreachable.ts";
import { builtIn } from "./functions.ts";
import { fitting, type Held, heldOf, isFraction, isSame, type Result } from "./held.ts";
import { compileInterval } from "./interval.ts";
import type {
  PmmlApply,
  PmmlConstant,
  PmmlDiscretize,
  PmmlExpression,
  PmmlExpressionKind,
  PmmlFieldRef,
  PmmlMapValues,
  PmmlNormContinuous,
} from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";
import type { Compute, Row, Scope } from "./scope.ts";

/** A read expression as a function of a row. Cost: its size. */
export function compileExpression(expression: PmmlExpression, scope: Scope): Compute {
  return (COMPILERS[expression.kind] as (expression: PmmlExpression, scope: Scope) => Compute)(expression, scope);
}

const COMPILERS = {
  constant: (constant: PmmlConstant) => {
    const held = constantOf(constant);
    return () => held;
  },
  field: compileFieldRef,
  apply: compileApply,
  "norm-continuous": compileNormContinuous,
  discretize: compileDiscretize,
  "map-values": compileMapValues,
} satisfies { readonly [K in PmmlExpressionKind]: (expression: never, scope: Scope) => Compute };

/** Missing, where there is no constant. */
function constantOf(constant: PmmlConstant | null): Held {
  return constant === null || constant.value === null ? null : heldOf(constant.value, constant.dataType);
}

function compileFieldRef({ field, mapMissingTo }: PmmlFieldRef, scope: Scope): Compute {
  return withMissing(scope(field), constantOf(mapMissingTo));
}

function withMissing(compute: Compute, instead: Held): Compute {
  return instead === null ? compute : (row) => orIfMissing(compute(row), instead);
}

function orIfMissing(value: Result, instead: Held): Result {
  return value === null ? instead : value;
}

function compileApply(apply: PmmlApply, scope: Scope): Compute {
  const { evaluate } = builtIn(apply.function) ?? unreachable(`no function ${apply.function}`);
  const args = apply.arguments.map((argument) => compileExpression(argument, scope));
  const instead = constantOf(apply.mapMissingTo);
  const byDefault = constantOf(apply.defaultValue);
  const isMissingWhenInvalid = apply.invalidValueTreatment === "asMissing";
  return (row) => {
    const asked = args.map((argument) => once(argument, row));
    if (instead !== null && asked.some((argument) => argument() === null)) return instead;
    const result = evaluate(asked);
    return orIfMissing(result === undefined && isMissingWhenInvalid ? null : result, byDefault);
  };
}

/** Computes an argument when it is first asked for, and never again. */
function once(compute: Compute, row: Row): () => Result {
  let isComputed = false;
  let result: Result;
  return () => {
    if (!isComputed) result = compute(row);
    isComputed = true;
    return result;
  };
}

/** y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀) between the two knots around x; beyond the ends as `outliers` says. */
function compileNormContinuous(norm: PmmlNormContinuous, scope: Scope): Compute {
  const knots = norm.knots.map(([orig, result]) => ({ x: exactly(orig), y: exactly(result) }));
  const last = knots.length - 1;
  const knot = (i: number) => knots[i] ?? unreachable("no such knot");
  const instead = constantOf(norm.mapMissingTo);
  const compute = (x: Fraction): Result => {
    const isBelow = compareFractions(x, knot(0).x) < 0;
    const isAbove = compareFractions(x, knot(last).x) > 0;
    if (isBelow || isAbove) {
      if (norm.outliers === "asMissingValues") return null;
      if (norm.outliers === "asExtremeValues") return knot(isBelow ? 0 : last).y;
    }
    let i = 1;
    while (i < last && compareFractions(x, knot(i).x) > 0) i++;
    const [from, to] = [knot(i - 1), knot(i)];
    const rise = times(minus(to.y, from.y), minus(x, from.x));
    return fitting(plus(from.y, over(rise, minus(to.x, from.x))));
  };
  return ofNumber(scope(norm.field), compute, instead);
}

/** A function of a field's number: what stands for a missing one, and no result for anything else. */
function ofNumber(read: Compute, compute: (x: Fraction) => Result, instead: Held): Compute {
  return (row) => {
    const value = read(row);
    if (value === null) return instead;
    return isFraction(value) ? compute(value) : undefined;
  };
}

function compileDiscretize({ field, bins, mapMissingTo, defaultValue }: PmmlDiscretize, scope: Scope): Compute {
  const tests = bins.map(({ interval, value }) => ({ holds: compileInterval(interval), value: constantOf(value) }));
  const byDefault = constantOf(defaultValue);
  const compute = (x: Fraction): Result => {
    const bin = tests.find(({ holds }) => holds(x));
    return bin === undefined ? byDefault : bin.value;
  };
  return ofNumber(scope(field), compute, constantOf(mapMissingTo));
}

function compileMapValues({ fields, rows, mapMissingTo, defaultValue }: PmmlMapValues, scope: Scope): Compute {
  const inputs = fields.map((field) => scope(field));
  const table = rows.map((row) => ({ inputs: row.inputs.map(constantOf), value: constantOf(row.value) }));
  const instead = constantOf(mapMissingTo);
  const byDefault = constantOf(defaultValue);
  return (row) => {
    const values = inputs.map((input) => input(row));
    if (values.includes(undefined)) return undefined;
    if (values.includes(null)) return instead;
    const found = table.find((each) => each.inputs.every((input, i) => isSame(input, values[i])));
    return found === undefined ? byDefault : found.value;
  };
}

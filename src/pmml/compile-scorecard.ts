import { TRUE } from "../condition/truth.ts";
import { compareFractions, type Fraction, plus, times, wholeOf } from "../core/fraction.ts";
import { unreachable } from "../core/unreachable.ts";
import { compileExpression } from "./compile-expression.ts";
import { compilePredicate, type PredicateScope } from "./compile-predicate.ts";
import type { FieldType } from "./field-type.ts";
import { roundHalfUp } from "./functions.ts";
import { fitting, isFraction } from "./held.ts";
import type { PmmlAttribute, PmmlCharacteristic, PmmlScorecard, PmmlTarget } from "./pmml-scorecard.ts";
import type { Answer } from "./rank-reasons.ts";
import { exactly } from "./read-decimal.ts";
import { type Compute, type Row, type Scope, scopeOf } from "./scope.ts";

/** Why a characteristic has no partial score. */
export type NoAnswer = "no attribute" | "no partial score";

/** A characteristic as a function of a row; `attribute` is the position of the one that held. */
export type AnswerOf = (row: Row) => (Answer & { readonly attribute: number }) | NoAnswer;

/** How names are read and typed in a scorecard. */
export function scopeOfScorecard(scorecard: PmmlScorecard): PredicateScope {
  const { fields, derivedFields } = scorecard;
  const computes: Compute[] = [];
  const read: Scope = scopeOf(
    [...fields, ...derivedFields].map(({ name }) => name),
    fields.length,
    (place) => computes[place - fields.length] ?? unreachable("no such derived field"),
  );
  for (const { expression } of derivedFields) computes.push(compileExpression(expression, read));
  const types = new Map<string, FieldType>([...fields, ...derivedFields].map((field) => [field.name, field]));
  return { read, typeOf: (name) => types.get(name) ?? unreachable(`no field ${name}`) };
}

export function compileCharacteristic(characteristic: PmmlCharacteristic, scope: PredicateScope): AnswerOf {
  const attributes = characteristic.attributes.map((attribute) => ({
    holds: compilePredicate(attribute.predicate, scope),
    partialScore: compilePartialScore(attribute, scope.read),
    reasonCode: attribute.reasonCode ?? characteristic.reasonCode,
  }));
  return (row) => {
    for (const [i, { holds, partialScore, reasonCode }] of attributes.entries()) {
      if (holds(row) !== TRUE) continue;
      const points = partialScore(row);
      return isFraction(points) ? { partialScore: points, reasonCode, attribute: i } : "no partial score";
    }
    return "no attribute";
  };
}

function compilePartialScore({ partialScore }: PmmlAttribute, scope: Scope): Compute {
  if (typeof partialScore === "object") return compileExpression(partialScore, scope);
  const points = exactly(partialScore);
  return () => points;
}

const CASTS = {
  round: roundHalfUp,
  ceiling: (value) => wholeOf(value, "ceiling"),
  floor: (value) => wholeOf(value, "floor"),
} satisfies { readonly [K in NonNullable<PmmlTarget["castInteger"]>]: (value: Fraction) => Fraction };

/** What a target does to the sum of partial scores. */
export function compileTarget(target: PmmlTarget | null): (score: Fraction) => Fraction | undefined {
  if (target === null) return (score) => score;
  const min = target.min === null ? null : exactly(target.min);
  const max = target.max === null ? null : exactly(target.max);
  const factor = exactly(target.rescaleFactor);
  const constant = exactly(target.rescaleConstant);
  return (score) => {
    const atLeast = min !== null && compareFractions(score, min) < 0 ? min : score;
    const clamped = max !== null && compareFractions(atLeast, max) > 0 ? max : atLeast;
    const rescaled = fitting(plus(times(clamped, factor), constant));
    return rescaled === undefined || target.castInteger === null ? rescaled : CASTS[target.castInteger](rescaled);
  };
}

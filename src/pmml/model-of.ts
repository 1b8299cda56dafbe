import { type Fraction, numberOf, plus } from "../core/fraction.ts";
import { safeParseModel } from "../model/parse-model.ts";
import type { Model } from "../schema/model-document.ts";
import { compileCharacteristic, scopeOfScorecard } from "./compile-scorecard.ts";
import { curveOf, type HeldCurve } from "./curve-of.ts";
import type { Held } from "./held.ts";
import { isModelNumber } from "./model-number.ts";
import type { PmmlField, PmmlScorecard } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";
import { compileTreatment, isWrong } from "./read-value.ts";
import { testsIn } from "./tests-in.ts";
import { documentOf, type HeldField, type HeldIndicator } from "./write-model.ts";

/**
 * A model that gives every record the score that the scorecard gives it, and refuses those that it refuses: one dimension
 * that sums an indicator for each characteristic. `null` where there is none: points that are computed, a
 * characteristic over several fields, a target, values refused in the midst of others.
 */
export function modelOf(scorecard: PmmlScorecard): Model | null {
  if (scorecard.target !== null || workOf(scorecard) > MOST_WORK) return null;
  const asked = askedCharacteristics(scorecard);
  const indicators: HeldIndicator[] = [];
  let start = exactly(scorecard.initialScore);
  for (const [position, ask] of asked.entries()) {
    const part = partOf(scorecard, position, ask);
    if (part === null) return null;
    if ("over" in part) start = plus(start, part);
    else indicators.push(part);
  }
  const idle = scorecard.fields.filter((field) => !indicators.some(({ input }) => input === field)).map(idleField);
  if (indicators.length === 0 || idle.includes(null) || !isModelNumber(start)) return null;
  const document = documentOf(scorecard, numberOf(start), indicators, idle as readonly HeldField[]);
  const outcome = document === null ? null : safeParseModel(document);
  return outcome?.ok ? outcome.model : null;
}

/** A scorecard that asks for more tests than this is far beyond any that people read, and is no model. */
const MOST_WORK = 2_000_000;

/** How many tests it takes, at most, to ask every characteristic at each of its constants. */
function workOf({ characteristics, fields }: PmmlScorecard): number {
  const perField = fields.map(({ values, missingValues, invalidValues, intervals }) =>
    [values, missingValues, invalidValues, intervals].reduce((sum, list) => sum + (list?.length ?? 0), 1),
  );
  const all = perField.reduce((a, b) => a + b, 0);
  return characteristics.reduce((work, { attributes }) => {
    const constants = attributes
      .flatMap(({ predicate }) => testsIn(predicate))
      .reduce((n, each) => n + each.constants.length, 1);
    return work + (constants + all) * (constants + attributes.length + all);
  }, all * all);
}

/** The partial score of one value of one field, every other field missing; `null` where it is refused. */
type Ask = (field: PmmlField | null, value: Held) => Fraction | null;

function askedCharacteristics(scorecard: PmmlScorecard): readonly Ask[] {
  const scope = scopeOfScorecard(scorecard);
  const treatments = new Map(scorecard.fields.map((field) => [field, compileTreatment(field)]));
  return scorecard.characteristics.map((characteristic): Ask => {
    const answerOf = compileCharacteristic(characteristic, scope);
    return (field, value) => {
      const treated = field === null ? null : (treatments.get(field)?.(value, null) ?? null);
      if (isWrong(treated)) return null;
      const answer = answerOf({
        values: scorecard.fields.map((each) => (each === field ? treated : null)),
        isReady: [],
      });
      return typeof answer === "string" ? null : answer.partialScore;
    };
  });
}

/** A characteristic as an indicator, or as points where it tests no field; `null` where it is neither. */
function partOf(scorecard: PmmlScorecard, position: number, ask: Ask): HeldIndicator | Fraction | null {
  const attributes = scorecard.characteristics[position]?.attributes ?? [];
  const given = attributes.flatMap(({ partialScore }) =>
    typeof partialScore === "object" ? [] : exactly(partialScore),
  );
  if (given.length < attributes.length || !given.every(isModelNumber)) return null;
  const tests = attributes.flatMap(({ predicate }) => testsIn(predicate));
  const names = new Set(tests.map(({ field }) => field));
  if (names.size === 0) return ask(null, null);
  const input = scorecard.fields.find(({ name }) => names.has(name));
  if (input === undefined || names.size > 1) return null;
  const pointsOf = (value: Held) => {
    const points = ask(input, value);
    return points === null ? null : numberOf(points);
  };
  const held: HeldCurve | null = curveOf(
    input,
    tests.flatMap(({ constants }) => constants),
    pointsOf,
  );
  return held === null ? null : { ...held, input, position, missing: pointsOf(null) };
}

/** A field that no characteristic tests is read all the same, and what is not valid is refused. */
function idleField(input: PmmlField): HeldField | null {
  const treat = compileTreatment(input);
  if (isWrong(treat(null, null))) return null;
  if (input.dataType === "date") return { input, field: { kind: "date" } };
  const held = curveOf(input, [], (value) => (isWrong(treat(value, null)) ? null : 0));
  return held === null ? null : { input, field: held.field };
}

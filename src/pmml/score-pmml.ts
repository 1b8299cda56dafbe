import { type Fraction, numberOf, plus, signOf } from "../core/fraction.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import { compileOutputs, type OutputValue } from "./compile-outputs.ts";
import { compileCharacteristic, compileTarget, type NoAnswer, scopeOfScorecard } from "./compile-scorecard.ts";
import { fitting } from "./held.ts";
import type { PmmlCharacteristic, PmmlScorecard } from "./pmml-scorecard.ts";
import { type Answer, compileReasons } from "./rank-reasons.ts";
import { exactly } from "./read-decimal.ts";
import { requireRead } from "./read-mark.ts";
import { compileValue, isWrong } from "./read-value.ts";
import type { Row } from "./scope.ts";

/** What one characteristic gave. */
export interface PmmlPartialScore {
  /** The characteristic's name, if it has one. */
  readonly characteristic: string | null;
  /** The position of the attribute that held. */
  readonly attribute: number;
  readonly partialScore: number;
  readonly reasonCode: string | null;
}

/** How far the partial scores of a reason code lie below their baselines (above them under `pointsAbove`), added up. */
export interface PmmlReason {
  readonly reasonCode: string;
  readonly points: number;
}

/** The answer of a PMML scorecard: exact sums, shown to 15 significant digits. */
export interface PmmlScore {
  readonly score: number;
  /** In the order of the characteristics. */
  readonly partialScores: readonly PmmlPartialScore[];
  /** Every reason code that a characteristic gave, farthest from its baseline first. */
  readonly ranking: readonly PmmlReason[];
  /** The codes of the ranking that have points: what took (or gave) nothing is no reason. */
  readonly reasonCodes: readonly string[];
  /** The output fields by name; a reason code past the last is null. */
  readonly outputs: { readonly [name: string]: OutputValue };
}

type Scorer = (record: unknown) => Outcome<"scored", PmmlScore>;

/** Compiled scorecards: what was read never changes, so neither does what it compiles to. */
const scorers: WeakMap<PmmlScorecard, Scorer> = /* @__PURE__ */ new WeakMap();

/**
 * Scores a record by a PMML scorecard.
 *
 * @param scorecard from `fromPmml`
 * @param record a value for every field that the scorecard reads, `null` where it is not known; numbers may come as
 * decimal text, days as `YYYY-MM-DD`
 * @throws GuanxiError with every issue of the record, and if a characteristic has no attribute that holds
 *
 * @example
 * ```ts
 * const { scorecard } = fromPmml(toPmml(model).xml ?? "");
 * const scored = scorecard && scorePmml(scorecard, { value: 90, relationship: 80 });
 * scored?.score; // 85
 * scored?.reasonCodes; // ["relationship.relationship", "value.value"]
 * ```
 */
export function scorePmml(scorecard: PmmlScorecard, record: { readonly [field: string]: unknown }): PmmlScore {
  const outcome = safeScorePmml(scorecard, record);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.scored;
}

/** As `scorePmml`, of a record of unknown shape: `{ ok: true, scored }`, or `{ ok: false, issues }`. */
export function safeScorePmml(scorecard: PmmlScorecard, record: unknown): Outcome<"scored", PmmlScore> {
  requireRead(scorecard);
  const known = scorers.get(scorecard) ?? compileScorecard(scorecard);
  scorers.set(scorecard, known);
  return known(record);
}

function compileScorecard(scorecard: PmmlScorecard): Scorer {
  const scope = scopeOfScorecard(scorecard);
  const readers = scorecard.fields.map((field) => ({ name: field.name, read: compileValue(field) }));
  const characteristics = scorecard.characteristics.map((each) => compileCharacteristic(each, scope));
  const initialScore = exactly(scorecard.initialScore);
  const aim = compileTarget(scorecard.target);
  const rank = compileReasons(scorecard);
  const outputsOf = compileOutputs(scorecard.outputs, scope.read);

  return (record) => {
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      return { ok: false, issues: [issue("record/kind", [], null, factOf(record))] };
    }
    const issues: Issue[] = [];
    const row: Row = { values: [], isReady: [] };
    for (const { name, read } of readers) {
      const value = read(
        hasOwn.call(record, name) ? (record as { readonly [name: string]: unknown })[name] : undefined,
      );
      if (isWrong(value)) issues.push(value.issue);
      else row.values.push(value);
    }
    if (issues.length > 0) return { ok: false, issues };
    const answers: (Answer & { readonly attribute: number })[] = [];
    for (const [i, answerOf] of characteristics.entries()) {
      const answer = answerOf(row);
      if (typeof answer === "string") issues.push(unanswered(answer, scorecard.characteristics[i], i));
      else answers.push(answer);
    }
    if (issues.length > 0) return { ok: false, issues };
    const sum = answers.reduce<Fraction | undefined>(
      (total, { partialScore }) => (total === undefined ? undefined : fitting(plus(total, partialScore))),
      initialScore,
    );
    const score = sum === undefined ? undefined : aim(sum);
    const shown = score === undefined ? Number.NaN : numberOf(score);
    if (score === undefined || Number.isNaN(shown)) {
      return { ok: false, issues: [issue("pmml/no-result", ["score"], null, null)] };
    }
    const ranking = rank(answers);
    const reasonCodes = ranking.filter(({ points }) => signOf(points) > 0).map(({ reasonCode }) => reasonCode);
    const scored: PmmlScore = {
      score: shown,
      partialScores: answers.map(({ partialScore, reasonCode, attribute }, i) => ({
        characteristic: scorecard.characteristics[i]?.name ?? null,
        attribute,
        partialScore: numberOf(partialScore),
        reasonCode,
      })),
      ranking: ranking.map(({ reasonCode, points }) => ({ reasonCode, points: numberOf(points) })),
      reasonCodes,
      outputs: outputsOf({ row, score, reasonCodes }),
    };
    return { ok: true, scored };
  };
}

const hasOwn = Object.prototype.hasOwnProperty;

/** A characteristic without a partial score leaves the whole scorecard without a score. */
function unanswered(why: NoAnswer, characteristic: PmmlCharacteristic | undefined, position: number): Issue {
  const path = ["Characteristics", characteristic?.name ?? position];
  return why === "no attribute"
    ? issue("pmml/no-attribute", path, null, null)
    : issue("pmml/no-result", path, null, null);
}

import { freezeDeep } from "../core/freeze-deep.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { Model } from "../schema/model-document.ts";
import { type FieldsInScope, fieldsInScope } from "./fields-in-scope.ts";
import { type FoundScorecard, findScorecard } from "./find-scorecard.ts";
import { modelOf } from "./model-of.ts";
import type { PmmlScorecard } from "./pmml-scorecard.ts";
import { readCharacteristics } from "./read-characteristics.ts";
import { markRead } from "./read-mark.ts";
import { readOutputs } from "./read-outputs.ts";
import { readTarget } from "./read-target.ts";
import { readXml } from "./read-xml.ts";
import { choiceOf, decimalOf, flagOf, limit, requiredChoice } from "./reading.ts";

export interface FromPmmlOptions {
  /** Which scorecard is meant, where the document has several. */
  readonly modelName?: string;
}

/** What was read from a PMML document. */
export interface PmmlReading {
  /** Ready for `scorePmml`; `null` where something that decides the score cannot be expressed. */
  readonly scorecard: PmmlScorecard | null;
  /** What cannot be expressed here, each with its place. Under `Output` and `Targets` it leaves the score as it is. */
  readonly cannotExpress: readonly Issue[];
  /** The scorecard as a model that scores the same; `null` where a model cannot hold it exactly. */
  readonly model: Model | null;
}

/**
 * Reads a PMML 4 Scorecard. Entities are never expanded: a text with a document type is refused, and so is one that is
 * too long or too deep.
 *
 * @param xml the text of the document
 * @returns a scorecard for `scorePmml`, what cannot be expressed, and the model if there is one
 * @throws GuanxiError with everything that is wrong with the document
 *
 * @example
 * ```ts
 * const { scorecard, cannotExpress } = fromPmml(toPmml(model).xml ?? "");
 * cannotExpress; // []
 * scorecard?.characteristics.length; // 2
 * ```
 */
export function fromPmml(xml: string, options: FromPmmlOptions = {}): PmmlReading {
  const outcome = safeFromPmml(xml, options);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.reading;
}

/** As `fromPmml`, of anything at all: `{ ok: true, reading }`, or `{ ok: false, issues }`. */
export function safeFromPmml(xml: unknown, options: FromPmmlOptions = {}): Outcome<"reading", PmmlReading> {
  const given = options ?? {};
  const wrong = wrongOptions(given);
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const { root, issues } = readXml(xml);
  if (root === null || issues.length > 0) return { ok: false, issues };
  const found = findScorecard(root, given.modelName);
  return "issues" in found ? { ok: false, issues: found.issues } : readScorecard(found, fieldsInScope(found));
}

function wrongOptions(options: FromPmmlOptions): readonly Issue[] {
  const { modelName } = options;
  const isText = modelName === undefined || typeof modelName === "string";
  return [
    ...unknownKeys(options, ["modelName"]),
    ...(isText ? [] : [issue("document/type", ["modelName"], "a text", factOf(modelName))]),
  ];
}

function readScorecard(found: FoundScorecard, scope: FieldsInScope): Outcome<"reading", PmmlReading> {
  const { scorecard: element, version } = found;
  const { reading } = scope;
  requiredChoice(reading, element, "functionName", ["regression"]);
  if (!flagOf(reading, element, "isScorable", true)) {
    limit(reading, "pmml/unscorable", [...element.path, "isScorable"], null, "false");
  }
  const useReasonCodes = flagOf(reading, element, "useReasonCodes", true);
  const baselineScore = decimalOf(reading, element, "baselineScore");
  const characteristics = readCharacteristics(reading, element, { useReasonCodes, baselineScore });
  const isExpressed = reading.limits.length === 0;
  // What cannot be expressed from here on leaves the score as it is.
  const target = readTarget(reading, element);
  const outputs = readOutputs(reading, element);
  const scorecard: PmmlScorecard = {
    version,
    modelName: element.attributes.get("modelName") ?? null,
    fields: scope.fields(),
    derivedFields: scope.derivedFields(),
    initialScore: decimalOf(reading, element, "initialScore") ?? 0,
    useReasonCodes,
    reasonCodeAlgorithm: choiceOf(
      reading,
      element,
      "reasonCodeAlgorithm",
      ["pointsAbove", "pointsBelow"],
      "pointsBelow",
    ),
    baselineMethod: choiceOf(reading, element, "baselineMethod", ["max", "min", "mean", "neutral", "other"], "other"),
    characteristics,
    target,
    outputs,
  };
  if (reading.issues.length > 0) return { ok: false, issues: reading.issues };
  const cannotExpress = [...new Set(reading.limits)];
  if (!isExpressed) return { ok: true, reading: freezeDeep({ scorecard: null, cannotExpress, model: null }) };
  markRead(scorecard);
  return { ok: true, reading: freezeDeep({ scorecard, cannotExpress, model: modelOf(scorecard) }) };
}

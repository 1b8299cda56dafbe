import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import type { Scorecard } from "../schema/scorecard.ts";
import { BASELINES, type Baseline, type BaselineName } from "./baseline.ts";
import { explainGates } from "./explain-gates.ts";
import { explainTotal } from "./explain-scores.ts";
import type { DimensionPart, Explanation } from "./explanation.ts";
import { findReasons, type ReasonTexts } from "./find-reasons.ts";
import { frameOf } from "./frame.ts";
import { rankParts } from "./rank-parts.ts";
import { checkTexts, checkWording, type WordingOptions, wordsOf } from "./texts.ts";
import { walkParts } from "./walk-parts.ts";

export interface ExplainOptions extends WordingOptions {
  /** Which score is ranked and given reasons for: a dimension, or `"total"`, the default. */
  readonly of?: string | undefined;
  /** What points are compared with to find reasons. Default `best`. */
  readonly baseline?: Baseline | undefined;
  /** The most reasons; without it, all. */
  readonly most?: number | undefined;
  /** Texts of your own for reason codes; `{title}`, `{because}`, `{points}`, `{baseline}`, `{effect}` stand for facts. */
  readonly reasonTexts?: ReasonTexts | undefined;
}

/**
 * Explains a card: the tree with every line that makes it add up, the same parts in a ranked list, and reason codes.
 *
 * @param model the model that gave the card
 * @param card from `score`, or read back from its JSON
 * @param options which score, against which baseline, in which words
 * @throws GuanxiError if the card is not of this model, or an option is not one
 *
 * @example
 * ```ts
 * const card = score(model, { value: 72.5, relationship: 41 }, { asOf: "2026-03-31" });
 * explain(model, card).reasons.map(({ code, effect }) => [code, effect])[0]; // ["relationship.relationship", -29.5]
 * ```
 */
export function explain(model: Model, card: Scorecard, options: ExplainOptions = {}): Explanation {
  requireParsed(model);
  const given = options ?? {};
  const issues = checkCall(model, card, given);
  if (issues.length > 0) throw new GuanxiError(issues);
  const { of = "total", baseline = "best", most, reasonTexts = {} } = given;
  const frame = frameOf(model, card, wordsOf(given));
  const total = explainTotal(frame);
  const scored = of === "total" ? total : (total.parts.find(({ path }) => path === of) as DimensionPart);
  const walked = scored.score === null ? [] : walkParts(scored);
  return {
    format: 1,
    model: card.model,
    asOf: card.asOf,
    status: card.status,
    total,
    ranking: rankParts(of, scored, walked, frame),
    reasons: findReasons(scored, walked, baseline, reasonTexts, frame).slice(0, most),
    gates: explainGates(frame),
    quadrant: card.quadrant,
    tier: card.tier,
  };
}

const KEYS: readonly (keyof ExplainOptions)[] = ["of", "baseline", "most", "reasonTexts", "language", "texts"];

function checkCall(model: Model, card: Scorecard, options: ExplainOptions): readonly Issue[] {
  const issues: Issue[] = [...unknownKeys(options, KEYS)];
  const found: unknown = card?.model?.fingerprint;
  if (found !== model.fingerprint) issues.push(issue("explain/model", [], model.fingerprint, factOf(found)));
  const { of = "total", baseline = "best", most, reasonTexts = {} } = options;
  const scores = [...Object.keys(model.dimensions), "total"];
  if (!scores.includes(of)) {
    issues.push(issue("model/unknown-score", ["of"], scores, factOf(of), nearMiss(of, scores)));
  }
  if (!isBaseline(baseline)) {
    issues.push(issue("document/choice", ["baseline"], BASELINES, factOf(baseline)));
  }
  if (most !== undefined && !(Number.isInteger(most) && most >= 1)) {
    issues.push(issue("document/least", ["most"], 1, factOf(most)));
  }
  issues.push(...checkWording(options), ...checkTexts("reasonTexts", reasonTexts));
  return issues;
}

function isBaseline(baseline: unknown): boolean {
  if (typeof baseline !== "object") return BASELINES.includes(baseline as BaselineName);
  const points: unknown = (baseline as { readonly points?: unknown } | null)?.points;
  return typeof points === "object" && points !== null;
}

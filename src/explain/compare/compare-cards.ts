import { GuanxiError } from "../../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../../core/issue.ts";
import { unknownKeys } from "../../core/unknown-keys.ts";
import { requireParsed } from "../../model/require-parsed.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import { difference } from "../exact-decimals.ts";
import { checkWording, type WordingOptions, type Words, wordsOf } from "../texts.ts";
import { titleOf } from "../title-of.ts";
import { attribute } from "./attribute.ts";
import type { ComparedCard, Comparison, ScoreChange } from "./comparison.ts";
import { type StatePath, scoresOfCard, statesBetween } from "./path-of-states.ts";
import { tellCauseOfChange } from "./tell-cause-of-change.ts";

export interface CompareOptions extends WordingOptions {
  /** The models that gave the cards, in any order: one, or two if the model changed. */
  readonly models: readonly Model[];
}

/**
 * Why a score changed: the differences of two cards of the same account, two periods or two models apart, attributed to a
 * change of the model, to rules that came into force or left it, to time passed, and to each input that changed. They add
 * up exactly.
 *
 * @throws GuanxiError if the model of a card is not among `options.models`
 *
 * @example
 * ```ts
 * const before = score(model, { value: 70, relationship: 41 }, { asOf: "2025-12-31" });
 * const after = score(model, { value: 80, relationship: 40 }, { asOf: "2026-03-31" });
 * const [total] = compareCards(before, after, { models: [model] }).scores;
 * total?.change; // 4.5
 * total?.causes[0]?.text; // "value changed from 70 to 80: +5"
 * ```
 */
export function compareCards(before: Scorecard, after: Scorecard, options: CompareOptions): Comparison {
  const issues = checkOptions(options);
  const [earlier, later] = issues.length > 0 ? [] : [before, after].map((card) => modelOf(card, options.models));
  if (issues.length === 0) {
    const known = options.models.map(({ fingerprint }) => fingerprint);
    const unknown = (card: Scorecard) => factOf(card?.model?.fingerprint);
    if (earlier === undefined) issues.push(issue("explain/model", ["before"], known, unknown(before)));
    if (later === undefined) issues.push(issue("explain/model", ["after"], known, unknown(after)));
  }
  if (earlier === undefined || later === undefined) throw new GuanxiError(issues);
  const words = wordsOf(options);
  const path = statesBetween({ model: earlier, card: before }, { model: later, card: after }, words.language);
  const ids = new Set(["total", ...Object.keys(later.dimensions), ...Object.keys(earlier.dimensions)]);
  const places = Math.max(scorePlacesOf(earlier), scorePlacesOf(later));
  const [from, to] = [scoresOfCard(before), scoresOfCard(after)];
  return {
    format: 1,
    before: comparedCard(before),
    after: comparedCard(after),
    scores: [...ids].map((of): ScoreChange => {
      const title =
        of === "total"
          ? words.say("total", {})
          : titleOf(later.dimensions[of] ?? earlier.dimensions[of], words.language, of);
      return { of, title, ...changeOf(of, from[of] ?? null, to[of] ?? null, path, places, later, words) };
    }),
  };
}

function changeOf(
  of: string,
  before: number | null,
  after: number | null,
  path: StatePath,
  places: number,
  model: Model,
  words: Words,
): Pick<ScoreChange, "before" | "after" | "change" | "causes"> {
  if (before === null || after === null) return { before, after, change: null, causes: [] };
  const causes = attribute(of, before, after, path, places).map(({ cause, change }) => ({
    cause,
    change,
    text: tellCauseOfChange(cause, change, model, words),
  }));
  return { before, after, change: difference(after, before, places), causes };
}

function comparedCard({ model, asOf, status, tier, quadrant }: Scorecard): ComparedCard {
  return { model, asOf, status, tier: tier?.name ?? null, quadrant: quadrant?.name ?? null };
}

const KEYS: readonly (keyof CompareOptions)[] = ["models", "language", "texts"];

function checkOptions(options: CompareOptions): Issue[] {
  const { models } = options ?? {};
  const issues: Issue[] = [...unknownKeys(options ?? {}, KEYS), ...checkWording(options ?? {})];
  if (!Array.isArray(models)) issues.push(issue("document/type", ["models"], "an array", factOf(models)));
  else models.forEach(requireParsed);
  return issues;
}

function modelOf(card: Scorecard, models: readonly Model[]): Model | undefined {
  const fingerprint: unknown = card?.model?.fingerprint;
  // Of several models that score alike, the one of the card's own version has its words.
  const alike = models.filter((model) => model.fingerprint === fingerprint);
  return alike.find(({ version }) => version === card.model.version) ?? alike[0];
}

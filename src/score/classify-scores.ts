import { compileQuadrant, NO_SIDES } from "../classify/classify-quadrant.ts";
import { compileTier, writeDay } from "../classify/classify-tier.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { publish } from "../core/publish.ts";
import { toScaled } from "../core/scaled.ts";
import { requireParsed } from "../model/require-parsed.ts";
import { scorePlacesOf } from "../schema/defaults.ts";
import type { Model, Quadrant, Tier } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { CellName, QuadrantCard, RungName, TierCard } from "../schema/scorecard.ts";
import { compileOptions } from "./read-options.ts";

/**
 * The quadrant of two bare scores, for scores that come from elsewhere.
 *
 * @param scores the scores of both axes, rounded half away from zero to `places.score` first
 * @param options `previous.sides` for the dead band
 * @throws GuanxiError if the model has no quadrant, or a score or option is not one
 *
 * @example
 * ```ts
 * classifyQuadrant(model, { x: 72.5, y: 41 }).name; // "maintain"
 * ```
 */
export function classifyQuadrant<M extends Model>(
  model: M,
  scores: { readonly x: number | string; readonly y: number | string },
  options?: Pick<ScoreOptions<M>, "previous">,
): QuadrantCard<CellName<M>> {
  const issues: Issue[] = [];
  const quadrant = sectionOf(model, "quadrant") as Quadrant;
  const places = scorePlacesOf(model);
  const read = compileOptions({ ...model, measures: {}, bonuses: [], tier: undefined } as never, null)(
    options as ScoreOptions,
    issues,
  );
  const x = readScore(scores.x, ["x"], places, issues);
  const y = readScore(scores.y, ["y"], places, issues);
  refuse(issues);
  return compileQuadrant(quadrant, places)(x, y, read.previousSides ?? NO_SIDES, true) as QuadrantCard<CellName<M>>;
}

/**
 * The tier of a bare score. There are no gates: they look at an account, and here is none.
 *
 * @param score rounded half away from zero to `places.score` first
 * @param options `asOf` (needed by validity), `previous` and `override`
 * @throws GuanxiError if the model has no tier, or the score or an option is not one
 *
 * @example
 * ```ts
 * classifyTier(model, 76.2, { asOf: "2026-03-31", previous: { tier: "A1", validUntil: "2026-12-31" } }).name; // "A1"
 * ```
 */
export function classifyTier<M extends Model>(
  model: M,
  score: number | string,
  options?: ScoreOptions<M>,
): TierCard<RungName<M>> {
  const issues: Issue[] = [];
  const tier = sectionOf(model, "tier") as Tier;
  const places = scorePlacesOf(model);
  const ladder = compileTier(tier, places);
  const read = compileOptions({ ...model, measures: {}, bonuses: [] }, ladder)(options as ScoreOptions, issues);
  const scaled = readScore(score, ["score"], places, issues);
  refuse(issues);
  const earned = ladder.earn(scaled, read.asOf, read.previousTier);
  if (earned === "date-range") {
    throw new GuanxiError([issue("options/date-range", ["asOf"], "9999-12-31", writeDay(read.asOf) as string)]);
  }
  const name = ladder.names[earned.rung] as string;
  const card: TierCard = {
    name: read.override?.isInForce ? read.override.tier : name,
    earned: name,
    validUntil: writeDay(earned.validUntil),
    held: earned.held,
    override: read.override,
    ...ladder.neighbours(earned.rung, scaled),
  };
  return card as TierCard<RungName<M>>;
}

function sectionOf(model: Model, section: "quadrant" | "tier"): Quadrant | Tier {
  requireParsed(model);
  const found = model[section];
  if (found === undefined) throw new GuanxiError([issue("options/section-missing", [], section, null)]);
  return found;
}

function readScore(score: number | string, path: readonly string[], places: number, issues: Issue[]): number {
  const published = publish(score, places);
  const scaled = typeof published === "number" ? toScaled(published, places) : Number.NaN;
  if (!Number.isNaN(scaled)) return scaled;
  issues.push(issue("options/score", path, null, factOf(score)));
  return 0;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new GuanxiError(issues);
}

import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import type { Review, Standing } from "../schema/earn-options.ts";
import type { PointsPlanDocument } from "../schema/points-plan-document.ts";
import type { Placing } from "./compile-multipliers.ts";
import { type Reading, readKeyed, readList, readObject, readText } from "./read-object.ts";

/** A scorecard, not looked into further than a rule needs. */
export interface ReadCard {
  readonly card: { readonly [key: string]: unknown };
  readonly path: Path;
}

/** How the account stands, as rules and multipliers see it. */
export interface ReadStanding extends Placing {
  readonly card: ReadCard | null;
  readonly previousCard: ReadCard | null;
  /** Oldest first. */
  readonly reviews: readonly Placing[];
}

export const NOWHERE: ReadStanding = { tier: null, quadrant: null, card: null, previousCard: null, reviews: [] };

const KEYS = ["tier", "quadrant", "card", "previousCard", "reviews"] as const satisfies readonly (keyof Standing)[];
const REVIEW_KEYS = ["tier", "quadrant", "date"] as const satisfies readonly (keyof Review)[];
const PATH: Path = ["standing"];

/** Reads a standing of unknown shape; names are those of the plan, and ignored where it lists none. */
export function readStanding(plan: PointsPlanDocument, value: unknown, issues: Issue[]): ReadStanding {
  const reading: Reading = { issues };
  const standing = readObject(reading, value, PATH, KEYS);
  if (standing === null) return NOWHERE;
  const card = readCard(reading, standing.card, "card");
  const placed = (key: keyof Placing): string | null => {
    const ofCard = isMissing(card?.card[key]) ? undefined : readKeyed(reading, card?.card[key], [...PATH, "card", key]);
    return standing[key] === undefined && ofCard !== undefined
      ? readName(plan, key, reading, ofCard?.name, [...PATH, "card", key, "name"])
      : readName(plan, key, reading, standing[key], [...PATH, key]);
  };
  return {
    tier: placed("tier"),
    quadrant: placed("quadrant"),
    card,
    previousCard: readCard(reading, standing.previousCard, "previousCard"),
    reviews: isMissing(standing.reviews) ? [] : readReviews(plan, reading, standing.reviews),
  };
}

function readReviews(plan: PointsPlanDocument, reading: Reading, value: unknown): readonly Placing[] {
  const path = [...PATH, "reviews"];
  return readList(reading, value, path).map((each, i) => {
    const review = readObject(reading, each, [...path, i], REVIEW_KEYS);
    const name = (key: keyof Placing) => readName(plan, key, reading, review?.[key], [...path, i, key]);
    return { tier: name("tier"), quadrant: name("quadrant") };
  });
}

function readCard(reading: Reading, value: unknown, key: string): ReadCard | null {
  if (isMissing(value)) return null;
  const path = [...PATH, key];
  const card = readKeyed(reading, value, path);
  return card === null ? null : { card, path };
}

/** What a plan calls the names of each kind, and the code of one that it does not know. */
const NAMES = {
  tier: { list: "tiers", code: "plan/unknown-tier" },
  quadrant: { list: "quadrants", code: "plan/unknown-quadrant" },
} as const satisfies { readonly [K in keyof Placing]: object };

function readName(
  plan: PointsPlanDocument,
  key: keyof Placing,
  reading: Reading,
  value: unknown,
  path: Path,
): string | null {
  const { list, code } = NAMES[key];
  const known = plan[list];
  const name = readText(reading, value, path);
  if (known === undefined || name === null || known.includes(name)) return name;
  reading.issues.push(issue(code, path, known, factOf(name), nearMiss(name, known)));
  return null;
}

/**
 * The published score that a card has for a dimension or the total: `null` where it has none, or is not a scored card; an
 * issue where it is a card of another model.
 */
export function scoreOn({ card, path }: ReadCard, on: string, issues: Issue[]): number | null {
  if (!isMissing(card.status) && card.status !== "scored") return null;
  const dimensions = isKeyed(card.dimensions) ? card.dimensions : {};
  const names = [...Object.keys(dimensions), ...("total" in card ? ["total"] : [])];
  if (!names.includes(on)) {
    const told = issues.some((each) => each.path[1] === path[1] && each.expected === on);
    if (!told) issues.push(issue("earn/unknown-score", path, on, names, nearMiss(on, names)));
    return null;
  }
  const isTotal = on === "total";
  const dimension = isTotal ? card : dimensions[on];
  if (isMissing(dimension)) return null;
  const at = isTotal ? path : [...path, "dimensions", on];
  const keyed = readKeyed({ issues }, dimension, at);
  const score = isTotal ? keyed?.total : keyed?.score;
  if (isMissing(score)) return null;
  if (typeof score === "number" && Number.isFinite(score)) return score;
  issues.push(issue("record/type", [...at, isTotal ? "total" : "score"], "a number", factOf(score)));
  return null;
}

function isKeyed(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

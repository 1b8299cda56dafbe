import { NO_SIDES } from "../classify/classify-quadrant.ts";
import { type Ladder, type PreviousTier, writeDay } from "../classify/classify-tier.ts";
import { isMissing } from "../core/is-missing.ts";
import { type Fact, factOf, type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { readDate } from "../core/plain-date.ts";
import { needsAsOf } from "../measure/measure-form.ts";
import type { ModelDocument, Side } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { PreviousCard, Sides, TierCard } from "../schema/scorecard.ts";

/** The options of one rating, read: days as numbers, tiers as rungs. */
export interface ReadOptions {
  readonly asOf: number | null;
  readonly previousTier: PreviousTier;
  readonly previousSides: Sides | null;
  /** As the card tells it; `null` when no previous rating was given. */
  readonly previous: PreviousCard | null;
  readonly override: TierCard["override"];
}

/** Reads the options of a rating; every issue goes into `issues`. */
export type OptionsReader = (options: ScoreOptions | undefined, issues: Issue[]) => ReadOptions;

export function compileOptions(model: ModelDocument, ladder: Ladder | null): OptionsReader {
  const reason = reasonForAsOf(model);
  const hasQuadrant = model.quadrant !== undefined;
  return (options, issues) => {
    if (options === undefined && reason === null) return NO_OPTIONS;
    const asOf = readDay(options?.asOf, "asOf", issues);
    if (asOf === null && reason !== null && isMissing(options?.asOf)) {
      issues.push(issue("options/as-of-missing", ["asOf"], reason, null));
    }
    const given = options?.previous ?? null;
    const rung = ladder === null ? null : readRung(given?.tier, ["previous", "tier"], ladder, issues);
    const validUntil = ladder === null ? null : readDay(given?.validUntil, "previous", issues, "validUntil");
    const sides = hasQuadrant ? readSides(given?.sides, issues) : NO_SIDES;
    return {
      asOf,
      previousTier: { rung, validUntil },
      previousSides: given === null ? null : sides,
      previous:
        given === null
          ? null
          : { tier: rung === null ? null : (ladder?.names[rung] as string), validUntil: writeDay(validUntil), sides },
      override: readOverride(options?.override, asOf, ladder, issues),
    };
  };
}

/** What is read where no options are given. */
const NO_OPTIONS: ReadOptions = {
  asOf: null,
  previousTier: { rung: null, validUntil: null },
  previousSides: null,
  previous: null,
  override: null,
};

/** What in the model needs the day of the rating, or `null`. */
function reasonForAsOf(model: ModelDocument): string | null {
  const measures = model.measures ?? {};
  const measure = Object.keys(measures).find((id) => needsAsOf(measures[id] as (typeof measures)[string]));
  if (measure !== undefined) return `measures.${measure}`;
  const rule = model.bonuses?.find(({ from, until }) => from !== undefined || until !== undefined);
  if (rule !== undefined) return `the dates of the bonus ${rule.id}`;
  return model.tier?.hold?.validMonths === undefined ? null : "tier.hold.validMonths";
}

function readDay(value: unknown, key: string, issues: Issue[], inner?: string): number | null {
  if (isMissing(value)) return null;
  const day = typeof value === "string" ? readDate(value) : null;
  if (day === null) issues.push(issue("options/date", inner === undefined ? [key] : [key, inner], null, factOf(value)));
  return day;
}

function readRung(value: unknown, path: readonly string[], ladder: Ladder, issues: Issue[]): number | null {
  if (isMissing(value)) return null;
  const rung = typeof value === "string" ? ladder.rungOf(value) : -1;
  if (rung >= 0) return rung;
  const near = typeof value === "string" ? nearMiss(value, ladder.names) : undefined;
  issues.push(issue("options/unknown-tier", path, ladder.names as readonly Fact[], factOf(value), near));
  return null;
}

function readSides(value: unknown, issues: Issue[]): Sides {
  if (isMissing(value)) return NO_SIDES;
  const sides = value as { readonly x?: unknown; readonly y?: unknown };
  return { x: readSide(sides.x, "x", issues), y: readSide(sides.y, "y", issues) };
}

function readSide(value: unknown, axis: "x" | "y", issues: Issue[]): Side | null {
  if (isMissing(value)) return null;
  if (value === "high" || value === "low") return value;
  issues.push(issue("options/side", ["previous", "sides", axis], ["high", "low"], factOf(value)));
  return null;
}

function readOverride(
  given: ScoreOptions["override"],
  asOf: number | null,
  ladder: Ladder | null,
  issues: Issue[],
): TierCard["override"] {
  if (given === null || given === undefined) return null;
  if (ladder === null) {
    issues.push(issue("options/section-missing", ["override"], "tier", null));
    return null;
  }
  const rung = readRung(given.tier, ["override", "tier"], ladder, issues);
  if (rung === null && isMissing(given.tier)) {
    issues.push(issue("options/unknown-tier", ["override", "tier"], ladder.names as readonly Fact[], null));
  }
  const reason: unknown = given.reason;
  if (typeof reason !== "string" || reason.trim() === "") {
    issues.push(issue("options/reason", ["override", "reason"], null, factOf(reason)));
  }
  const until = readDay(given.until, "override", issues, "until");
  if (until !== null && asOf === null) issues.push(issue("options/as-of-missing", ["asOf"], "override.until", null));
  return {
    tier: ladder.names[rung ?? 0] as string,
    reason: given.reason,
    until: writeDay(until),
    isInForce: until === null || (asOf !== null && asOf <= until),
  };
}

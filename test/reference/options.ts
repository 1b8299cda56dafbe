import { isDay } from "./calendar.ts";
import type { ModelDocument, Override, Previous, ScoreOptions } from "./document.ts";
import type { Issue, PreviousCard, Sides } from "./scorecard.ts";
import { happened } from "./trace.ts";

export interface ReadOptions {
  asOf: string | null;
  previous: PreviousCard | null;
  override: Override | null;
}

export function readOptions(model: ModelDocument, options: ScoreOptions, issues: Issue[]): ReadOptions {
  const override = options.override ?? null;
  const asOf = options.asOf ?? null;
  if (asOf !== null && !isDay(asOf)) issues.push({ path: "asOf", why: "not a calendar day" });
  if (asOf === null && needsDay(model, override)) issues.push({ path: "asOf", why: "needed" });
  if (override !== null) checkOverride(model, override, issues);
  const named = override && { ...override, tier: tierOfToday(model, override.tier) ?? override.tier };
  return { asOf, previous: readPrevious(model, options.previous ?? null, issues), override: named };
}

function needsDay(model: ModelDocument, override: Override | null): boolean {
  const measures = Object.values(model.measures ?? {});
  const hasDateMeasure = measures.some(({ kind }) => kind === "days-since" || kind === "months-since");
  const hasDatedRule = (model.bonuses ?? []).some((rule) => rule.from !== undefined || rule.until !== undefined);
  const hasValidity = model.tier?.hold?.validMonths !== undefined;
  return hasDateMeasure || hasDatedRule || hasValidity || (override?.until ?? null) !== null;
}

function checkOverride(model: ModelDocument, override: Override, issues: Issue[]): void {
  if (tierOfToday(model, override.tier) === null) {
    issues.push({ path: "override.tier", why: "not a tier of the model" });
  }
  if (typeof override.reason !== "string" || override.reason === "") {
    issues.push({ path: "override.reason", why: "needed" });
  }
  const until = override.until ?? null;
  if (until !== null && !isDay(until)) {
    issues.push({ path: "override.until", why: "not a calendar day" });
  }
}

/** A section the model does not have is ignored: neither checked nor carried. */
function readPrevious(model: ModelDocument, previous: Previous | null, issues: Issue[]): PreviousCard | null {
  if (previous === null) return null;
  const validUntil = (model.tier && previous.validUntil) ?? null;
  if (validUntil !== null && !isDay(validUntil)) {
    issues.push({ path: "previous.validUntil", why: "not a calendar day" });
  }
  const sides = model.quadrant ? readSides(previous, issues) : { x: null, y: null };
  return { tier: readPreviousTier(model, previous, issues), validUntil, sides };
}

function readSides(previous: Previous, issues: Issue[]): Sides {
  const sides = { x: previous.sides?.x ?? null, y: previous.sides?.y ?? null };
  for (const axis of ["x", "y"] as const) {
    if (![null, "high", "low"].includes(sides[axis])) {
      issues.push({ path: `previous.sides.${axis}`, why: "not high or low" });
    }
  }
  return sides;
}

function readPreviousTier(model: ModelDocument, previous: Previous, issues: Issue[]): string | null {
  const name = previous.tier ?? null;
  if (!model.tier || name === null) return null;
  const tier = tierOfToday(model, name);
  if (tier === null) issues.push({ path: "previous.tier", why: "not a tier of the model" });
  return tier;
}

/** A rung by its name of today or of before, by today's name. */
function tierOfToday(model: ModelDocument, name: string): string | null {
  const rungs = model.tier?.rungs ?? [];
  const byName = rungs.find((rung) => rung.name === name);
  if (byName) return byName.name;
  const byFormerName = rungs.find((rung) => rung.formerly?.includes(name));
  if (byFormerName) happened("formerly used");
  return byFormerName?.name ?? null;
}

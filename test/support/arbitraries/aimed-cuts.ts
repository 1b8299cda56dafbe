import fc from "fast-check";
import { referenceScore } from "../../reference/card.ts";
import type { ModelDocument, Quadrant, Tier } from "../../reference/document.ts";
import type { Scorecard } from "../../reference/scorecard.ts";
import { SupportDecimal } from "./decimal-units.ts";
import type { ScoringRow } from "./scoring-case.ts";

/** Puts a cut of the document exactly where a score of the row lies, or one unit beside it. */
export interface CutAim {
  at: "cut-x" | "cut-y" | "dead-band-x" | "dead-band-y" | "rung" | "margin" | "coverage";
  units: number;
}

export function cutAims(): fc.Arbitrary<CutAim[]> {
  const aim = fc.record({
    at: fc.constantFrom<CutAim["at"][]>("cut-x", "cut-y", "rung", "dead-band-x", "dead-band-y", "margin", "coverage"),
    units: fc.constantFrom(0, 1, -1),
  });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<CutAim[]>([]) },
    { weight: 1, arbitrary: fc.array(aim, { maxLength: 4 }) },
  );
}

/** Cuts change no score, so the reference's card of the row stays true while they move. */
export function withAimedCuts(document: ModelDocument, row: ScoringRow, aims: CutAim[]): ModelDocument {
  if (aims.length === 0) return document;
  const result = referenceScore(document, row.account, row.options);
  if (!result.ok) return document;
  return aims.reduce((aimed, aim) => withAimedCut(aimed, result.card, aim), document);
}

function withAimedCut(document: ModelDocument, card: Scorecard, aim: CutAim): ModelDocument {
  const { quadrant, tier } = document;
  const beside = (score: number): number | null => besideScore(document, score, aim.units);
  switch (aim.at) {
    case "coverage":
      return { ...document, minimumCoverage: card.coverage };
    case "cut-x":
    case "cut-y":
      return quadrant ? { ...document, quadrant: aimedCut(quadrant, card, aim.at, beside) } : document;
    case "dead-band-x":
    case "dead-band-y":
      return quadrant ? { ...document, quadrant: aimedBand(quadrant, card, aim) } : document;
    case "rung":
      return tier ? { ...document, tier: aimedRung(tier, card, beside) } : document;
    case "margin":
      return tier ? { ...document, tier: aimedMargin(tier, card) } : document;
  }
}

function scoreOn(card: Scorecard, id: string): number | null {
  return id === "total" ? card.total : (card.dimensions[id]?.score ?? null);
}

/** Null outside the range. */
function besideScore(document: ModelDocument, score: number, units: number): number | null {
  const [low, high] = document.range ?? [0, 100];
  const unit = new SupportDecimal(10).pow(-(document.places?.score ?? 2));
  const value = unit.times(units).plus(score).toNumber();
  return value < low || value > high ? null : value;
}

function aimedCut(
  quadrant: Quadrant,
  card: Scorecard,
  at: "cut-x" | "cut-y",
  beside: (score: number) => number | null,
): Quadrant {
  const axis = at === "cut-x" ? "x" : "y";
  const score = scoreOn(card, quadrant[axis]);
  const cut = score === null ? null : beside(score);
  return cut === null ? quadrant : { ...quadrant, cut: { ...quadrant.cut, [axis]: cut } };
}

function aimedBand(quadrant: Quadrant, card: Scorecard, aim: CutAim): Quadrant {
  const axis = aim.at === "dead-band-x" ? "x" : "y";
  const score = scoreOn(card, quadrant[axis]);
  if (score === null) return quadrant;
  const deadBand = new SupportDecimal(score).minus(quadrant.cut[axis]).abs().toNumber();
  return { ...quadrant, deadBand };
}

/** The rung the score has reached moves up to it; rungs stay strictly falling. */
function aimedRung(tier: Tier, card: Scorecard, beside: (score: number) => number | null): Tier {
  const score = scoreOn(card, tier.on);
  const from = score === null ? null : beside(score);
  if (score === null || from === null) return tier;
  const reached = tier.rungs.findIndex((rung) => rung.from === undefined || score >= rung.from);
  const index = Math.min(reached, tier.rungs.length - 2);
  const above = tier.rungs[index - 1]?.from ?? Number.POSITIVE_INFINITY;
  const below = tier.rungs[index + 1]?.from ?? Number.NEGATIVE_INFINITY;
  if (from >= above || from <= below) return tier;
  const rungs = tier.rungs.map((rung, each) => (each === index ? { ...rung, from } : rung));
  return { ...tier, rungs };
}

function aimedMargin(tier: Tier, card: Scorecard): Tier {
  const score = scoreOn(card, tier.on);
  const from = tier.rungs.find((rung) => rung.name === card.previous?.tier)?.from;
  if (score === null || from === undefined || from <= score) return tier;
  const margin = new SupportDecimal(from).minus(score).toNumber();
  return { ...tier, hold: { ...tier.hold, margin } };
}

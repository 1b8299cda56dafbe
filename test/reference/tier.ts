import { plusMonths } from "./calendar.ts";
import type { Gate, Override, Rung, Tier } from "./document.ts";
import { type Exact, exact, plainNumber } from "./exact.ts";
import type { Issue, OverrideCard, PreviousCard, TierCard } from "./scorecard.ts";
import { happened } from "./trace.ts";

export interface Rating {
  tier: Tier;
  /** Null when the card is not scored, or the score the tier reads does not exist. */
  score: Exact | null;
  previous: PreviousCard | null;
  override: Override | null;
  firedGates: Gate[];
  asOf: string | null;
  issues: Issue[];
}

export function classifyByTier(rating: Rating): TierCard {
  const override = overrideOf(rating);
  if (rating.score === null) {
    return {
      name: null,
      earned: rating.previous?.tier ?? null,
      validUntil: rating.previous?.validUntil ?? null,
      held: null,
      override,
      up: null,
      down: null,
    };
  }
  const { rungs } = rating.tier;
  const { earned, held } = earn(rating, rating.score);
  const gated = nameOf(rungs, afterGates(rating, earned));
  return {
    name: override?.isInForce ? override.tier : gated,
    earned: nameOf(rungs, earned),
    validUntil: validUntilOf(rating, earned),
    held,
    override,
    ...neighbours(rungs, earned, rating.score),
  };
}

/** The rung, best is 0, and what kept it above the score's own rung. */
function earn(rating: Rating, score: Exact): { earned: number; held: TierCard["held"] } {
  const { rungs, hold = {} } = rating.tier;
  const candidate = rungOf(rungs, score);
  const before = previousRung(rating);
  if (before === null || candidate <= before) return { earned: candidate, held: null };

  const validUntil = rating.previous?.validUntil ?? null;
  if (hold.validMonths !== undefined && validUntil !== null) {
    if (rating.asOf === validUntil) happened("boundary valid until");
    if ((rating.asOf as string) < validUntil) return { earned: before, held: "validity" };
  }
  if (hold.margin !== undefined) {
    const floor = exact((rungs[before] as Rung).from as number).minus(exact(hold.margin));
    if (score.equals(floor)) happened("boundary margin");
    if (score.greaterThanOrEqualTo(floor)) return { earned: before, held: "margin" };
  }
  const lowest = hold.maxStepsDown === undefined ? candidate : before + hold.maxStepsDown;
  return lowest < candidate ? { earned: lowest, held: "step" } : { earned: candidate, held: null };
}

/** The first rung whose `from` the score has reached; the last has none. */
function rungOf(rungs: Rung[], score: Exact): number {
  if (rungs.some((rung) => rung.from !== undefined && score.equals(exact(rung.from)))) {
    happened("boundary rung");
  }
  return rungs.findIndex((rung) => rung.from === undefined || score.greaterThanOrEqualTo(exact(rung.from)));
}

function previousRung(rating: Rating): number | null {
  const name = rating.previous?.tier ?? null;
  return name === null ? null : indexOf(rating.tier.rungs, name);
}

function validUntilOf(rating: Rating, earned: number): string | null {
  const months = rating.tier.hold?.validMonths;
  if (months === undefined) return null;
  const before = rating.previous?.validUntil ?? null;
  const isUnchanged = previousRung(rating) === earned;
  if (isUnchanged && before !== null && (rating.asOf as string) < before) return before;
  const renewed = plusMonths(rating.asOf as string, months);
  if (renewed === null) rating.issues.push({ path: "tier.validUntil", why: "past the year 9999" });
  return renewed;
}

/** All fired `tierAtLeast` first, then all fired `tierAtMost`: a veto always wins. */
function afterGates(rating: Rating, earned: number): number {
  const { rungs } = rating.tier;
  const atLeast = rating.firedGates.flatMap((gate) => gate.tierAtLeast ?? []);
  const atMost = rating.firedGates.flatMap((gate) => gate.tierAtMost ?? []);
  const raised = Math.min(earned, ...atLeast.map((name) => indexOf(rungs, name)));
  const lowered = Math.max(raised, ...atMost.map((name) => indexOf(rungs, name)));
  if (raised !== earned) happened("raised by a gate");
  if (lowered !== raised) happened("lowered by a gate");
  return lowered;
}

function neighbours(rungs: Rung[], earned: number, score: Exact): Pick<TierCard, "up" | "down"> {
  const above = rungs[earned - 1];
  const own = rungs[earned] as Rung;
  const below = rungs[earned + 1];
  return {
    up: above ? { name: above.name, needs: plainNumber(exact(above.from as number).minus(score)) } : null,
    down: below ? { name: below.name, slack: plainNumber(score.minus(exact(own.from as number))) } : null,
  };
}

function overrideOf({ override, asOf }: Rating): OverrideCard | null {
  if (override === null) return null;
  const until = override.until ?? null;
  if (until !== null && until === asOf) happened("boundary override until");
  const isInForce = until === null || (asOf as string) <= until;
  return { tier: override.tier, reason: override.reason, until, isInForce };
}

function indexOf(rungs: Rung[], name: string): number {
  return rungs.findIndex((rung) => rung.name === name);
}

function nameOf(rungs: Rung[], index: number): string {
  return (rungs[index] as Rung).name;
}

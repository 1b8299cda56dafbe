import { addMonths, writeDate } from "../core/plain-date.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import type { Tier } from "../schema/model-document.ts";
import type { HeldBy, TierCard } from "../schema/scorecard.ts";

/** What was rated before, as the ladder sees it: rung number and day number. */
export interface PreviousTier {
  readonly rung: number | null;
  readonly validUntil: number | null;
}

/** The earned rating of one day: rungs by number, best first. */
export interface EarnedTier {
  readonly rung: number;
  readonly held: HeldBy | null;
  readonly validUntil: number | null;
}

/** A tier section, compiled. */
export interface Ladder {
  readonly names: readonly string[];
  /** The score each rung starts from, × 10^−places.score; the last starts from −∞. */
  readonly bounds: readonly number[];
  /** The rung of a name of today or of an earlier version; −1 if the model knows none. */
  readonly rungOf: (name: string) => number;
  /** The rung of a bare score, × 10^−places.score. */
  readonly candidate: (score: number) => number;
  readonly earn: (score: number, asOf: number | null, previous: PreviousTier) => EarnedTier | "date-range";
  /** The rungs next to the earned one, and the way to them. */
  readonly neighbours: (rung: number, score: number) => Pick<TierCard, "up" | "down">;
}

/**
 * The ladder of a model: a better candidate is promoted at once; a worse one is held by validity, then by margin, and
 * else falls at most so many rungs.
 */
export function compileTier(tier: Tier, scorePlaces: number): Ladder {
  const names = tier.rungs.map(({ name }) => name);
  const bounds = tier.rungs.map(({ from }) =>
    from === undefined ? Number.NEGATIVE_INFINITY : toScaled(from, scorePlaces),
  );
  const { margin, maxStepsDown = Number.POSITIVE_INFINITY, validMonths } = tier.hold ?? {};
  const scaledMargin = toScaled(margin ?? 0, scorePlaces);
  const rungs = new Map<string, number>();
  tier.rungs.forEach(({ formerly }, i) => {
    for (const former of formerly ?? []) rungs.set(former, i);
  });
  names.forEach((name, i) => {
    rungs.set(name, i);
  });

  const candidate = (score: number) => bounds.findIndex((bound) => score >= bound);

  const hold = (score: number, asOf: number | null, previous: PreviousTier): Pick<EarnedTier, "rung" | "held"> => {
    const reached = candidate(score);
    const before = previous.rung;
    if (before === null || reached <= before) return { rung: reached, held: null };
    const isValid = validMonths !== undefined && previous.validUntil !== null && (asOf as number) < previous.validUntil;
    if (isValid) return { rung: before, held: "validity" };
    if (score >= (bounds[before] as number) - scaledMargin) return { rung: before, held: "margin" };
    const fallen = Math.min(reached, before + maxStepsDown);
    return { rung: fallen, held: fallen < reached ? "step" : null };
  };

  return {
    names,
    bounds,
    rungOf: (name) => rungs.get(name) ?? -1,
    candidate,
    earn: (score, asOf, previous) => {
      const { rung, held } = hold(score, asOf, previous);
      if (validMonths === undefined) return { rung, held, validUntil: null };
      const old = previous.validUntil;
      const isKept = rung === previous.rung && old !== null && (asOf as number) < old;
      const validUntil = isKept ? old : addMonths(asOf as number, validMonths);
      return validUntil === null ? "date-range" : { rung, held, validUntil };
    },
    neighbours: (rung, score) => {
      const way = (from: number, to: number) => fromScaled(to - from, scorePlaces);
      return {
        up: rung === 0 ? null : { name: names[rung - 1] as string, needs: way(score, bounds[rung - 1] as number) },
        down:
          rung === names.length - 1
            ? null
            : { name: names[rung + 1] as string, slack: way(bounds[rung] as number, score) },
      };
    },
  };
}

/** A day number as text, `null` where there is none. */
export function writeDay(day: number | null): string | null {
  return day === null ? null : writeDate(day);
}

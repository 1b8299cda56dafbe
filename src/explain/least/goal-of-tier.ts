import type { Ladder } from "../../classify/classify-tier.ts";
import { effectOf } from "../../classify/compile-gates.ts";
import { toScaled } from "../../core/scaled.ts";
import { unreachable } from "../../core/unreachable.ts";
import type { Gate } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { CardBounds } from "../bounds/card-bounds.ts";
import type { ValueBounds } from "../bounds/join-bounds.ts";
import { NO, type Possibly, YES } from "../bounds/region.ts";
import { type CompiledGoal, canBeScored, lacking, type Setting, scoreAt } from "./compiled-goal.ts";

/** The ladder of a model that has a tier. */
export function ladderOf({ assembly }: Pick<Setting, "assembly">): Ladder {
  return assembly.ladder ?? unreachable("a goal of a tier without a ladder");
}

/** The rung of today's tier, −1 without one. */
export function rungOfCard(ladder: Ladder, { tier }: Scorecard): number {
  return tier?.name == null ? -1 : ladder.rungOf(tier.name);
}

/** The rung above today's; the last one where there is none today. */
export function rungAbove(setting: Setting): number {
  const ladder = ladderOf(setting);
  const rung = rungOfCard(ladder, setting.now);
  return rung < 0 ? ladder.names.length - 1 : rung - 1;
}

/** A tier at least as good as a rung. */
export function reachRung(wanted: number, setting: Setting): CompiledGoal {
  const ladder = ladderOf(setting);
  const on = scoreAt(setting.assembly.model.tier?.on, setting);
  const bound = boundOf(wanted, setting);
  const rungs = rungsWithin(setting);
  return {
    of: on.id,
    isReached: (card) => {
      const rung = rungOfCard(ladder, card);
      return rung >= 0 && rung <= wanted;
    },
    isPossible: (bounds) => canBeScored(bounds) && on.within(bounds).presence !== NO && rungs(bounds).best <= wanted,
    shortfall: (card) => lacking(bound, on.of(card)),
    leastShortfall: (bounds) => lacking(bound, on.within(bounds).high),
  };
}

/** A worse tier than today's, or none. */
export function loseRung(setting: Setting): CompiledGoal {
  const ladder = ladderOf(setting);
  const held = rungOfCard(ladder, setting.now);
  const on = scoreAt(setting.assembly.model.tier?.on, setting);
  const rungs = rungsWithin(setting);
  const orFar = (score: number) => (Number.isNaN(score) ? Number.POSITIVE_INFINITY : score);
  return {
    of: on.id,
    isReached: (card) => {
      const rung = rungOfCard(ladder, card);
      return rung < 0 || rung > held;
    },
    isPossible: (bounds) =>
      !bounds.isRejected && (!mustBeScored(bounds, on.within(bounds)) || rungs(bounds).worst > held),
    shortfall: (card) => orFar(on.of(card)),
    leastShortfall: (bounds) => orFar(on.within(bounds).low),
  };
}

/** The best and the worst tier of any card within bounds that has one, as rungs. */
export function rungsWithin(
  setting: Pick<Setting, "assembly" | "options">,
): (bounds: CardBounds) => { readonly best: number; readonly worst: number } {
  const { assembly, options } = setting;
  const ladder = ladderOf(setting);
  const on = scoreAt(assembly.model.tier?.on, setting);
  const { override, asOf, previousTier } = options;
  const gates = assembly.model.gates ?? [];
  const last = ladder.names.length - 1;
  const earned = (score: number, otherwise: number) => {
    const tier = ladder.earn(score, asOf, previousTier);
    return tier === "date-range" ? otherwise : tier.rung;
  };
  const moved = (rung: number, fired: (gate: Gate, i: number) => boolean) =>
    effectOf(gates.filter(fired), ladder.rungOf).applyTo(rung);
  if (override?.isInForce) {
    const rung = ladder.rungOf(override.tier);
    return () => ({ best: rung, worst: rung });
  }
  return (bounds) => {
    const { low, high } = on.within(bounds);
    const can = (i: number) => bounds.gates[i] !== NO;
    const must = (i: number) => bounds.gates[i] === YES;
    // A gate lifts for the best and lowers for the worst wherever it can, and does the other only where it must.
    return {
      best: moved(earned(high, 0), ({ tierAtLeast }, i) => (tierAtLeast !== undefined ? can(i) : must(i))),
      worst: moved(earned(low, last), ({ tierAtMost }, i) => (tierAtMost !== undefined ? can(i) : must(i))),
    };
  };
}

/** The bound of a rung, × 10^−places.score; the last has none. */
function boundOf(rung: number, { assembly }: Setting): number {
  const from = assembly.model.tier?.rungs[rung]?.from;
  return from === undefined ? Number.NEGATIVE_INFINITY : toScaled(from, assembly.scorePlaces);
}

function mustBeScored({ isInsufficient, isDisqualified }: CardBounds, { presence }: ValueBounds): boolean {
  const isSure = (...all: readonly Possibly[]) => all.every((each) => each === NO);
  return isSure(isInsufficient, isDisqualified) && presence === YES;
}

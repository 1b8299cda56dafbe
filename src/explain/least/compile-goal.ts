import type { Ladder } from "../../classify/classify-tier.ts";
import { effectOf } from "../../classify/compile-gates.ts";
import { toScaled } from "../../core/scaled.ts";
import { unreachable } from "../../core/unreachable.ts";
import type { Gate, Side } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { Assembly } from "../../score/assembly.ts";
import type { ReadOptions } from "../../score/read-options.ts";
import type { CardBounds } from "../bounds/card-bounds.ts";
import type { ValueBounds } from "../bounds/node-bounds.ts";
import { NO, type Possibly, YES } from "../bounds/region.ts";
import type { Goal, GoalKind } from "./goal.ts";

/** A goal as the search asks about it: of a card, and of bounds that hold many. */
export interface CompiledGoal {
  /** The score that the goal is about, or is nearest to. */
  readonly of: string;
  readonly isReached: (card: Scorecard) => boolean;
  /** False only if no card within the bounds reaches it. */
  readonly isPossible: (bounds: CardBounds) => boolean;
  /** How far a card is from it, × 10^−places.score; less is nearer, infinite without a score. */
  readonly shortfall: (card: Scorecard) => number;
  /** No card within the bounds is nearer. */
  readonly leastShortfall: (bounds: CardBounds) => number;
}

interface Setting {
  readonly assembly: Assembly;
  readonly options: ReadOptions;
  /** The card before any change. */
  readonly now: Scorecard;
}

type Of<K extends GoalKind> = Extract<Goal, { readonly kind: K }>;

/** A goal of a model and account that have what it speaks of. */
export function compileGoal(goal: Goal, setting: Setting): CompiledGoal {
  return (GOALS[goal.kind] as (goal: Goal, setting: Setting) => CompiledGoal)(goal, setting);
}

const GOALS = {
  "tier-up": (_goal: Of<"tier-up">, setting: Setting) => reachRung(rungAbove(setting), setting),
  stay: (_goal: Of<"stay">, setting: Setting) => loseRung(setting),
  tier: ({ name }: Of<"tier">, setting: Setting) => reachRung(ladderOf(setting).rungOf(name), setting),
  quadrant: reachCell,
  score: reachScore,
} satisfies { readonly [K in GoalKind]: (goal: never, setting: Setting) => CompiledGoal };

function ladderOf({ assembly }: Setting): Ladder {
  return assembly.ladder ?? unreachable("a goal of a tier without a ladder");
}

/** The rung of today's tier, −1 without one. */
export function rungOfCard(ladder: Ladder, { tier }: Scorecard): number {
  return tier?.name == null ? -1 : ladder.rungOf(tier.name);
}

function rungAbove(setting: Setting): number {
  const ladder = ladderOf(setting);
  const rung = rungOfCard(ladder, setting.now);
  return rung < 0 ? ladder.names.length - 1 : rung - 1;
}

function reachRung(wanted: number, setting: Setting): CompiledGoal {
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

function loseRung(setting: Setting): CompiledGoal {
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
function rungsWithin(setting: Setting): (bounds: CardBounds) => { readonly best: number; readonly worst: number } {
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

function reachCell({ name }: Of<"quadrant">, setting: Setting): CompiledGoal {
  const { assembly, options } = setting;
  const quadrant = assembly.model.quadrant ?? unreachable("a goal of a quadrant without one");
  const cell = quadrant.cells.find((each) => each.name === name) ?? unreachable("a goal of no cell");
  const rate = assembly.rateQuadrant ?? unreachable("a quadrant that is not compiled");
  const [x, y] = [scoreAt(quadrant.x, setting), scoreAt(quadrant.y, setting)];
  const cuts = { x: toScaled(quadrant.cut.x, assembly.scorePlaces), y: toScaled(quadrant.cut.y, assembly.scorePlaces) };
  const far = (side: Side, cut: number, low: number, high: number) =>
    side === "high" ? lacking(cut, high) : lacking(low, cut - 1);
  return {
    of: x.id,
    isReached: (card) => card.quadrant?.name === name,
    isPossible: (bounds) => {
      const [onX, onY] = [x.within(bounds), y.within(bounds)];
      if (!canBeScored(bounds) || onX.presence === NO || onY.presence === NO) return false;
      const end = (side: Side, on: ValueBounds) => (side === "high" ? on.high : on.low);
      const { sides } = rate(end(cell.x, onX), end(cell.y, onY), options.previousSides, true);
      return sides.x === cell.x && sides.y === cell.y;
    },
    shortfall: (card) => {
      const [onX, onY] = [x.of(card), y.of(card)];
      return far(cell.x, cuts.x, onX, onX) + far(cell.y, cuts.y, onY, onY);
    },
    leastShortfall: (bounds) => {
      const [onX, onY] = [x.within(bounds), y.within(bounds)];
      return far(cell.x, cuts.x, onX.low, onX.high) + far(cell.y, cuts.y, onY.low, onY.high);
    },
  };
}

function reachScore({ of = "total", atLeast }: Of<"score">, setting: Setting): CompiledGoal {
  const on = scoreAt(of, setting);
  const wanted = toScaled(atLeast, setting.assembly.scorePlaces);
  return {
    of,
    isReached: (card) => on.of(card) >= wanted,
    isPossible: (bounds) => !bounds.isRejected && on.within(bounds).presence !== NO && on.within(bounds).high >= wanted,
    shortfall: (card) => lacking(wanted, on.of(card)),
    leastShortfall: (bounds) => lacking(wanted, on.within(bounds).high),
  };
}

interface ScoreAt {
  readonly id: string;
  /** × 10^−places.score, NaN without. */
  readonly of: (card: Scorecard) => number;
  readonly within: (bounds: CardBounds) => ValueBounds;
}

function scoreAt(id: string | undefined, { assembly }: Setting): ScoreAt {
  const { layout, scorePlaces } = assembly;
  const name = id as string;
  const at = name === "total" ? layout.dimensionIds.length : layout.dimensionIds.indexOf(name);
  return {
    id: name,
    of: (card) => {
      const score = name === "total" ? card.total : card.dimensions[name]?.score;
      return score == null ? Number.NaN : toScaled(score, scorePlaces);
    },
    within: ({ scores }) => scores[at] as ValueBounds,
  };
}

/** The bound of a rung, × 10^−places.score; the last has none. */
function boundOf(rung: number, { assembly }: Setting): number {
  const from = assembly.model.tier?.rungs[rung]?.from;
  return from === undefined ? Number.NEGATIVE_INFINITY : toScaled(from, assembly.scorePlaces);
}

/** What is lacking from one number to a greater one, none where it is not; infinite where there is no number. */
function lacking(greater: number, number: number): number {
  const lack = greater - number;
  return Number.isNaN(lack) ? Number.POSITIVE_INFINITY : Math.max(0, lack);
}

function canBeScored({ isRejected, isInsufficient, isDisqualified }: CardBounds): boolean {
  return !isRejected && isInsufficient !== YES && isDisqualified !== YES;
}

function mustBeScored({ isInsufficient, isDisqualified }: CardBounds, { presence }: ValueBounds): boolean {
  const isSure = (...all: readonly Possibly[]) => all.every((each) => each === NO);
  return isSure(isInsufficient, isDisqualified) && presence === YES;
}

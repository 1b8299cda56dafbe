import { toScaled } from "../../core/scaled.ts";
import { NO } from "../bounds/region.ts";
import { type CompiledGoal, lacking, type Setting, scoreAt } from "./compiled-goal.ts";
import type { Goal, GoalKind } from "./goal.ts";
import { reachCell } from "./goal-of-cell.ts";
import { ladderOf, loseRung, reachRung, rungAbove } from "./goal-of-tier.ts";

type Of<K extends GoalKind> = Extract<Goal, { readonly kind: K }>;

/** A goal of a model and account that have what it speaks of. */
export function compileGoal(goal: Goal, setting: Setting): CompiledGoal {
  return (GOALS[goal.kind] as (goal: Goal, setting: Setting) => CompiledGoal)(goal, setting);
}

const GOALS = {
  "tier-up": (_goal: Of<"tier-up">, setting: Setting) => reachRung(rungAbove(setting), setting),
  stay: (_goal: Of<"stay">, setting: Setting) => loseRung(setting),
  tier: ({ name }: Of<"tier">, setting: Setting) => reachRung(ladderOf(setting).rungOf(name), setting),
  quadrant: ({ name }: Of<"quadrant">, setting: Setting) => reachCell(name, setting),
  score: reachScore,
} satisfies { readonly [K in GoalKind]: (goal: never, setting: Setting) => CompiledGoal };

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

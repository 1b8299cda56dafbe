import { fromScaled } from "../../core/scaled.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import { type Axis, type ChoicesAxis, type StepsAxis, valueAt } from "./axis.ts";
import type { FieldChange, Standing } from "./change.ts";
import type { CompiledGoal } from "./compiled-goal.ts";
import { costOfSteps, type Effort, toldCost } from "./effort.ts";
import { findBest } from "./find-best.ts";
import { findNearest } from "./find-nearest.ts";
import type { Probe } from "./probe.ts";
import type { ChangeTeller } from "./tell-change.ts";

type Value = number | string | boolean;

/** What every search of one call has in common. */
export interface Search {
  readonly goal: CompiledGoal;
  readonly isStay: boolean;
  readonly now: Scorecard;
  readonly effort: { readonly [field: string]: Effort };
  readonly probe: Probe;
  readonly teller: ChangeTeller;
  readonly standing: (card: Scorecard) => Standing;
}

/** The least change of one field, or that there is none. */
export function changeOfField(axis: Axis, search: Search): FieldChange {
  return axis.kind === "steps" ? changeOfSteps(axis, search) : changeOfChoice(axis, search);
}

/** The effort declared for a field. */
export function effortOf({ effort }: Search, field: string): Effort | undefined {
  return hasOwn.call(effort, field) ? effort[field] : undefined;
}

const hasOwn = Object.prototype.hasOwnProperty;

/** to − from of a number, null where one of them is none. */
export function moveOf(axis: Axis, from: unknown, step: number): number | null {
  return axis.kind === "steps" && from !== null ? fromScaled(step - axis.origin, axis.places) : null;
}

function changeOfSteps(axis: StepsAxis, search: Search): FieldChange {
  const { goal, probe, now, teller, standing, isStay } = search;
  const { field, places } = axis;
  const from = publishedValue(now, field);
  const nearest = findNearest(axis, goal, probe);
  const named = { field, title: teller.title(field), from };
  if (nearest.kind === "stopped") {
    const noneWithin = fromScaled(nearest.noneWithin, places);
    return { kind: "undecided", ...named, noneWithin, text: teller.undecided(field, noneWithin) };
  }
  if (nearest.kind === "none") {
    const best = isStay ? null : findBest(axis, goal, now, probe);
    const nearer = best && { ...best, to: valueAt(axis, best.step), by: moveOf(axis, from, best.step) };
    return unreachable(named, nearer, search);
  }
  const { step, card } = nearest;
  const effort = effortOf(search, field);
  const by = moveOf(axis, from, step);
  const change = {
    ...named,
    to: valueAt(axis, step),
    by,
    slack: isStay && by !== null ? fromScaled(Math.abs(step - axis.origin) - 1, places) : null,
  };
  const cost = effort === undefined ? null : toldCost(costOfSteps(axis, effort, { low: step, high: step }));
  return { kind: "change", ...change, cost, after: standing(card), text: teller.change(change, isStay) };
}

/** The published value of a field that can be changed. */
function publishedValue(card: Scorecard, field: string): Value | null {
  return card.inputs[field] ?? null;
}

/** Every choice is one change; of those that reach the goal the one that moves its score least is told. */
function changeOfChoice({ field, choices }: ChoicesAxis, search: Search): FieldChange {
  const { goal, probe, now, teller, standing, isStay } = search;
  const named = { field, title: teller.title(field), from: publishedValue(now, field) };
  const tried = choices.flatMap((to) => {
    const card = probe.card({ [field]: to });
    return card === null ? [] : [{ to, card, shortfall: goal.shortfall(card), move: moveOfScore(card, search) }];
  });
  const [least] = tried.filter(({ card }) => goal.isReached(card)).sort((a, b) => a.move - b.move);
  if (least === undefined) {
    const nearer = isStay ? [] : tried.filter(({ shortfall }) => shortfall < goal.shortfall(now));
    const [best] = nearer.sort((a, b) => a.shortfall - b.shortfall);
    return unreachable(named, best === undefined ? null : { ...best, by: null, isProved: true }, search);
  }
  const change = { ...named, to: least.to, by: null, slack: null };
  const cost = effortOf(search, field)?.weight ?? null;
  return { kind: "change", ...change, cost, after: standing(least.card), text: teller.change(change, isStay) };
}

function moveOfScore(card: Scorecard, { standing, now }: Search): number {
  const [before, after] = [standing(now).score, standing(card).score];
  return before === null || after === null ? Number.POSITIVE_INFINITY : Math.abs(after - before);
}

interface Nearer {
  readonly to: Value;
  readonly by: number | null;
  readonly card: Scorecard;
  readonly isProved: boolean;
}

function unreachable(
  named: Pick<FieldChange, "field" | "title" | "from">,
  best: Nearer | null,
  { teller, standing, isStay }: Search,
): FieldChange {
  const told = best === null ? null : { to: best.to, by: best.by, after: standing(best.card), isProved: best.isProved };
  const text = isStay
    ? teller.harmless(named.field)
    : teller.unreachable(named.field, told && { to: told.to, score: told.after.score });
  return { kind: "unreachable", ...named, best: told, text };
}

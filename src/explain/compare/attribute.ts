import { fromScaled, PUBLISHED_LIMIT, toScaled } from "../../core/scaled.ts";
import { difference } from "../exact-decimals.ts";
import type { ChangeCause } from "./comparison.ts";
import type { InputSteps, Scores, StatePath } from "./path-of-states.ts";

/** What one cause changed a score by. */
export interface Attributed {
  readonly cause: ChangeCause;
  readonly change: number;
}

/**
 * What each cause on the way changed one score by, adding up to the whole: a cause is what the score moves by when it
 * comes in. Causes between which the score is not there are told together.
 *
 * @param before the score of the earlier card
 * @param after the score of the later card
 * @param places decimals of both
 */
export function attribute(
  id: string,
  before: number,
  after: number,
  { steps, inputs }: StatePath,
  places: number,
): readonly Attributed[] {
  const told: Attributed[] = [];
  let current = before;
  let pending: ChangeCause[] = [];
  const arrive = (score: number) => {
    const change = difference(score, current, places);
    const [only, ...others] = pending;
    if (only !== undefined)
      told.push({ cause: others.length === 0 ? only : { kind: "together", causes: pending }, change });
    current = score;
    pending = [];
  };
  for (const { cause, scores } of steps) {
    pending.push(cause);
    const score = scoreIn(scores, id);
    if (score !== null) arrive(score);
  }
  const parts = pending.length > 0 ? null : inputParts(id, current, after, inputs, places);
  if (parts === null) {
    pending.push(...inputs.causes);
    arrive(after);
  } else told.push(...parts);
  return told.filter(({ change }) => change !== 0);
}

function scoreIn(scores: Scores, id: string): number | null {
  return scores?.[id] ?? null;
}

/**
 * What each input changed a score by: the mean of what it does in the order of the model and in the opposite one, so that
 * where two inputs work together each has half of it. Null where some state on the way has no such score.
 */
function inputParts(
  id: string,
  before: number,
  after: number,
  { causes, forward, backward }: InputSteps,
  places: number,
): readonly Attributed[] | null {
  const there = changesAlong(id, before, after, forward, places);
  const back = changesAlong(id, before, after, backward, places)?.reverse();
  if (there === null || back == null) return null;
  const parts = causes.map((cause, i) => ({ cause, change: meanOf(there[i] as number, back[i] as number, places) }));
  return parts.some(({ change }) => Number.isNaN(change)) ? null : parts;
}

/** From state to state; null unless every state has the score, and the ends are those of the cards. */
function changesAlong(
  id: string,
  before: number,
  after: number,
  states: readonly Scores[],
  places: number,
): number[] | null {
  const scores = states.map((state) => scoreIn(state, id));
  if (scores.includes(null) || scores[0] !== before || scores[scores.length - 1] !== after) return null;
  return scores.slice(1).map((score, i) => difference(score as number, scores[i] as number, places));
}

/** (a + b) ÷ 2 as the exact decimal, of one place more; NaN if that has more than 15 digits. */
function meanOf(a: number, b: number, places: number): number {
  const tenths = 5 * (toScaled(a, places) + toScaled(b, places));
  return Math.abs(tenths) < PUBLISHED_LIMIT ? fromScaled(tenths, places + 1) : Number.NaN;
}

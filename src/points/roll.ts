import { comesAfter } from "../core/rising.ts";
import type { Posting } from "./posting.ts";

/**
 * Postings by id. As long as ids rise, as they do in most tables, a new one comes after all others, and no map is made before
 * somebody looks for one that does not.
 */
export interface Roll {
  /** Those whose ids rise, while there is no map. */
  readonly rising: Posting[];
  last: string;
  map: Map<string, Posting> | null;
}

export function emptyRoll(): Roll {
  return { rising: [], last: "", map: null };
}

export function copyRoll(roll: Roll): Roll {
  const isEmpty = roll.map === null && roll.rising.length === 0;
  return isEmpty ? emptyRoll() : { rising: [], last: "", map: new Map(byId(roll)) };
}

export function findOn(roll: Roll, id: string): Posting | undefined {
  return roll.map === null && comesAfter(id, roll.last) ? undefined : byId(roll).get(id);
}

/** Adds one whose id is not there yet. */
export function putOnRoll(roll: Roll, posting: Posting): void {
  const { id } = posting.entry;
  if (roll.map === null && comesAfter(id, roll.last)) roll.rising.push(posting);
  else byId(roll).set(id, posting);
  roll.last = id;
}

function byId(roll: Roll): Map<string, Posting> {
  roll.map ??= new Map(roll.rising.map((posting) => [posting.entry.id, posting]));
  return roll.map;
}

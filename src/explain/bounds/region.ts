import type { Slot } from "../../core/slots.ts";

/** Whether something holds for none, for some or for all accounts of a region. */
export type Possibly = typeof NO | typeof MAYBE | typeof YES;
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

/**
 * What the slots of many accounts hold together: the least and the greatest published value, and whether it is missing.
 * Where both are the same value, and nothing is perhaps missing, the slot is that value (null where it is missing). Texts
 * lie between two in the order of their code units; one that is not settled may be any value of its field.
 */
export interface Region {
  readonly lows: Slot[];
  readonly highs: Slot[];
  readonly missing: Possibly[];
}

/** The first and the last day of a region; null without a day. */
export type Days = readonly [first: number | null, last: number | null];

/** Whether a slot is the same for all accounts of a region. */
export function isSettled({ lows, highs, missing }: Region, slot: number): boolean {
  return missing[slot] !== MAYBE && lows[slot] === highs[slot];
}

/** Both hold, as far as is known of each. */
export function both(a: Possibly, b: Possibly): Possibly {
  return a < b ? a : b;
}

import { compileBonuses } from "../bonus/compile-bonuses.ts";
import { readDate } from "../core/plain-date.ts";
import { unreachable } from "../core/unreachable.ts";
import type { BonusGroup, BonusRule, Caps, Condition } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import type { Lane } from "./lanes.ts";
import { byMask, compileMaskKernel, picked } from "./mask-kernel.ts";

/** Turns bases into scores: adds what fires, within the range. */
export type BonusKernel = (bases: Lane, least: number, greatest: number) => void;

/** The rules of a target that are in force on a day. */
export function rulesInForce(rules: readonly BonusRule[], target: string, asOf: number | null): readonly BonusRule[] {
  const day = (text: string | undefined, open: number) => (text === undefined ? open : (readDate(text) as number));
  return rules.filter(
    ({ to, from, until }) =>
      to === target &&
      (asOf === null || (asOf >= day(from, Number.NEGATIVE_INFINITY) && asOf <= day(until, Number.POSITIVE_INFINITY))),
  );
}

/**
 * What a set of fired rules adds is resolved once by the function that scores one account: a figure where the rules give
 * points, a function of the base where one gives a factor.
 */
export function compileBonusKernel(
  target: string,
  rules: readonly BonusRule[],
  groups: { readonly [id: string]: BonusGroup },
  caps: Caps,
  scorePlaces: number,
  chunk: Chunk,
  condition: (condition: Condition) => TruthKernel,
): BonusKernel {
  if (rules.length === 0) return () => {};
  const masks = compileMaskKernel(
    rules.map(({ when }) => (when === undefined ? null : condition(when))),
    chunk,
  );
  const added = byMask((mask) => {
    const fired = picked(mask, rules).map(({ when: _when, from: _from, until: _until, ...rule }) => rule);
    const resolve = compileBonuses(target, fired, groups, caps, scorePlaces, () =>
      unreachable("a fired rule is asked"),
    );
    const amount = (base: number) => resolve(base, [], null, []);
    return fired.some(({ factor }) => factor !== undefined) ? amount : amount(0);
  });
  return (bases, least, greatest) => {
    const fired = masks();
    for (let i = 0; i < chunk.rows; i++) {
      const mask = fired[i] as number;
      const base = bases[i] as number;
      if (mask === 0 || Number.isNaN(base)) continue;
      const points = added(mask);
      const score = base + (typeof points === "number" ? points : points(base));
      bases[i] = score < least ? least : score > greatest ? greatest : score;
    }
  };
}

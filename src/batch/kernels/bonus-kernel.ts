import { compileBonuses } from "../../bonus/compile-bonuses.ts";
import { inForce } from "../../core/in-force.ts";
import { unreachable } from "../../core/unreachable.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { BonusGroup, BonusRule, Caps, Condition } from "../../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import { byMask, compileMaskKernel, picked, powerOfTwo } from "./mask-kernel.ts";

/** Turns bases into scores: adds what fires, within the range. */
export type BonusKernel = (bases: Lane, least: number, greatest: number) => void;

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
    rules.map((rule) => ({
      when: rule.when === undefined ? null : condition(rule.when),
      isInForce: inForce(rule),
    })),
    chunk,
  );
  const resolved = (mask: number) => {
    const fired = picked(mask, rules).map(({ when: _when, from: _from, until: _until, ...rule }) => rule);
    const resolve = compileBonuses(target, fired, groups, caps, scorePlaces, () =>
      unreachable("a fired rule is asked"),
    );
    return (base: number) => resolve(base, [], null, []);
  };
  const isConstant = rules.every(({ factor }) => factor === undefined);
  if (isConstant && rules.length <= MOST_TABLED) {
    const masksOf = Array.from({ length: powerOfTwo(rules.length) }, (_, mask) => mask);
    const { kernels, table } = chunk.space;
    const added = table(Float64Array.from(masksOf, (mask) => resolved(mask)(0)));
    return (bases, least, greatest) => kernels.addByMask(at(masks()), chunk.rows, added, least, greatest, at(bases));
  }
  const added = byMask(resolved);
  return (bases, least, greatest) => {
    const fired = masks();
    for (let i = 0; i < chunk.rows; i++) {
      const base = bases[i] as number;
      if (!Number.isNaN(base)) bases[i] = within(base + added(fired[i] as number)(base), least, greatest);
    }
  };
}

/** With so many rules that give points, what each set of them adds is resolved beforehand. */
const MOST_TABLED = 6;

/** A score within its range; NaN stays. */
function within(score: number, least: number, greatest: number): number {
  return score < least ? least : score > greatest ? greatest : score;
}

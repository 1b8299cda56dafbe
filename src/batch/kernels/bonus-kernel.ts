import { compileBonuses } from "../../bonus/compile-bonuses.ts";
import type { BonusResult } from "../../bonus/resolve-stacking.ts";
import { inForce } from "../../core/in-force.ts";
import type { Slots } from "../../core/slots.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { BonusGroup, BonusRule, Caps, Condition } from "../../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import { byMask, compileMaskKernel, powerOfTwo } from "./mask-kernel.ts";

/** Turns bases into scores: adds what fires, within the range. */
export type BonusKernel = (bases: Lane, least: number, greatest: number) => void;

/**
 * What fired rules add is resolved by the function that scores one account: once for each set of them where they give points,
 * row by row where one gives a factor.
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
  const addedTo = compileAdded(target, rules, groups, caps, scorePlaces);
  const isConstant = rules.every(({ factor }) => factor === undefined);
  if (isConstant && rules.length <= MOST_TABLED) {
    const masksOf = Array.from({ length: powerOfTwo(rules.length) }, (_, mask) => mask);
    const { kernels, table } = chunk.space;
    const added = table(Float64Array.from(masksOf, (mask) => addedTo(0, mask)));
    return (bases, least, greatest) => kernels.addByMask(at(masks()), chunk.rows, added, least, greatest, at(bases));
  }
  const constant = byMask((mask) => addedTo(0, mask));
  const added = isConstant ? (_base: number, mask: number) => constant(mask) : addedTo;
  return (bases, least, greatest) => {
    const fired = masks();
    for (let i = 0; i < chunk.rows; i++) {
      const base = bases[i] as number;
      if (!Number.isNaN(base)) bases[i] = within(base + added(base, fired[i] as number), least, greatest);
    }
  };
}

/** What the rules of a mask add to a base: the rules of one account, each with its bit for a condition. */
function compileAdded(
  target: string,
  rules: readonly BonusRule[],
  groups: { readonly [id: string]: BonusGroup },
  caps: Caps,
  scorePlaces: number,
): (base: number, mask: number) => number {
  const fired: Slots = rules.map(() => false);
  const asked = rules.map(({ from: _from, until: _until, ...rule }, i) => ({
    ...rule,
    when: { input: String(i), eq: true },
  }));
  const resolve = compileBonuses(target, asked, groups, caps, scorePlaces, (_, i) => ({
    slot: Number(i),
    isDate: false,
  }));
  const results: BonusResult[] = [];
  return (base, mask) => {
    let rest = mask;
    for (let i = 0; i < fired.length; i++) {
      fired[i] = rest % 2 === 1;
      rest = Math.floor(rest / 2);
    }
    return resolve(base, fired, null, results);
  };
}

/** With so many rules that give points, what each set of them adds is resolved beforehand. */
const MOST_TABLED = 6;

/** A score within its range; NaN stays. */
function within(score: number, least: number, greatest: number): number {
  return score < least ? least : score > greatest ? greatest : score;
}

import fc from "fast-check";
import type { Gate, Quadrant, Rung, Side, Tier } from "../../reference/document.ts";
import { awardSize } from "./bonuses.ts";
import { picked, type Spot, sometimes, spot, spots, withoutUndefined } from "./choice.ts";
import { buildCondition, type ConditionChoice, conditionChoice, type Subjects } from "./conditions.ts";
import { CELL_NAMES, FORMER_RUNG_NAMES, GATE_NAMES, nameAt, RUNG_NAMES } from "./names.ts";
import { numberOn, type Scale } from "./scale.ts";

export interface QuadrantChoices {
  x: number;
  y: number;
  cutX: Spot;
  cutY: Spot;
  deadBand: Spot | "zero" | undefined;
  rotation: number;
}

export function quadrantChoices(): fc.Arbitrary<QuadrantChoices> {
  return fc.record({
    x: fc.nat({ max: 11 }),
    y: fc.nat({ max: 11 }),
    cutX: spot(),
    cutY: spot(),
    deadBand: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom("zero" as const, undefined) },
      { weight: 3, arbitrary: spot() },
    ),
    rotation: fc.nat({ max: 3 }),
  });
}

const CORNERS: readonly [Side, Side][] = [
  ["high", "high"],
  ["low", "high"],
  ["high", "low"],
  ["low", "low"],
];

/** The axes differ: with "total" there are always two scores to choose from. */
export function buildQuadrant(choices: QuadrantChoices, scores: readonly string[], scale: Scale): Quadrant {
  const x = picked(scores, choices.x);
  const others = scores.filter((score) => score !== x);
  const deadBand = typeof choices.deadBand === "number" ? awardSize(choices.deadBand, scale) : choices.deadBand;
  return withoutUndefined({
    x,
    y: picked(others, choices.y),
    cut: {
      x: numberOn(scale, choices.cutX, scale.score),
      y: numberOn(scale, choices.cutY, scale.score),
    },
    deadBand: deadBand === "zero" ? 0 : deadBand,
    cells: CORNERS.map((_, index) => {
      const [sideX, sideY] = picked(CORNERS, index + choices.rotation);
      return { name: nameAt(CELL_NAMES, index), x: sideX, y: sideY };
    }),
  }) as Quadrant;
}

export interface TierChoices {
  on: number;
  cuts: Spot[];
  nameOffset: number;
  isRenamed: boolean[];
  margin: Spot | undefined;
  maxStepsDown: number | undefined;
  validMonths: number | undefined;
}

export function tierChoices(): fc.Arbitrary<TierChoices> {
  return fc.record({
    on: fc.nat({ max: 11 }),
    cuts: spots(1, 4),
    nameOffset: fc.nat({ max: 3 }),
    isRenamed: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    margin: sometimes(spot(), { oneIn: 2 }),
    maxStepsDown: sometimes(fc.integer({ min: 1, max: 2 }), { oneIn: 2 }),
    validMonths: sometimes(fc.constantFrom(12, 1, 6, 24), { oneIn: 2 }),
  });
}

export function buildTier(choices: TierChoices, scores: readonly string[], scale: Scale): Tier {
  const numbers = choices.cuts.map((at) => numberOn(scale, at, scale.score));
  const cuts = [...new Set(numbers)].sort((a, b) => b - a);
  const rungs = [...cuts, undefined].map((from, index) =>
    withoutUndefined({
      name: nameAt(RUNG_NAMES, choices.nameOffset + index),
      from,
      formerly: choices.isRenamed[index] === true ? formerNames(index) : undefined,
    }),
  ) as Rung[];
  const hold = withoutUndefined({
    margin: choices.margin === undefined ? undefined : awardSize(choices.margin, scale),
    maxStepsDown: choices.maxStepsDown,
    validMonths: choices.validMonths,
  }) as NonNullable<Tier["hold"]>;
  const on = picked(scores, choices.on);
  return Object.keys(hold).length === 0 ? { on, rungs } : { on, rungs, hold };
}

function formerNames(index: number): string[] {
  const name = nameAt(FORMER_RUNG_NAMES, index);
  return index === 0 ? [name, `${name}-older`] : [name];
}

export interface GateChoice {
  when: ConditionChoice;
  effect: "tierAtLeast" | "tierAtMost" | "disqualify";
  rung: number;
}

export function gateChoices(): fc.Arbitrary<GateChoice[]> {
  const gate = fc.record({
    when: conditionChoice(),
    effect: fc.constantFrom<GateChoice["effect"][]>(
      "tierAtMost",
      "tierAtLeast",
      "tierAtMost",
      "tierAtLeast",
      "disqualify",
    ),
    rung: fc.nat({ max: 11 }),
  });
  return fc.array(gate, { maxLength: 4 });
}

/** Gates that speak of a tier need one. */
export function buildGates(choices: GateChoice[], tier: Tier | undefined, subjects: Subjects): Gate[] {
  const possible = choices.filter((each) => tier !== undefined || each.effect === "disqualify");
  return possible.map((each, index) => {
    const when = buildCondition(each.when, subjects);
    const id = nameAt(GATE_NAMES, index);
    if (each.effect === "disqualify") return { id, when, disqualify: true };
    return { id, when, [each.effect]: picked(tier?.rungs ?? [], each.rung).name };
  });
}

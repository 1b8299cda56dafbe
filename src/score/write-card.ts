import type { BonusResult } from "../bonus/resolve-stacking.ts";
import { writeDay } from "../classify/classify-tier.ts";
import { writeDate } from "../core/plain-date.ts";
import { fromScaled } from "../core/scaled.ts";
import type { Slot, Slots } from "../core/slots.ts";
import type { BonusCard, DimensionCard, Scorecard } from "../schema/scorecard.ts";
import { COVERAGE_PLACES, coverage } from "../weight/coverage.ts";
import type { Assembly, CompiledDimension } from "./assembly.ts";
import { published, type Rating } from "./rating.ts";
import type { Pass } from "./tree.ts";

/** A rating as the plain scorecard that users see. */
export function writeCard(assembly: Assembly, pass: Pass, rating: Rating): Scorecard {
  const { model, scorePlaces, rateQuadrant, workbench } = assembly;
  const { read, status } = rating;
  const { scores } = workbench;
  return {
    format: 1,
    model: { id: model.id, version: model.version, fingerprint: model.fingerprint },
    asOf: writeDay(read.asOf),
    status,
    previous: read.previous,
    inputs: inputsOf(assembly, pass.slots) as Scorecard["inputs"],
    measures: measuresOf(assembly, pass.slots),
    dimensions: dimensionCards(assembly, pass),
    base: published(rating.base, scorePlaces),
    total: published(rating.total, scorePlaces),
    coverage: fromScaled(rating.coverage, COVERAGE_PLACES),
    bonuses: bonusCards(assembly),
    gates: rating.gates.cards,
    quadrant:
      rateQuadrant === null
        ? null
        : rateQuadrant(
            scores[assembly.quadrantX] as number,
            scores[assembly.quadrantY] as number,
            read.previousSides,
            status === "scored",
          ),
    tier: rating.tier,
  };
}

function inputsOf({ layout }: Assembly, slots: Slots): { readonly [id: string]: Slot } {
  const { fieldIds, isDate } = layout;
  const inputs: { [id: string]: Slot } = {};
  for (let i = 0; i < fieldIds.length; i++) {
    const value = slots[i] as Slot;
    inputs[fieldIds[i] as string] = isDate[i] && value !== null ? writeDate(value as number) : value;
  }
  return inputs;
}

function measuresOf({ layout }: Assembly, slots: Slots): { readonly [id: string]: number | null } {
  const { measureIds, firstMeasure } = layout;
  const measures: { [id: string]: number | null } = {};
  for (let i = 0; i < measureIds.length; i++) {
    measures[measureIds[i] as string] = slots[firstMeasure + i] as number | null;
  }
  return measures;
}

function dimensionCards(assembly: Assembly, pass: Pass): Scorecard["dimensions"] {
  const cards: { [id: string]: DimensionCard } = {};
  for (let i = 0; i < assembly.dimensions.length; i++) {
    const dimension = assembly.dimensions[i] as CompiledDimension;
    cards[dimension.id] = dimensionCard(assembly, dimension, i, pass);
  }
  return cards;
}

function dimensionCard(
  { workbench, scorePlaces }: Assembly,
  { tree, leafWeights, firstLeaf }: CompiledDimension,
  i: number,
  pass: Pass,
): DimensionCard {
  const value = workbench.bases[i] as number;
  const { rounding, indicators } = tree.cards(pass, value);
  return {
    score: published(workbench.scores[i] as number, scorePlaces),
    base: published(value, scorePlaces),
    coverage: fromScaled(coverage(leafWeights, pass.states, firstLeaf), COVERAGE_PLACES),
    rounding,
    indicators: indicators as DimensionCard["indicators"],
  };
}

function bonusCards({ model, scorePlaces, workbench }: Assembly): readonly BonusCard[] {
  return (model.bonuses ?? []).map(({ id, to }, i) => {
    const { status, points } = workbench.bonuses[i] as BonusResult;
    return { id, to, status, points: fromScaled(points, scorePlaces) };
  });
}

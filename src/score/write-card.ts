import { writeDay } from "../classify/classify-tier.ts";
import { writeDate } from "../core/plain-date.ts";
import { fromScaled } from "../core/scaled.ts";
import type { Slot } from "../core/slots.ts";
import type { BonusCard, DimensionCard, Scorecard } from "../schema/scorecard.ts";
import { COVERAGE_PLACES, coverage } from "../weight/coverage.ts";
import type { Assembly } from "./assembly.ts";
import { published, type Rating, scoreOf } from "./rating.ts";

/** A rating as the plain scorecard that users see. */
export function writeCard(assembly: Assembly, rating: Rating): Scorecard {
  const { model, layout, scorePlaces } = assembly;
  const { read, slots, status, scores, total } = rating;
  return {
    format: 1,
    model: { id: model.id, version: model.version, fingerprint: model.fingerprint },
    asOf: writeDay(read.asOf),
    status,
    previous: read.previous,
    inputs: inputsOf(assembly, rating),
    measures: byId(layout.measureIds, (i) => slots[layout.firstMeasure + i] as number | null),
    dimensions: byId(layout.dimensionIds, (i) => dimensionCard(assembly, rating, i)),
    base: published(rating.base, scorePlaces),
    total: published(total, scorePlaces),
    coverage: fromScaled(rating.coverage, COVERAGE_PLACES),
    bonuses: bonusCards(assembly, rating),
    gates: rating.gates.cards,
    quadrant:
      assembly.rateQuadrant === null
        ? null
        : assembly.rateQuadrant(
            scoreOf(assembly, scores, total, model.quadrant?.x),
            scoreOf(assembly, scores, total, model.quadrant?.y),
            read.previousSides,
            status === "scored",
          ),
    tier: rating.tier,
  };
}

function byId<T>(ids: readonly string[], value: (i: number) => T): { readonly [id: string]: T } {
  const values: { [id: string]: T } = {};
  for (let i = 0; i < ids.length; i++) values[ids[i] as string] = value(i);
  return values;
}

function inputsOf({ model, layout }: Assembly, { slots }: Rating): Scorecard["inputs"] {
  const inputs = byId(layout.fieldIds, (i) => {
    const value = slots[i] as Slot;
    const isDate = model.fields[layout.fieldIds[i] as string]?.kind === "date";
    return isDate && value !== null ? writeDate(value as number) : value;
  });
  return inputs as Scorecard["inputs"];
}

function dimensionCard({ dimensions, scorePlaces }: Assembly, rating: Rating, i: number): DimensionCard {
  const { leafWeights, firstLeaf } = dimensions[i] as Assembly["dimensions"][number];
  const { value, rounding, indicators } = rating.branches[i] as Rating["branches"][number];
  return {
    score: published(rating.scores[i] as number, scorePlaces),
    base: published(value, scorePlaces),
    coverage: fromScaled(coverage(leafWeights, rating.states, firstLeaf), COVERAGE_PLACES),
    rounding,
    indicators: indicators as DimensionCard["indicators"],
  };
}

function bonusCards({ model, scorePlaces }: Assembly, { bonuses }: Rating): readonly BonusCard[] {
  return (model.bonuses ?? []).map(({ id, to }, i) => {
    const { status, points } = bonuses[i] as Rating["bonuses"][number];
    return { id, to, status, points: fromScaled(points, scorePlaces) };
  });
}

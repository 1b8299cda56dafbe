import { compileBonuses, type ResolveBonuses } from "../bonus/compile-bonuses.ts";
import { compileQuadrant, type RateQuadrant } from "../classify/classify-quadrant.ts";
import { compileTier, type Ladder } from "../classify/classify-tier.ts";
import { compileGates, type GateResult } from "../classify/compile-gates.ts";
import type { Proportions } from "../core/referee.ts";
import { toScaled } from "../core/scaled.ts";
import type { Slots } from "../core/slots.ts";
import { type Combiner, compileCombine } from "../indicator/compile-combine.ts";
import { compileMeasure, type MeasureReader } from "../measure/compile-measure.ts";
import { compileRecord, type RecordReader } from "../record/read-record.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Dimension, Measure, Model } from "../schema/model-document.ts";
import { COVERAGE_PLACES, effectiveWeights, effectiveWeightsAcross } from "../weight/coverage.ts";
import { compileDimensionTree } from "./compile-tree.ts";
import { type Layout, layOut } from "./layout.ts";
import { compileOptions, type OptionsReader } from "./read-options.ts";
import type { TreeBranch } from "./tree.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** The compiled parts of a model. */
export interface Assembly {
  readonly model: Model;
  readonly layout: Layout;
  readonly scorePlaces: number;
  readonly least: number;
  readonly greatest: number;
  readonly readRecord: RecordReader;
  readonly readOptions: OptionsReader;
  readonly measures: readonly MeasureReader[];
  readonly dimensions: readonly CompiledDimension[];
  readonly leafWeights: Proportions;
  readonly meanOfDimensions: Combiner;
  readonly totalBonuses: ResolveBonuses;
  readonly rateQuadrant: RateQuadrant | null;
  readonly ladder: Ladder | null;
  readonly gates: (slots: Slots) => GateResult;
  readonly minimumCoverage: number;
  /** The places, among the dimensions and the total, of the scores that the classes rate; −1 without such a section. */
  readonly quadrantX: number;
  readonly quadrantY: number;
  readonly tierOn: number;
  /** Slots of which nothing is known yet. */
  readonly blankSlots: Readonly<Slots>;
  readonly workbench: Workbench;
}

export interface CompiledDimension {
  readonly id: string;
  readonly weight: number;
  readonly firstLeaf: number;
  readonly leafWeights: Proportions;
  readonly tree: TreeBranch;
  readonly bonuses: ResolveBonuses;
}

export function assemble(model: Model): Assembly {
  const layout = layOut(model);
  const range = rangeOf(model);
  const scorePlaces = scorePlacesOf(model);
  const ladder = model.tier === undefined ? null : compileTier(model.tier, scorePlaces);
  const context = { ...layout, range, scorePlaces, pointsPlaces: pointsPlacesOf(model) };
  const bonusesOf = (target: string, caps: Model["total"]) =>
    compileBonuses(target, model.bonuses ?? [], model.bonusGroups ?? {}, caps ?? {}, scorePlaces, layout.resolve);

  let firstLeaf = 0;
  const dimensions = layout.dimensionIds.map((id): CompiledDimension => {
    const dimension = model.dimensions[id] as Dimension;
    const leafWeights = effectiveWeights(dimension);
    const tree = compileDimensionTree(dimension, ["dimensions", id], firstLeaf, context);
    const compiled = {
      id,
      weight: dimension.weight,
      firstLeaf,
      leafWeights,
      tree,
      bonuses: bonusesOf(id, dimension),
    };
    firstLeaf += leafWeights.length;
    return compiled;
  });
  const scoreAt = (id: string | undefined) =>
    id === undefined ? -1 : layout.resolve("score", id).slot - layout.firstScore;
  const least = toScaled(range[0], scorePlaces);
  const greatest = toScaled(range[1], scorePlaces);
  return {
    model,
    layout,
    scorePlaces,
    least,
    greatest,
    readRecord: compileRecord(model.fields),
    readOptions: compileOptions(model, ladder),
    measures: layout.measureIds.map((id) => compileMeasure(id, model.measures?.[id] as Measure, layout.input)),
    dimensions,
    leafWeights: effectiveWeightsAcross(Object.values(model.dimensions)),
    meanOfDimensions: compileCombine("mean", {
      ids: layout.dimensionIds,
      weights: dimensions.map(({ weight }) => weight),
      start: 0,
      from: scorePlaces,
      to: scorePlaces,
      least,
      greatest,
    }),
    totalBonuses: bonusesOf("total", model.total),
    rateQuadrant: model.quadrant === undefined ? null : compileQuadrant(model.quadrant, scorePlaces),
    ladder,
    gates: compileGates(model.gates ?? [], layout.resolve, ladder === null ? () => 0 : ladder.rungOf),
    minimumCoverage: toScaled(model.minimumCoverage ?? 0, COVERAGE_PLACES),
    quadrantX: scoreAt(model.quadrant?.x),
    quadrantY: scoreAt(model.quadrant?.y),
    tierOn: scoreAt(model.tier?.on),
    blankSlots: new Array(layout.slots).fill(null),
    workbench: openWorkbench(layout),
  };
}

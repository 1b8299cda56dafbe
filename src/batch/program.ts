import { readDate } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { toScaled } from "../core/scaled.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Caps, Condition, Dimension, Field, Measure, Model } from "../schema/model-document.ts";
import { layOut } from "../score/layout.ts";
import { COVERAGE_PLACES, effectiveWeights, effectiveWeightsAcross } from "../weight/coverage.ts";
import { compileBonusKernel, rulesInForce } from "./bonus-kernel.ts";
import type { Chunk } from "./chunk.ts";
import type { Columns } from "./column.ts";
import { compileCombineKernel } from "./combine-kernel.ts";
import { compileTruthKernel, type TestedLane } from "./condition-kernel.ts";
import { CHUNK, handBack, hasNaN, type Lane, lane } from "./lanes.ts";
import { compileMeasureKernel } from "./measure-kernel.ts";
import { type ColumnReader, compileColumn } from "./read-column.ts";
import { compileDimensionKernel } from "./tree-kernel.ts";

/** The scores of a chunk: × 10^−places.score, NaN where there is none; coverage × 10⁴. */
export interface ChunkScores {
  readonly dimensions: readonly Lane[];
  readonly base: Lane;
  readonly total: Lane;
  readonly coverage: Lane;
}

/** A model compiled for columns. */
export interface Program {
  readonly chunk: Chunk;
  readonly readers: readonly ColumnReader[];
  readonly scores: ChunkScores;
  readonly condition: (condition: Condition) => () => Uint8Array;
  /** Reads and scores the chunk's rows, up to the gates. */
  readonly run: () => void;
}

/** @param asOf the day of the rating as a day number */
export function compileProgram(model: Model, columns: Columns, asOf: number | null): Program {
  const layout = layOut(model);
  const scorePlaces = scorePlacesOf(model);
  const range = rangeOf(model);
  const least = toScaled(range[0], scorePlaces);
  const greatest = toScaled(range[1], scorePlaces);
  const chunk: Chunk = {
    rows: 0,
    first: 0,
    lanes: Array.from({ length: layout.slots }, lane),
    hasMissing: new Array(layout.slots).fill(false),
    back: { marks: new Uint8Array(CHUNK), any: false },
    answered: lane(),
    applicable: lane(),
    answeredByAll: 0,
  };
  const readers = layout.fieldIds.map((id) => compileColumn(model.fields[id] as Field, columns[id]));
  const kindOf = (id: string): TestedLane["kind"] => model.fields[id]?.kind ?? "number";
  const tested = (of: "input" | "score", id: string): TestedLane => {
    const { slot } = layout.resolve(of, id);
    return { slot, kind: of === "score" ? "number" : kindOf(id), dictionary: readers[slot]?.dictionary ?? [] };
  };
  const condition = (each: Condition) => compileTruthKernel(each, chunk, tested);
  const measures = layout.measureIds.map((id) =>
    compileMeasureKernel(id, model.measures?.[id] as Measure, chunk, layout.input),
  );
  const bonusesOf = (target: string, caps: Caps) =>
    compileBonusKernel(
      target,
      rulesInForce(model.bonuses ?? [], target, asOf),
      model.bonusGroups ?? {},
      caps,
      scorePlaces,
      chunk,
      condition,
    );

  const cardWeights = effectiveWeightsAcross(Object.values(model.dimensions)).map(Number);
  let firstLeaf = 0;
  const dimensions = layout.dimensionIds.map((id) => {
    const dimension = model.dimensions[id] as Dimension;
    const own = effectiveWeights(dimension).map(Number);
    const kernel = compileDimensionKernel(dimension, own, firstLeaf, {
      chunk,
      range,
      pointsPlaces: pointsPlacesOf(model),
      scorePlaces,
      input: layout.input,
      dictionary: (slot) => readers[slot]?.dictionary ?? [],
      condition,
      weights: cardWeights,
    });
    firstLeaf += own.length;
    return { weight: dimension.weight, kernel, bonuses: bonusesOf(id, dimension) };
  });
  const scores: ChunkScores = { dimensions: dimensions.map(lane), base: lane(), total: lane(), coverage: lane() };
  const total = compileTotal(dimensions, scores, chunk, { from: scorePlaces, to: scorePlaces, least, greatest });
  const totalBonuses = bonusesOf("total", model.total ?? {});
  const scoreUnit = powerOfTen(scorePlaces);
  const isAnsweredByAll = () => dimensions.every(({ kernel }) => kernel.applicable() === null);
  const coverage = compileCoverage(chunk, cardWeights, scores.coverage, isAnsweredByAll);

  return {
    chunk,
    readers,
    scores,
    condition,
    run: () => {
      chunk.back.marks.fill(0);
      chunk.back.any = false;
      chunk.answered.fill(0);
      chunk.applicable.fill(0);
      chunk.answeredByAll = 0;
      readers.forEach((reader, slot) => {
        chunk.hasMissing[slot] = reader.fill(chunk, chunk.lanes[slot] as Lane);
      });
      measures.forEach((measure, i) => {
        const slot = layout.firstMeasure + i;
        measure(chunk.lanes[slot] as Lane, asOf);
        chunk.hasMissing[slot] = hasNaN(chunk.lanes[slot] as Lane, chunk.rows);
      });
      dimensions.forEach(({ kernel, bonuses }, i) => {
        const values = scores.dimensions[i] as Lane;
        kernel.evaluate(values);
        bonuses(values, least, greatest);
      });
      total();
      scores.total.set(scores.base);
      totalBonuses(scores.total, least, greatest);
      [...scores.dimensions, scores.total].forEach((values, i) => {
        const out = chunk.lanes[layout.firstScore + i] as Lane;
        for (let row = 0; row < chunk.rows; row++) out[row] = (values[row] as number) / scoreUnit;
      });
      coverage();
    },
  };
}

/** The base of the total: NaN if no dimension remains, or a weighted one has no score and is not left out. */
function compileTotal(
  dimensions: readonly { readonly weight: number; readonly kernel: { readonly applicable: () => Lane | null } }[],
  scores: ChunkScores,
  chunk: Chunk,
  places: { readonly from: number; readonly to: number; readonly least: number; readonly greatest: number },
): () => void {
  const mean = compileCombineKernel("mean", {
    ids: dimensions.map((_, i) => String(i)),
    weights: dimensions.map(({ weight }) => weight),
    start: 0,
    ...places,
  });
  const adders = scores.dimensions.map((values) => (weight: number, sums: Lane) => {
    for (let i = 0; i < chunk.rows; i++) sums[i] = (sums[i] as number) + (values[i] as number) * weight;
  });
  return () => {
    const weighted = scores.dimensions.filter((_, d) => (dimensions[d]?.weight as number) > 0);
    if (weighted.length > 0 && !weighted.some((values) => hasNaN(values, chunk.rows))) {
      return mean.simply(chunk.rows, adders, scores.base);
    }
    mean.generally(chunk.rows, scores.dimensions, scores.base);
    dimensions.forEach(({ weight, kernel }, d) => {
      const values = scores.dimensions[d] as Lane;
      const applicable = kernel.applicable();
      if (weight === 0) return;
      for (let i = 0; i < chunk.rows; i++) {
        const isLeftOut = applicable !== null && applicable[i] === 0;
        if (Number.isNaN(values[i]) && !isLeftOut) scores.base[i] = Number.NaN;
      }
    });
  };
}

/** Σ weight of answered ÷ Σ weight of applicable indicators at 4 places. */
function compileCoverage(
  chunk: Chunk,
  weights: readonly number[],
  out: Lane,
  isAnsweredByAll: () => boolean,
): () => void {
  const whole = powerOfTen(COVERAGE_PLACES);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isSafe = 4 * sum * whole + 2 * sum < Number.MAX_SAFE_INTEGER;
  return () => {
    const { rows, answered, applicable, answeredByAll, back } = chunk;
    for (let i = 0; i < rows; i++) {
      const part = (answered[i] as number) + answeredByAll;
      const all = (applicable[i] as number) + answeredByAll;
      out[i] = all === 0 ? 0 : part === all ? whole : Math.floor((part * whole) / all + 0.5);
    }
    // Weights too large for doubles tell only that everything was answered.
    if (!isSafe && !isAnsweredByAll()) for (let i = 0; i < rows; i++) handBack(back, i);
  };
}

/** The day of a rating as a day number. */
export function dayOf(asOf: string | null | undefined): number | null {
  return asOf === null || asOf === undefined || asOf === "" ? null : readDate(asOf);
}

import { compileInForce } from "../bonus/in-force.ts";
import { readDate } from "../core/plain-date.ts";
import { toScaled } from "../core/scaled.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Caps, Condition, Dimension, Field, Measure, Model } from "../schema/model-document.ts";
import { layOut } from "../score/layout.ts";
import { effectiveWeights, effectiveWeightsAcross } from "../weight/coverage.ts";
import { compileBonusKernel } from "./bonus-kernel.ts";
import type { Chunk } from "./chunk.ts";
import type { Columns } from "./column.ts";
import type { ColumnReader } from "./column-reader.ts";
import { compileTruthKernel } from "./condition-kernel.ts";
import { compileCoverageKernel } from "./coverage-kernel.ts";
import { compileDimensionKernel } from "./dimension-kernel.ts";
import type { InputSlot } from "./input-slot.ts";
import { CHUNK, codeLane, hasNaN, type Lane, lane } from "./lanes.ts";
import { compileMeasureKernel } from "./measure-kernel.ts";
import { compileColumn } from "./read-column.ts";
import { compileTotalKernel } from "./total-kernel.ts";

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
  /** Whether every indicator is answered in every row of the chunk, so that all have all scores. */
  readonly isSimple: () => boolean;
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
  const readers = layout.fieldIds.map((id, slot) => compileColumn(model.fields[id] as Field, slot, columns[id]));
  const chunk = emptyChunk(readers, layout.slots);
  const scores: ChunkScores = {
    dimensions: layout.dimensionIds.map((_, d) => chunk.numbers[layout.firstScore + d] as Lane),
    total: chunk.numbers[layout.slots - 1] as Lane,
    base: lane(),
    coverage: lane(),
  };

  const input = (id: string): InputSlot => {
    const { slot, places } = layout.input(id);
    const reader = readers[slot];
    const kind = model.fields[id]?.kind ?? "number";
    return {
      slot,
      places,
      kind,
      missingCode: reader?.missingCode ?? null,
      dictionary: reader?.dictionary ?? [],
      doubles: reader?.doubles ?? null,
    };
  };
  const score = (id: string): InputSlot => {
    const { slot } = layout.resolve("score", id);
    return { slot, places: scorePlaces, kind: "number", missingCode: null, dictionary: [], doubles: null };
  };
  const condition = (each: Condition) =>
    compileTruthKernel(each, chunk, (of, id) => (of === "input" ? input(id) : score(id)));
  const bonusesOf = (target: string, caps: Caps) => {
    const rules = (model.bonuses ?? []).filter((rule) => rule.to === target && compileInForce(rule)(asOf));
    return compileBonusKernel(target, rules, model.bonusGroups ?? {}, caps, scorePlaces, chunk, condition);
  };

  const measures = layout.measureIds.map((id, i) => {
    const measure = model.measures?.[id] as Measure;
    const fill = compileMeasureKernel(id, measure, chunk, layout.input);
    return { slot: layout.firstMeasure + i, fill };
  });
  const weights = effectiveWeightsAcross(Object.values(model.dimensions)).map(Number);
  const context = { chunk, range, pointsPlaces: pointsPlacesOf(model), scorePlaces, input, condition, weights };
  let firstLeaf = 0;
  const dimensions = layout.dimensionIds.map((id, d) => {
    const dimension = model.dimensions[id] as Dimension;
    const own = effectiveWeights(dimension).map(Number);
    const kernel = compileDimensionKernel(dimension, own, firstLeaf, context);
    firstLeaf += own.length;
    const { weight } = dimension;
    return { ...kernel, weight, scores: scores.dimensions[d] as Lane, addBonuses: bonusesOf(id, dimension) };
  });
  const places = { from: scorePlaces, to: scorePlaces, least, greatest };
  const total = compileTotalKernel(dimensions, scores.base, chunk, places);
  const addTotalBonuses = bonusesOf("total", model.total ?? {});
  const isSimple = () => dimensions.every(({ applicable }) => applicable() === null);
  const coverage = compileCoverageKernel(chunk, weights, scores.coverage, isSimple);

  return {
    chunk,
    readers,
    scores,
    condition,
    isSimple,
    run: () => {
      clear(chunk);
      readers.forEach(({ fill }, slot) => {
        chunk.hasMissing[slot] = fill(chunk);
      });
      for (const { slot, fill } of measures) {
        const values = chunk.numbers[slot] as Lane;
        fill(values, asOf);
        chunk.hasMissing[slot] = hasNaN(values, chunk.rows);
      }
      for (const dimension of dimensions) {
        dimension.evaluate(dimension.scores);
        dimension.addBonuses(dimension.scores, least, greatest);
      }
      total();
      scores.total.set(scores.base);
      addTotalBonuses(scores.total, least, greatest);
      coverage();
    },
  };
}

const NO_LANE = new Float64Array(0);
const NO_CODES = new Int32Array(0);

/** A chunk with a lane for every slot: of codes where the reader gives codes, else of numbers. */
function emptyChunk(readers: readonly ColumnReader[], slots: number): Chunk {
  const isCoded = Array.from({ length: slots }, (_, slot) => (readers[slot]?.missingCode ?? null) !== null);
  return {
    rows: 0,
    first: 0,
    numbers: isCoded.map((coded) => (coded ? NO_LANE : lane())),
    codes: isCoded.map((coded) => (coded ? codeLane() : NO_CODES)),
    isLaneRead: isCoded.map(() => false),
    isRaw: isCoded.map(() => false),
    hasMissing: isCoded.map(() => false),
    back: { marks: new Uint8Array(CHUNK), any: false },
    answered: lane(),
    applicable: lane(),
    answeredByAll: 0,
  };
}

function clear(chunk: Chunk): void {
  chunk.back.marks.fill(0);
  chunk.back.any = false;
  chunk.answered.fill(0);
  chunk.applicable.fill(0);
  chunk.answeredByAll = 0;
}

/** The day of a rating as a day number. */
export function dayOf(asOf: string | null | undefined): number | null {
  return asOf === null || asOf === undefined || asOf === "" ? null : readDate(asOf);
}

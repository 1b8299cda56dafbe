import { compileTier } from "../classify/classify-tier.ts";
import { isMissing } from "../core/is-missing.ts";
import { readDate } from "../core/plain-date.ts";
import { toScaled } from "../core/scaled.ts";
import { at, type CodeLane, type Lane } from "../lanes/lane.ts";
import { compileInWorkspace, type Workspace } from "../lanes/workspace.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Caps, Condition, Dimension, Field, Measure, Model } from "../schema/model-document.ts";
import { layOut } from "../score/layout.ts";
import { effectiveWeights, effectiveWeightsAcross } from "../weight/coverage.ts";
import { compileFinish, type Finish } from "./answer/finish.ts";
import type { Outputs } from "./answer/outputs.ts";
import { compilePublishing } from "./answer/publish-scores.ts";
import { compileGateKernel } from "./answer/status-kernel.ts";
import type { Columns } from "./column.ts";
import { categoryTexts } from "./columns/category-texts.ts";
import type { ColumnReader } from "./columns/column-reader.ts";
import { compileColumn } from "./columns/read-column.ts";
import { compileBonusKernel } from "./kernels/bonus-kernel.ts";
import type { Chunk, ChunkScores } from "./kernels/chunk.ts";
import { compileTruthKernel } from "./kernels/condition-kernel.ts";
import { compileCoverageKernel } from "./kernels/coverage-kernel.ts";
import { compileDimensionKernel } from "./kernels/dimension-kernel.ts";
import { codedValues, type InputSlot } from "./kernels/input-slot.ts";
import { compileMeasureKernel } from "./kernels/measure-kernel.ts";
import { compileTotalKernel } from "./kernels/total-kernel.ts";
import type { PreviousColumns } from "./scored-columns.ts";

/** A model compiled for columns; its lanes serve one call after another. */
export interface Program {
  readonly chunk: Chunk;
  /** Reads and scores the chunk's rows, up to the gates, and writes the scores. */
  readonly run: (readers: readonly ColumnReader[], out: Outputs) => void;
  readonly finishOf: (previous: PreviousColumns, out: Outputs) => Finish;
  /** The readers of a call's columns. */
  readonly readersOf: (columns: Columns) => readonly ColumnReader[];
}

/** Compiled programs by model: a model never changes, so neither does what it compiles to. */
const programs: WeakMap<Model, Program> = /* @__PURE__ */ new WeakMap();

export function programOf(model: Model): Program {
  const known = programs.get(model);
  if (known !== undefined) return known;
  const program = compileInWorkspace((space) => compileProgram(model, space));
  programs.set(model, program);
  return program;
}

function compileProgram(model: Model, space: Workspace): Program {
  const layout = layOut(model);
  const scorePlaces = scorePlacesOf(model);
  const range = rangeOf(model);
  const least = toScaled(range[0], scorePlaces);
  const greatest = toScaled(range[1], scorePlaces);
  const textsOf = categoryTexts(model);
  const fields = layout.fieldIds.map((id) => ({ id, field: model.fields[id] as Field, texts: textsOf(id) }));
  const coded = fields.map(({ field, texts }) => codedValues(field.kind, texts));
  const chunk = emptyChunk(coded, layout.slots, space);
  const scores: ChunkScores = {
    dimensions: layout.dimensionIds.map((_, d) => chunk.numbers[layout.firstScore + d] as Lane),
    total: chunk.numbers[layout.slots - 1] as Lane,
    base: space.lane(),
    coverage: space.lane(),
  };

  const input = (id: string): InputSlot => {
    const { slot, places } = layout.input(id);
    return { slot, places, kind: fields[slot]?.field.kind ?? "number", coded: coded[slot] ?? [] };
  };
  const score = (id: string): InputSlot => {
    const { slot } = layout.resolve("score", id);
    return { slot, places: scorePlaces, kind: "number", coded: [] };
  };
  const condition = (each: Condition) =>
    compileTruthKernel(each, chunk, (of, id) => (of === "input" ? input(id) : score(id)));
  const bonusesOf = (target: string, caps: Caps) => {
    const rules = (model.bonuses ?? []).filter(({ to }) => to === target);
    return compileBonusKernel(target, rules, model.bonusGroups ?? {}, caps, scorePlaces, chunk, condition);
  };

  const measures = layout.measureIds.map((id, i) => ({
    slot: layout.firstMeasure + i,
    fill: compileMeasureKernel(id, model.measures?.[id] as Measure, chunk, layout.input),
  }));
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
  const ladder = model.tier === undefined ? null : compileTier(model.tier, scorePlaces);
  const gates = compileGateKernel(model.gates, ladder?.rungOf ?? (() => 0), chunk, condition);
  const publish = compilePublishing(scores, scorePlaces, chunk);

  return {
    chunk,
    finishOf: compileFinish(model, chunk, scores, ladder, gates, isSimple),
    readersOf: (columns) => fields.map(({ id, field, texts }, slot) => compileColumn(field, slot, columns[id], texts)),
    run: (readers, out) => {
      clear(chunk);
      readers.forEach(({ fill }, slot) => {
        chunk.hasMissing[slot] = fill(chunk);
      });
      for (const { slot, fill } of measures) {
        const values = chunk.numbers[slot] as Lane;
        fill(values);
        chunk.hasMissing[slot] = space.kernels.hasMissing(at(values), chunk.rows) === 1;
      }
      for (const dimension of dimensions) {
        dimension.evaluate(dimension.scores);
        dimension.addBonuses(dimension.scores, least, greatest);
      }
      total();
      scores.total.set(scores.base);
      addTotalBonuses(scores.total, least, greatest);
      coverage();
      publish(out);
    },
  };
}

const NO_LANE = new Float64Array(0) as Lane;
const NO_CODES = new Int32Array(0) as CodeLane;

/** A chunk with a lane for every slot: of codes where values are coded, else of numbers. */
function emptyChunk(coded: readonly InputSlot["coded"][], slots: number, space: Workspace): Chunk {
  const isCoded = Array.from({ length: slots }, (_, slot) => (coded[slot] ?? []).length > 0);
  return {
    space,
    rows: 0,
    first: 0,
    asOf: null,
    numbers: isCoded.map((isTrue) => (isTrue ? NO_LANE : space.lane())),
    codes: isCoded.map((isTrue) => (isTrue ? space.codeLane() : NO_CODES)),
    isLaneRead: isCoded.map(() => false),
    isRaw: isCoded.map(() => false),
    hasMissing: isCoded.map(() => false),
    hasOther: isCoded.map(() => false),
    dictionary: space.codeLane(),
    back: { marks: space.byteLane(), any: false },
    answered: space.lane(),
    applicable: space.lane(),
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
  return isMissing(asOf) ? null : readDate(asOf);
}

import { type BonusResult, compileBonuses, type ResolveBonuses } from "../bonus/compile-bonuses.ts";
import { compileQuadrant, type RateQuadrant } from "../classify/classify-quadrant.ts";
import { compileTier, type Ladder, writeDay } from "../classify/classify-tier.ts";
import { compileGates, type GateResult } from "../classify/compile-gates.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import { writeDate } from "../core/plain-date.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import type { Slot, Slots } from "../core/slots.ts";
import { type Combiner, compileCombine } from "../indicator/compile-combine.ts";
import { compileMeasure, type MeasureReader } from "../measure/compile-measure.ts";
import { isIssue } from "../record/read-field.ts";
import { compileRecord, type RecordReader } from "../record/read-record.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Dimension, Field, Measure, Model } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { AccountOf, BonusCard, DimensionCard, Scorecard, Status, TierCard } from "../schema/scorecard.ts";
import {
  COVERAGE_PLACES,
  coverage,
  effectiveWeights,
  effectiveWeightsAcross,
  NOT_APPLICABLE,
} from "../weight/coverage.ts";
import { compileDimensionTree, type EvaluatedBranch, type Pass } from "./compile-tree.ts";
import { type Layout, layOut } from "./layout.ts";
import { compileOptions, type OptionsReader, type ReadOptions } from "./read-options.ts";

/** A scorecard, or everything that is wrong with the record or the options. */
export type ScoreOutcome<M extends Model = Model> = Outcome<"card", Scorecard<M>>;

/** A model made ready to score many accounts. */
export interface Scorer<M extends Model = Model> {
  readonly model: M;
  /** Scores one account. Throws a `GuanxiError` that holds every issue. */
  readonly score: (account: AccountOf<M>, options?: ScoreOptions<M>) => Scorecard<M>;
  /** Scores a record of unknown shape; a returned value either way. */
  readonly safeScore: (account: unknown, options?: ScoreOptions) => ScoreOutcome<M>;
}

/**
 * Compiles a model once, for scoring many accounts. `score` and `safeScore` do the same behind a cache; this is for
 * callers that like to hold the compiled scorer themselves.
 *
 * @example
 * ```ts
 * const scorer = compileScorer(model);
 * const totals = accounts.map((account) => scorer.score(account, { asOf: "2026-03-31" }).total);
 * totals; // [85, 30]
 * ```
 */
export function compileScorer<M extends Model>(model: M): Scorer<M> {
  const isParsed = typeof model === "object" && model !== null && typeof model.fingerprint === "string";
  if (!isParsed) throw new GuanxiError([issue("model/unparsed", [], null, factOf(model))]);
  const assembly = assemble(model);
  const safeScore = (account: unknown, options?: ScoreOptions) =>
    scoreWith(assembly, account, options) as ScoreOutcome<M>;
  return {
    model,
    safeScore,
    score: (account, options) => {
      const outcome = safeScore(account, options as ScoreOptions);
      if (!outcome.ok) throw new GuanxiError(outcome.issues);
      return outcome.card;
    },
  };
}

/** The compiled parts of a model. */
interface Assembly {
  readonly model: Model;
  readonly layout: Layout;
  readonly scorePlaces: number;
  readonly least: number;
  readonly greatest: number;
  readonly readRecord: RecordReader;
  readonly readOptions: OptionsReader;
  readonly measures: readonly MeasureReader[];
  readonly dimensions: readonly CompiledDimension[];
  readonly leafWeights: ReturnType<typeof effectiveWeightsAcross>;
  readonly meanOfDimensions: Combiner;
  readonly totalBonuses: ResolveBonuses;
  readonly rateQuadrant: RateQuadrant | null;
  readonly ladder: Ladder | null;
  readonly gates: (slots: Slots) => GateResult;
  readonly minimumCoverage: number;
}

interface CompiledDimension {
  readonly id: string;
  readonly weight: number;
  readonly firstLeaf: number;
  readonly leafWeights: ReturnType<typeof effectiveWeights>;
  readonly evaluate: (pass: Pass) => EvaluatedBranch;
  readonly bonuses: ResolveBonuses;
}

function assemble(model: Model): Assembly {
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
    const evaluate = compileDimensionTree(dimension, ["dimensions", id], firstLeaf, context);
    const compiled = {
      id,
      weight: dimension.weight,
      firstLeaf,
      leafWeights,
      evaluate,
      bonuses: bonusesOf(id, dimension),
    };
    firstLeaf += leafWeights.length;
    return compiled;
  });
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
  };
}

/** One account through all stations, in their order. Cost: linear in the size of the model. */
function scoreWith(
  assembly: Assembly,
  account: unknown,
  options: ScoreOptions | undefined,
): Outcome<"card", Scorecard> {
  const { layout } = assembly;
  const issues: Issue[] = [];
  const slots: Slots = new Array(layout.firstScore + layout.dimensionIds.length + 1).fill(null);
  const read = assembly.readOptions(options, issues);
  assembly.readRecord(account, slots, issues);
  if (issues.length > 0) return { ok: false, issues };
  measure(assembly, slots, read.asOf, issues);
  if (issues.length > 0) return { ok: false, issues };
  const pass: Pass = { slots, states: [], issues };
  const branches = assembly.dimensions.map((dimension) => dimension.evaluate(pass));
  if (issues.length > 0) return { ok: false, issues: withoutRepeats(issues) };

  const bonusResults: BonusResult[] = [];
  const scores = branches.map(({ value }, i) => {
    const bonuses = (assembly.dimensions[i] as CompiledDimension).bonuses(value, slots, read.asOf, bonusResults);
    return clamp(value + bonuses, assembly);
  });
  const base = totalBase(assembly, scores, pass.states);
  const total = clamp(base + assembly.totalBonuses(base, slots, read.asOf, bonusResults), assembly);
  const published = (score: number): number | null =>
    Number.isNaN(score) ? null : fromScaled(score, assembly.scorePlaces);
  scores.forEach((score, i) => {
    slots[layout.firstScore + i] = published(score);
  });
  slots[slots.length - 1] = published(total);

  const gates = assembly.gates(slots);
  const cardCoverage = coverage(assembly.leafWeights, pass.states, 0);
  const isInsufficient = Number.isNaN(base) || cardCoverage < assembly.minimumCoverage;
  const status: Status = gates.isDisqualified ? "disqualified" : isInsufficient ? "insufficient-data" : "scored";
  const tier = rateTier(assembly, scoreOf(assembly, scores, total, assembly.model.tier?.on), status, read, gates);
  if (tier === "date-range") {
    return { ok: false, issues: [issue("options/date-range", ["asOf"], "9999-12-31", writeDay(read.asOf) as string)] };
  }

  const { model } = assembly;
  const card: Scorecard = {
    format: 1,
    model: { id: model.id, version: model.version, fingerprint: model.fingerprint },
    asOf: writeDay(read.asOf),
    status,
    previous: read.previous,
    inputs: inputsOf(model.fields, layout, slots),
    measures: measuresOf(layout, slots),
    dimensions: dimensionCards(assembly, branches, scores, pass.states),
    base: published(base),
    total: published(total),
    coverage: fromScaled(cardCoverage, COVERAGE_PLACES),
    bonuses: (model.bonuses ?? []).map(({ id, to }, i): BonusCard => {
      const { status, points } = bonusResults[i] as BonusResult;
      return { id, to, status, points: fromScaled(points, assembly.scorePlaces) };
    }),
    gates: gates.cards,
    quadrant:
      assembly.rateQuadrant?.(
        scoreOf(assembly, scores, total, model.quadrant?.x),
        scoreOf(assembly, scores, total, model.quadrant?.y),
        read.previousSides,
        status === "scored",
      ) ?? null,
    tier,
  };
  return { ok: true, card };
}

function measure(assembly: Assembly, slots: Slots, asOf: number | null, issues: Issue[]): void {
  assembly.measures.forEach((read, i) => {
    const value = read(slots, asOf);
    if (isIssue(value)) issues.push(value);
    else slots[assembly.layout.firstMeasure + i] = value;
  });
}

/** Several indicators may refuse the same missing input; it is told once. */
function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  const told = new Set<string>();
  return issues.filter(({ code, path }) => {
    const key = `${code} ${path.join(".")}`;
    return told.has(key) ? false : told.add(key);
  });
}

function clamp(score: number, { least, greatest }: Assembly): number {
  return score < least ? least : score > greatest ? greatest : score;
}

/** Σ W·score ÷ Σ W; NaN if none remains, or if a weighted dimension has no score and is not left out. */
function totalBase(assembly: Assembly, scores: readonly number[], states: readonly number[]): number {
  const isLacking = assembly.dimensions.some(
    (dimension, i) => dimension.weight > 0 && Number.isNaN(scores[i]) && !isLeftOut(dimension, states),
  );
  return isLacking ? Number.NaN : assembly.meanOfDimensions.value(scores);
}

/** Whether none of the indicators that count in a dimension is applicable. */
function isLeftOut({ leafWeights, firstLeaf }: CompiledDimension, states: readonly number[]): boolean {
  return leafWeights.every(
    (weight: number | string, i: number) => Number(weight) === 0 || states[firstLeaf + i] === NOT_APPLICABLE,
  );
}

/** A dimension's score or the total, × 10^−places.score; NaN where there is none. */
function scoreOf({ layout }: Assembly, scores: readonly number[], total: number, id: string | undefined): number {
  return id === "total" ? total : (scores[layout.dimensionIds.indexOf(id as string)] ?? Number.NaN);
}

function rateTier(
  { ladder }: Assembly,
  score: number,
  status: Status,
  read: ReadOptions,
  gates: GateResult,
): TierCard | null | "date-range" {
  if (ladder === null) return null;
  const { previousTier, override } = read;
  const nameOf = (rung: number | null) => (rung === null ? null : (ladder.names[rung] as string));
  if (status !== "scored" || Number.isNaN(score)) {
    const { rung, validUntil } = previousTier;
    return {
      name: null,
      earned: nameOf(rung),
      validUntil: writeDay(validUntil),
      held: null,
      override,
      up: null,
      down: null,
    };
  }
  const earned = ladder.earn(score, read.asOf, previousTier);
  if (earned === "date-range") return earned;
  return {
    name: override?.isInForce ? override.tier : nameOf(gates.applyTo(earned.rung)),
    earned: nameOf(earned.rung),
    validUntil: writeDay(earned.validUntil),
    held: earned.held,
    override,
    ...ladder.neighbours(earned.rung, score),
  };
}

function inputsOf(fields: { readonly [id: string]: Field }, layout: Layout, slots: Slots): Scorecard["inputs"] {
  const inputs: { [id: string]: Slot } = {};
  layout.fieldIds.forEach((id, i) => {
    const value = slots[i] as Slot;
    inputs[id] = value !== null && fields[id]?.kind === "date" ? writeDate(value as number) : value;
  });
  return inputs as Scorecard["inputs"];
}

function measuresOf(layout: Layout, slots: Slots): Scorecard["measures"] {
  const measures: { [id: string]: number | null } = {};
  layout.measureIds.forEach((id, i) => {
    measures[id] = slots[layout.firstMeasure + i] as number | null;
  });
  return measures;
}

function dimensionCards(
  assembly: Assembly,
  branches: readonly EvaluatedBranch[],
  scores: readonly number[],
  states: readonly number[],
): Scorecard["dimensions"] {
  const cards: { [id: string]: DimensionCard } = {};
  const published = (score: number) => (Number.isNaN(score) ? null : fromScaled(score, assembly.scorePlaces));
  assembly.dimensions.forEach(({ id, leafWeights, firstLeaf }, i) => {
    const { value, rounding, indicators } = branches[i] as EvaluatedBranch;
    cards[id] = {
      score: published(scores[i] as number),
      base: published(value),
      coverage: fromScaled(coverage(leafWeights, states, firstLeaf), COVERAGE_PLACES),
      rounding,
      indicators: indicators as DimensionCard["indicators"],
    };
  });
  return cards;
}

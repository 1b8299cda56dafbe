import { type Award, awardBonuses } from "./bonus.ts";
import type { Scale } from "./combine.ts";
import type { Readable } from "./condition.ts";
import { coverageOf, isApplicableWithWeight, type Leaf, weighted } from "./coverage.ts";
import type { Dimension, ModelDocument, ScoreOptions } from "./document.ts";
import { clamp, type Exact, exact, fraction, plainNumber, plainNumberOrNull, round, sumOf } from "./exact.ts";
import { evaluateGates, firedGates } from "./gate.ts";
import { deriveMeasures } from "./measure.ts";
import { type ReadOptions, readOptions } from "./options.ts";
import { classifyByQuadrant } from "./quadrant.ts";
import { plainValue, readRecord, type Values } from "./record.ts";
import type { DimensionCard, Issue, PlainValue, ReferenceResult, Scorecard, Status } from "./scorecard.ts";
import { classifyByTier } from "./tier.ts";
import { happened } from "./trace.ts";
import { type Branch, evaluateDimension } from "./tree.ts";

/** One account against one well-formed model, station by station, as the design tells it. */
export function referenceScore(
  document: unknown,
  account: Record<string, unknown>,
  options: ScoreOptions = {},
): ReferenceResult {
  const model = document as ModelDocument;
  const issues: Issue[] = [];
  const read = readOptions(model, options, issues);
  const fields = readRecord(model, account, issues);
  if (issues.length > 0) return { ok: false, issues };
  const measures = deriveMeasures(model, fields, read.asOf, issues);
  if (issues.length > 0) return { ok: false, issues };
  const card = buildCard(model, fields, measures, read, issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, card };
}

function buildCard(
  model: ModelDocument,
  fields: Values,
  measures: Values,
  { asOf, previous, override }: ReadOptions,
  issues: Issue[],
): Scorecard {
  const scale = scaleOf(model);
  const scores = new Map<string, Exact | null>();
  const readable: Readable = {
    input: (id) => fields.get(id) ?? measures.get(id) ?? null,
    score: (id) => scores.get(id) ?? null,
  };

  const branches = new Map<string, Branch>();
  const awards: Award[] = [];
  for (const [id, dimension] of Object.entries(model.dimensions)) {
    const around = { readable, scale, issues };
    const branch = evaluateDimension(dimension, `dimensions.${id}`, around);
    const own = awardBonuses(model, id, branch.base, dimension, readable, asOf, scale.score);
    branches.set(id, branch);
    awards.push(...own);
    scores.set(id, withAwards(branch.base, own, scale));
  }

  const base = baseOfTotal(model, branches, scores, scale);
  const own = awardBonuses(model, "total", base, model.total ?? {}, readable, asOf, scale.score);
  awards.push(...own);
  const total = withAwards(base, own, scale);
  scores.set("total", total);

  const coverage = coverageOf(everyLeaf(model, branches));
  const gates = evaluateGates(model, readable);
  const fired = firedGates(model, gates);
  const status = statusOf(
    fired.some((gate) => gate.disqualify === true),
    total === null || coverage.lessThan(exact(model.minimumCoverage ?? 0)),
  );
  if (coverage.equals(exact(model.minimumCoverage ?? -1))) happened("boundary minimum coverage");

  const scoreOf = (id: string): Exact | null => scores.get(id) ?? null;
  const isScored = status === "scored";
  const quadrant = model.quadrant ? classifyByQuadrant(model.quadrant, scoreOf, isScored, previous) : null;
  const tier = model.tier
    ? classifyByTier({
        tier: model.tier,
        score: isScored ? scoreOf(model.tier.on) : null,
        previous,
        override,
        firedGates: fired,
        asOf,
        issues,
      })
    : null;

  const dimensions: Record<string, DimensionCard> = {};
  for (const [id, branch] of branches) {
    dimensions[id] = {
      score: plainNumberOrNull(scoreOf(id)),
      base: plainNumberOrNull(branch.base),
      coverage: plainNumber(coverageOf(branch.leaves)),
      rounding: plainNumberOrNull(branch.rounding),
      indicators: branch.indicators,
    };
  }
  return {
    format: 1,
    model: { id: model.id, version: model.version },
    asOf,
    status,
    previous,
    inputs: plainValues(fields),
    measures: plainValues(measures),
    dimensions,
    base: plainNumberOrNull(base),
    total: plainNumberOrNull(total),
    coverage: plainNumber(coverage),
    bonuses: (model.bonuses ?? []).map((rule) => {
      const award = awards.find((each) => each.id === rule.id) as Award;
      return { ...award, points: plainNumber(award.points) };
    }),
    gates,
    quadrant,
    tier,
  };
}

function scaleOf(model: ModelDocument): Scale {
  const [low, high] = model.range ?? [0, 100];
  return {
    low: exact(low),
    high: exact(high),
    points: model.places?.points ?? 4,
    score: model.places?.score ?? 2,
  };
}

function withAwards(base: Exact | null, awards: Award[], scale: Scale): Exact | null {
  if (base === null) return null;
  return clamp(base.plus(sumOf(awards.map((award) => award.points))), scale);
}

/** Null when a dimension that counts has applicable leaves but no score, or when no dimension remains. */
function baseOfTotal(
  model: ModelDocument,
  branches: Map<string, Branch>,
  scores: Map<string, Exact | null>,
  scale: Scale,
): Exact | null {
  const counted = Object.entries(model.dimensions).filter(([, each]) => each.weight > 0);
  const withScore = counted.filter(([id]) => scores.get(id) !== null);
  const withoutScore = counted.filter(([id]) => scores.get(id) === null);
  const isLeftOut = ([id]: [string, Dimension]): boolean =>
    !(branches.get(id) as Branch).leaves.some(isApplicableWithWeight);
  for (const each of withoutScore) {
    happened(isLeftOut(each) ? "dimension left out" : "dimension without a score");
  }
  if (withScore.length === 0 || !withoutScore.every(isLeftOut)) return null;
  const weights = withScore.map(([, each]) => exact(each.weight));
  const weightedScores = withScore.map(([id, each]) => (scores.get(id) as Exact).times(exact(each.weight)));
  return round(fraction(sumOf(weightedScores), sumOf(weights)), scale.score, "total");
}

function everyLeaf(model: ModelDocument, branches: Map<string, Branch>): Leaf[] {
  const entries = Object.entries(model.dimensions);
  const whole = sumOf(entries.map(([, each]) => exact(each.weight)));
  return entries.flatMap(([id, each]) =>
    weighted((branches.get(id) as Branch).leaves, fraction(exact(each.weight), whole)),
  );
}

function statusOf(isDisqualified: boolean, isInsufficient: boolean): Status {
  if (isDisqualified) return "disqualified";
  return isInsufficient ? "insufficient-data" : "scored";
}

function plainValues(values: Values): Record<string, PlainValue> {
  const plain: Record<string, PlainValue> = {};
  for (const [id, value] of values) plain[id] = plainValue(value);
  return plain;
}

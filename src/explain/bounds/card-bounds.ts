import { fromScaled } from "../../core/scaled.ts";
import type { Slot, Slots } from "../../core/slots.ts";
import { pointsPlacesOf, rangeOf } from "../../schema/defaults.ts";
import type { Dimension, Gate, Measure } from "../../schema/model-document.ts";
import type { Assembly } from "../../score/assembly.ts";
import { NOT_APPLICABLE } from "../../weight/coverage.ts";
import { type BonusBounds, compileBonusBounds } from "./bonus-bounds.ts";
import { compileCoverageBounds } from "./coverage-bounds.ts";
import { ABSENT, compileJoin, type ValueBounds } from "./join-bounds.ts";
import { compileMeasureBounds } from "./measure-bounds.ts";
import { compileBranchBounds, MIXED, type RegionPass } from "./node-bounds.ts";
import { both, type Days, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";
import { compileTruthSet, isTrue } from "./truth-set.ts";

/** What the cards of all accounts of a region can say. */
export interface CardBounds {
  /** Whether every account of the region is refused. */
  readonly isRejected: boolean;
  /** The dimensions' scores in document order, then the total, × 10^−places.score. */
  readonly scores: readonly ValueBounds[];
  readonly isInsufficient: Possibly;
  readonly isDisqualified: Possibly;
  /** Whether each gate fires. */
  readonly gates: readonly Possibly[];
  /** The slots that all this was read from. */
  readonly region: Region;
}

/** The fields of a region: published slots of one account, some of them between two values. */
export interface FieldBounds {
  readonly lows: Slots;
  readonly highs: Slots;
  /** Whether each of them is missing; left out, it is missing for all or for none. */
  readonly missing?: readonly Possibly[];
}

/** Cards over regions. Cost: a few times that of one card. */
export type BoundCards = (fields: FieldBounds, days: Days) => CardBounds;

/**
 * A model over regions instead of accounts: every published number of every account of the region lies within the bounds,
 * and at one account the bounds of its scores are the scores themselves. Bounds are as tight as each station alone allows;
 * they forget that two stations read the same field, so a region is to be split until it says enough.
 *
 * @param other the same model with other weights of one parent: then the cards of all weights on the way are bound
 */
export function compileCardBounds(assembly: Assembly, other: Assembly = assembly): BoundCards {
  const { model, layout, scorePlaces, least, greatest } = assembly;
  const valuesOf = (id: string) => {
    const field = model.fields[id];
    return field?.kind === "category" ? field.values : undefined;
  };
  const context = { ...layout, valuesOf, range: rangeOf(model), pointsPlaces: pointsPlacesOf(model) };
  const measures = layout.measureIds.map((id, i) =>
    compileMeasureBounds(
      model.measures?.[id] as Measure,
      assembly.measures[i] as Assembly["measures"][number],
      layout.firstMeasure + i,
      layout.input,
    ),
  );
  const dimensions = layout.dimensionIds.map((id) => ({
    evaluate: compileBranchBounds(
      model.dimensions[id] as Dimension,
      other.model.dimensions[id] as Dimension,
      scorePlaces,
      context,
    ),
    bonuses: compileBonusBounds(id, model, model.dimensions[id], scorePlaces, layout.resolve),
  }));
  const weightsOf = ({ dimensions: all }: Assembly) => all.map(({ weight }) => weight);
  const total = { ids: layout.dimensionIds, start: 0, from: scorePlaces, to: scorePlaces, least, greatest };
  const joinTotal = compileJoin("mean", { ...total, weights: weightsOf(assembly) }, weightsOf(other));
  const covered = compileCoverageBounds(assembly, other);
  const totalBonuses = compileBonusBounds("total", model, model.total, scorePlaces, layout.resolve);
  const gates = (model.gates ?? []).map(({ when }: Gate) => compileTruthSet(when, layout.resolve));

  const scoreOf = (base: ValueBounds, bonuses: BonusBounds, region: Region, days: Days): ValueBounds => {
    if (base.presence === NO) return ABSENT;
    const [low, high] = bonuses(base.low, base.high, region, days);
    const clamp = (score: number) => Math.min(Math.max(score, least), greatest);
    return { low: clamp(base.low + low), high: clamp(base.high + high), presence: base.presence };
  };

  return (fields, days) => {
    const region = regionOf(fields, layout.firstMeasure, layout.slots);
    const pass: RegionPass = { region, states: [], isRejected: false };
    for (const fillMeasure of measures) if (!fillMeasure(region, days)) pass.isRejected = true;
    const bases = dimensions.map(({ evaluate }) => evaluate(pass, YES));
    const scores = bases.map((base, i) =>
      scoreOf(base, (dimensions[i] as (typeof dimensions)[number]).bonuses, region, days),
    );
    const base = totalBase(assembly, joinTotal(scores), scores, pass.states);
    const last = scoreOf(base, totalBonuses, region, days);
    const all = [...scores, last];
    all.forEach((score, i) => {
      const slot = layout.firstScore + i;
      const decimal = (value: number): Slot => (score.presence === NO ? null : fromScaled(value, scorePlaces));
      region.lows[slot] = decimal(score.low);
      region.highs[slot] = decimal(score.high);
      region.missing[slot] = (YES - score.presence) as Possibly;
    });
    const fired = gates.map((gate) => isTrue(gate(region)));
    return {
      isRejected: pass.isRejected,
      scores: all,
      isInsufficient: insufficiency(assembly, last.presence, covered(pass.states)),
      isDisqualified: (model.gates ?? []).reduce<Possibly>(
        (most, { disqualify }, i) => (disqualify ? (Math.max(most, fired[i] as Possibly) as Possibly) : most),
        NO,
      ),
      gates: fired,
      region,
    };
  };
}

/** The slots of a region before measures and scores. */
function regionOf({ lows, highs, missing: given }: FieldBounds, fields: number, slots: number): Region {
  const missing: Possibly[] = [];
  for (let i = 0; i < fields; i++) missing.push(given?.[i] ?? (lows[i] === null ? YES : NO));
  const rest = new Array<Slot>(slots - fields).fill(null);
  return { lows: [...lows.slice(0, fields), ...rest], highs: [...highs.slice(0, fields), ...rest], missing };
}

/** The total has no base if a weighted dimension lacks a score and is not left out. */
function totalBase(
  { dimensions }: Assembly,
  joined: ValueBounds,
  scores: readonly ValueBounds[],
  states: readonly number[],
): ValueBounds {
  const lacking = dimensions.map((dimension, i): Possibly => {
    const { presence } = scores[i] as ValueBounds;
    if (dimension.weight === 0 || presence === YES) return NO;
    return both((YES - presence) as Possibly, (YES - isLeftOut(dimension, states)) as Possibly);
  });
  const lacks = Math.max(...lacking);
  if (lacks === YES || joined.presence === NO) return ABSENT;
  return lacks === MAYBE ? { ...joined, presence: MAYBE } : joined;
}

function isLeftOut({ leafWeights, firstLeaf }: Assembly["dimensions"][number], states: readonly number[]): Possibly {
  let leftOut: Possibly = YES;
  for (let i = 0; i < leafWeights.length; i++) {
    if (Number(leafWeights[i]) === 0) continue;
    const state = states[firstLeaf + i];
    if (state !== NOT_APPLICABLE && state !== MIXED) return NO;
    if (state === MIXED) leftOut = MAYBE;
  }
  return leftOut;
}

function insufficiency(
  { minimumCoverage }: Assembly,
  total: Possibly,
  [low, high]: readonly [low: number, high: number],
): Possibly {
  if (total === NO || high < minimumCoverage) return YES;
  return total === MAYBE || low < minimumCoverage ? MAYBE : NO;
}

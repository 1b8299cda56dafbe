import { compareFractions, type Fraction, NOUGHT, opposite, plus, signOf } from "../core/fraction.ts";
import type { Path } from "../core/issue.ts";
import { unreachable } from "../core/unreachable.ts";
import { measurePlaces } from "../measure/measure-form.ts";
import { DEFAULT_FIELD_PLACES } from "../record/read-field.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { BonusRule, Caps, Model } from "../schema/model-document.ts";
import type { HeldBack } from "./held-back.ts";
import {
  added,
  clamped,
  type LinearPart,
  type Reach,
  shares,
  type Walk,
  walkBranch,
  weighted,
} from "./linear-parts.ts";
import { exactly } from "./read-decimal.ts";

/** A bonus rule as a part of a sum. */
export interface LinearBonus {
  readonly rule: BonusRule;
  readonly coefficient: Fraction;
}

/** A model as a sum of parts from a start, clamped to its range if it can leave it. */
export interface LinearModel {
  readonly parts: readonly LinearPart[];
  readonly bonuses: readonly LinearBonus[];
  readonly start: Fraction;
  readonly isClamped: boolean;
}

/** Reads a model as a sum, and tells what of it is none. */
export function linearModel(model: Model, held: HeldBack): LinearModel {
  const walk: Walk = {
    held,
    parts: [],
    constants: [],
    range: rangeOf(model),
    pointsPlaces: pointsPlacesOf(model),
    inputPlaces: (input) => inputPlacesOf(model, input),
  };
  const dimensions = Object.entries(model.dimensions);
  const weights = shares(dimensions.map(([, { weight }]) => weight));
  const isOnly = weights.filter((weight) => signOf(weight) !== 0).length === 1;
  const places = scorePlacesOf(model);
  const toTotal = bonusesTo(model, "total", ["total"], model.total ?? {}, held);
  const bonuses: LinearBonus[] = [];
  const reaches = dimensions.map(([id, dimension], i): Reach => {
    const coefficient = weights[i] ?? NOUGHT;
    const path = ["dimensions", id];
    const isIdle = signOf(coefficient) === 0;
    const own = isIdle ? [] : bonusesTo(model, id, path, dimension, held);
    bonuses.push(...own.map((rule) => ({ rule, coefficient })));
    const isLast = isOnly && toTotal.length === 0;
    const station = { places, isRoundedLast: isOnly, isClampedLast: isLast && own.length === 0 };
    const base = walkBranch(walk, dimension, { path, name: id, coefficient, guards: [] }, station);
    return isIdle
      ? weighted(base, coefficient)
      : weighted(clamped(walk, withBonuses(base, own), path, isLast), coefficient);
  });
  bonuses.push(...toTotal.map((rule) => ({ rule, coefficient: ONE })));
  const base = added(NOUGHT, reaches);
  // Half away from zero is the other way where a bonus takes a total over zero after it was rounded.
  if (bonuses.length > 0 && base.decimals > places && walk.range[0] < 0)
    held.tell("pmml/rounding", ["total"], places, null);
  const total = withBonuses(base, toTotal);
  const [least, greatest] = walk.range.map(exactly) as [Fraction, Fraction];
  return {
    parts: walk.parts,
    bonuses,
    start: walk.constants.reduce(plus, NOUGHT),
    isClamped: compareFractions(total.low, least) < 0 || compareFractions(total.high, greatest) > 0,
  };
}

const ONE = /* @__PURE__ */ exactly(1);

/** The decimals an input is published with. */
export function inputPlacesOf(model: Model, input: string): number {
  const field = model.fields[input];
  if (field !== undefined) return field.kind === "number" ? (field.places ?? DEFAULT_FIELD_PLACES) : 0;
  return measurePlaces(model.measures?.[input] ?? unreachable(`an unknown input ${input}`));
}

/** The rules of a target that are parts of a sum: points, always in force, alone or in a group that only adds. */
function bonusesTo(model: Model, target: string, path: Path, caps: Caps, held: HeldBack): readonly BonusRule[] {
  const written = (model.bonuses ?? []).filter((rule, i) => {
    if (rule.to !== target) return false;
    const obstacle = obstacleOf(rule, model);
    if (obstacle !== undefined) held.tell("pmml/bonus", ["bonuses", i], null, obstacle);
    return obstacle === undefined;
  });
  const { bonuses, deductions } = sumsOf(written);
  for (const [cap, sum] of [
    ["bonusCap", bonuses],
    ["deductionCap", opposite(deductions)],
  ] as const) {
    const most = caps[cap];
    if (most !== undefined && compareFractions(sum, exactly(most)) > 0)
      held.tell("pmml/bonus", [...path, cap], null, cap);
  }
  return written;
}

/** What a rule has that a part of a sum has not. */
function obstacleOf(rule: BonusRule, model: Model): string | undefined {
  const group = rule.group === undefined ? undefined : model.bonusGroups?.[rule.group];
  if (group !== undefined && ((group.stacking ?? "sum") !== "sum" || group.cap !== undefined)) return "group";
  return (["factor", "from", "until"] as const).find((key) => rule[key] !== undefined);
}

/** What rules add and take when all of them fire. */
function sumsOf(rules: readonly BonusRule[]): { readonly bonuses: Fraction; readonly deductions: Fraction } {
  const points = rules.map((rule) => exactly(rule.points ?? 0));
  return {
    bonuses: points.filter((each) => signOf(each) > 0).reduce(plus, NOUGHT),
    deductions: points.filter((each) => signOf(each) < 0).reduce(plus, NOUGHT),
  };
}

function withBonuses(reach: Reach, rules: readonly BonusRule[]): Reach {
  const { bonuses, deductions } = sumsOf(rules);
  return { ...reach, low: plus(reach.low, deductions), high: plus(reach.high, bonuses) };
}

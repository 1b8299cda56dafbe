import type { Resolve } from "../../condition/compile-condition.ts";
import { toScaled } from "../../core/scaled.ts";
import { type Combiner, type CombineSpec, compileCombine } from "../../indicator/compile-combine.ts";
import { missingAnswer } from "../../indicator/missing-answer.ts";
import type { FieldPlace } from "../../measure/compile-measure.ts";
import type { Branch, Combine, Indicator, IndicatorNode } from "../../schema/model-document.ts";
import { ANSWERED, NOT_APPLICABLE, UNANSWERED } from "../../weight/coverage.ts";
import { productExtremes } from "../product-extremes.ts";
import { compileCurveBounds } from "./curve-bounds.ts";
import { both, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";
import { compileTruthSet, type EvaluateSet, isNotFalse } from "./truth-set.ts";

/** What the points of a node can be over a region: × 10^−places, NaN where there are none. */
export interface ValueBounds {
  readonly low: number;
  readonly high: number;
  /** Whether there are points at all. */
  readonly presence: Possibly;
}

export const ABSENT: ValueBounds = { low: Number.NaN, high: Number.NaN, presence: NO };

/** One region on its way through the tree. */
export interface RegionPass {
  readonly region: Region;
  /** A state per indicator, as coverage reads it; `MIXED` where accounts of the region differ. */
  readonly states: number[];
  /** Set where every account of the region is refused. */
  isRejected: boolean;
}

/** The state of an indicator that is not the same for all accounts of a region. */
export const MIXED = 3;

export interface BoundsContext {
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly input: (id: string) => FieldPlace;
  readonly resolve: Resolve;
}

type NodeBounds = (pass: RegionPass, isApplicable: Possibly) => ValueBounds;

/** A dimension or group over regions; its indicators' states are added in document order. */
export function compileBranchBounds(branch: Branch, places: number, context: BoundsContext): NodeBounds {
  const nodes = Object.values(branch.indicators);
  const children = nodes.map((node) => compileNode(node, context));
  const weights = nodes.map(({ weight }) => weight ?? 0);
  const combine = branch.combine ?? "mean";
  const join = compileJoin(combine, {
    ids: Object.keys(branch.indicators),
    weights,
    start: branch.start ?? 0,
    from: context.pointsPlaces,
    to: places,
    least: toScaled(context.range[0], places),
    greatest: toScaled(context.range[1], places),
  });
  return (pass, isApplicable) => join(children.map((child) => child(pass, isApplicable)));
}

function compileNode(node: IndicatorNode, context: BoundsContext): NodeBounds {
  const applies = node.appliesWhen === undefined ? null : compileTruthSet(node.appliesWhen, context.resolve);
  if (!("indicators" in node)) return compileIndicator(node, applies, context);
  const evaluate = compileBranchBounds(node, context.pointsPlaces, context);
  return (pass, isApplicable) => evaluate(pass, applicability(applies, pass, isApplicable));
}

function applicability(applies: EvaluateSet | null, { region }: RegionPass, isApplicable: Possibly): Possibly {
  return applies === null ? isApplicable : both(isApplicable, isNotFalse(applies(region)));
}

function compileIndicator(indicator: Indicator, applies: EvaluateSet | null, context: BoundsContext): NodeBounds {
  const { slot, places } = context.input(indicator.input);
  const curve = compileCurveBounds(indicator.curve, places, context.pointsPlaces);
  const { isRejected, points: answer } = missingAnswer(indicator, context.pointsPlaces);
  const hasAnswer = !Number.isNaN(answer);

  return (pass, isApplicable) => {
    const applicable = applicability(applies, pass, isApplicable);
    const missing = pass.region.missing[slot] as Possibly;
    pass.states.push(stateOf(applicable, missing));
    if (applicable === NO) return ABSENT;
    if (missing === YES) {
      if (isRejected && applicable === YES) pass.isRejected = true;
      return hasAnswer ? { low: answer, high: answer, presence: applicable } : ABSENT;
    }
    const [low, high] = curve(pass.region.lows[slot] ?? null, pass.region.highs[slot] ?? null);
    if (Number.isNaN(low) || Number.isNaN(high)) {
      // A value that an open lookup does not list refuses the account.
      if (applicable === YES) pass.isRejected = true;
      return ABSENT;
    }
    if (missing === NO || isRejected) return { low, high, presence: applicable };
    if (hasAnswer) return { low: Math.min(low, answer), high: Math.max(high, answer), presence: applicable };
    return { low, high, presence: both(applicable, MAYBE) };
  };
}

function stateOf(applicable: Possibly, missing: Possibly): number {
  if (applicable === NO) return NOT_APPLICABLE;
  if (applicable === MAYBE || missing === MAYBE) return MIXED;
  return missing === YES ? UNANSWERED : ANSWERED;
}

/** How bounds of children become the bounds of their parent. */
export type Join = (children: readonly ValueBounds[]) => ValueBounds;

/** Every combination but the product rises with each of its parts, so the ends decide. */
export function compileJoin(combine: Combine, spec: CombineSpec): Join {
  const own = compileCombine(combine, spec);
  const least = compileCombine("min", spec);
  const greatest = compileCombine("max", spec);
  const range = [spec.least, spec.greatest] as const;
  const loose = LOOSE[combine];
  return (children) => {
    const counted = children.map(({ presence }, i) => presence !== NO && (combine !== "mean" || spec.weights[i] !== 0));
    if (!counted.includes(true)) return ABSENT;
    const isSure = children.every(({ presence }, i) => !counted[i] || presence === YES);
    const presence = children.some((child, i) => counted[i] && child.presence === YES) ? YES : MAYBE;
    const pick = (value: (child: ValueBounds) => number) =>
      children.map((child, i) => (counted[i] ? value(child) : Number.NaN));
    const lows = pick(({ low }) => low);
    const highs = pick(({ high }) => high);
    const [low, high] = isSure
      ? combine === "product"
        ? productExtremes(own, lows, highs, range)
        : [own.value(lows), own.value(highs)]
      : loose({ children, counted, lows, highs, own, least, greatest, spec });
    return { low, high, presence };
  };
}

interface Loose {
  readonly children: readonly ValueBounds[];
  readonly counted: readonly boolean[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly own: Combiner;
  readonly least: Combiner;
  readonly greatest: Combiner;
  readonly spec: CombineSpec;
}

/** Bounds where some child is perhaps not there: wide enough for any of them to be left out. */
const LOOSE = {
  mean: ({ lows, highs, least, greatest }) => [least.value(lows), greatest.value(highs)],
  sum: ({ children, lows, highs, own }) => [
    own.value(withDefault(children, lows, (low) => Math.min(low, 0))),
    own.value(withDefault(children, highs, (high) => Math.max(high, 0))),
  ],
  product: ({ children, lows, highs, own, spec }) => {
    const one = toScaled(1, spec.from);
    return productExtremes(
      own,
      withDefault(children, lows, (low) => Math.min(low, one)),
      withDefault(children, highs, (high) => Math.max(high, one)),
      [spec.least, spec.greatest],
    );
  },
  min: ({ children, lows, highs, least, greatest }) => [
    least.value(lows),
    ifAny(least.value(onlySure(children, highs)), greatest.value(highs)),
  ],
  max: ({ children, lows, highs, least, greatest }) => [
    ifAny(greatest.value(onlySure(children, lows)), least.value(lows)),
    greatest.value(highs),
  ],
} satisfies { readonly [K in Combine]: (loose: Loose) => readonly [number, number] };

function withDefault(
  children: readonly ValueBounds[],
  ends: readonly number[],
  orDefault: (end: number) => number,
): readonly number[] {
  return ends.map((end, i) => (children[i]?.presence === MAYBE ? orDefault(end) : end));
}

function onlySure(children: readonly ValueBounds[], ends: readonly number[]): readonly number[] {
  return ends.map((end, i) => (children[i]?.presence === YES ? end : Number.NaN));
}

function ifAny(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

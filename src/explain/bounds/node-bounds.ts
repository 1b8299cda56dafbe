import type { Resolve } from "../../condition/compile-condition.ts";
import { toScaled } from "../../core/scaled.ts";
import { missingAnswer } from "../../indicator/missing-answer.ts";
import type { FieldPlace } from "../../measure/compile-measure.ts";
import type { Branch, Indicator, IndicatorNode } from "../../schema/model-document.ts";
import { ANSWERED, NOT_APPLICABLE, UNANSWERED } from "../../weight/coverage.ts";
import { compileCurveBounds } from "./curve-bounds.ts";
import { ABSENT, compileJoin, type ValueBounds } from "./join-bounds.ts";
import { both, MAYBE, NO, type Possibly, type Region, YES } from "./region.ts";
import { compileTruthSet, type EvaluateSet, isNotFalse } from "./truth-set.ts";

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
  /** The values of a category that has a list of them. */
  readonly valuesOf: (id: string) => readonly string[] | undefined;
  readonly resolve: Resolve;
}

type NodeBounds = (pass: RegionPass, isApplicable: Possibly) => ValueBounds;

/**
 * A dimension or group over regions; its indicators' states are added in document order.
 *
 * @param other the same with other weights, where they too lie between two
 */
export function compileBranchBounds(branch: Branch, other: Branch, places: number, context: BoundsContext): NodeBounds {
  const nodes = Object.values(branch.indicators);
  const others = Object.values(other.indicators);
  const children = nodes.map((node, i) => compileNode(node, others[i] as IndicatorNode, context));
  const weights = nodes.map(({ weight }) => weight ?? 0);
  const combine = branch.combine ?? "mean";
  const spec = {
    ids: Object.keys(branch.indicators),
    weights,
    start: branch.start ?? 0,
    from: context.pointsPlaces,
    to: places,
    least: toScaled(context.range[0], places),
    greatest: toScaled(context.range[1], places),
  };
  const join = compileJoin(
    combine,
    spec,
    others.map(({ weight }) => weight ?? 0),
  );
  return (pass, isApplicable) => join(children.map((child) => child(pass, isApplicable)));
}

function compileNode(node: IndicatorNode, other: IndicatorNode, context: BoundsContext): NodeBounds {
  const applies = node.appliesWhen === undefined ? null : compileTruthSet(node.appliesWhen, context.resolve);
  if (!("indicators" in node)) return compileIndicator(node, applies, context);
  const evaluate = compileBranchBounds(node, other as Branch, context.pointsPlaces, context);
  return (pass, isApplicable) => evaluate(pass, applicability(applies, pass, isApplicable));
}

function applicability(applies: EvaluateSet | null, { region }: RegionPass, isApplicable: Possibly): Possibly {
  return applies === null ? isApplicable : both(isApplicable, isNotFalse(applies(region)));
}

function compileIndicator(indicator: Indicator, applies: EvaluateSet | null, context: BoundsContext): NodeBounds {
  const { slot, places } = context.input(indicator.input);
  const curve = compileCurveBounds(indicator.curve, places, context.pointsPlaces, context.valuesOf(indicator.input));
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

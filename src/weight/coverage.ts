import { exactQuotient } from "../core/exact-quotient.ts";
import { type Proportions, proportions, refereeShare } from "../core/referee.ts";
import type { Branch, IndicatorNode } from "../schema/model-document.ts";

/** Decimals of a published coverage. */
export const COVERAGE_PLACES = 4;
const WHOLE_COVERAGE = 1e4;

type Factor = readonly [part: number, whole: number];

/** Whether a node of the tree is a group. */
export function isGroup(node: IndicatorNode): node is IndicatorNode & Branch {
  return "indicators" in node;
}

/**
 * Effective weights of all indicators under a branch, in document order, as whole numbers in proportion: the product
 * down the path of declared weight ÷ declared siblings' sum, or equal shares where there are no weights.
 */
export function effectiveWeights(branch: Branch): Proportions {
  return proportions(leafFactors(branch, []));
}

/** The same over several branches, each with its own weight among them. */
export function effectiveWeightsAcross(branches: readonly Branch[]): Proportions {
  const whole = branches.reduce((sum, branch) => sum + (branch.weight ?? 0), 0);
  return proportions(branches.flatMap((branch) => leafFactors(branch, [[branch.weight ?? 0, Math.round(whole)]])));
}

function leafFactors(branch: Branch, above: readonly Factor[]): (readonly Factor[])[] {
  const children = Object.values(branch.indicators);
  const isMean = (branch.combine ?? "mean") === "mean";
  // A mean's weights were checked to sum to 1 or 100, so the float sum only has to tell which.
  const whole = isMean ? Math.round(children.reduce((sum, child) => sum + (child.weight ?? 0), 0)) : children.length;
  return children.flatMap((child) => {
    const factors: Factor[] = [...above, [isMean ? (child.weight ?? 0) : 1, whole]];
    return isGroup(child) ? leafFactors(child, factors) : [factors];
  });
}

/** What an indicator is to coverage. */
export const ANSWERED = 0;
export const UNANSWERED = 1;
export const NOT_APPLICABLE = 2;

/**
 * Σ weight of answered ÷ Σ weight of applicable indicators, rounded half away from zero at 4 places, × 10⁴; 0 if none is
 * applicable. Reads `states` from `first` on, one per weight.
 */
export function coverage(weights: Proportions, states: ArrayLike<number>, first: number): number {
  let answered = 0;
  let applicable = 0;
  if (typeof weights[0] === "string") return coverageOfTexts(weights as readonly string[], states, first);
  for (let i = 0; i < weights.length; i++) {
    const state = states[first + i];
    if (state === NOT_APPLICABLE) continue;
    const weight = weights[i] as number;
    applicable += weight;
    if (state === ANSWERED) answered += weight;
  }
  return applicable === 0
    ? 0
    : answered === applicable
      ? WHOLE_COVERAGE
      : exactQuotient(answered, WHOLE_COVERAGE, applicable);
}

function coverageOfTexts(weights: readonly string[], states: ArrayLike<number>, first: number): number {
  const isState = (wanted: (state: number) => boolean) => weights.filter((_, i) => wanted(states[first + i] as number));
  const answered = isState((state) => state === ANSWERED);
  return refereeShare(
    answered,
    isState((state) => state !== NOT_APPLICABLE),
    COVERAGE_PLACES,
  );
}

import { compareFractions, type Fraction, NOUGHT, plus, signOf, times } from "../core/fraction.ts";
import type { Path } from "../core/issue.ts";
import { fromScaled, MOST_DIGITS, mostDecimals } from "../core/scaled.ts";
import { attainablePoints, curvePoints } from "../indicator/attainable.ts";
import { missingAnswer } from "../indicator/missing-answer.ts";
import type { Branch, Combine, Condition, Indicator, IndicatorNode } from "../schema/model-document.ts";
import { isGroup } from "../weight/coverage.ts";
import { curveDecimals } from "./curve-decimals.ts";
import { isTooLong, placesOf } from "./decimal-text.ts";
import type { HeldBack } from "./held-back.ts";
import { exactly } from "./read-decimal.ts";

/** An indicator as a part of a sum: its points × coefficient is what it adds to the total. */
export interface LinearPart {
  readonly path: Path;
  /** The ids from its dimension down, joined by points. */
  readonly name: string;
  readonly indicator: Indicator;
  readonly coefficient: Fraction;
  /** Conditions without which it does not apply. */
  readonly guards: readonly Condition[];
  /** Points of a missing input; `null` where there are none. */
  readonly missing: number | null;
}

/** What the values of a node can be: how many decimals, how little and how much. */
export interface Reach {
  readonly decimals: number;
  readonly low: Fraction;
  readonly high: Fraction;
}

/** What a walk through the tree sees, and what it gathers. */
export interface Walk {
  readonly held: HeldBack;
  readonly parts: LinearPart[];
  /** What is added whatever the account. */
  readonly constants: Fraction[];
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly inputPlaces: (input: string) => number;
}

/** Where a walk is. */
export interface Place {
  readonly path: Path;
  readonly name: string;
  readonly coefficient: Fraction;
  readonly guards: readonly Condition[];
}

/** What the station of a branch does, and whether a scorecard does the same at its end. */
export interface Station {
  readonly places: number;
  readonly isRoundedLast: boolean;
  readonly isClampedLast: boolean;
}

/** How children are added up; the others are no sums, unless there is but one child. */
const IS_SUM = { mean: true, sum: true, product: false, min: false, max: false } satisfies {
  readonly [K in Combine]: boolean;
};

/** Gathers the parts of a branch, and tells what a sum of parts cannot hold. Answers what it can come to. */
export function walkBranch(walk: Walk, branch: Branch, at: Place, station: Station): Reach {
  const combine = branch.combine ?? "mean";
  const children = Object.entries(branch.indicators);
  if (!IS_SUM[combine] && children.length > 1) walk.held.tell("pmml/combine", [...at.path, "combine"], null, combine);
  const start = exactly(branch.start ?? 0);
  walk.constants.push(times(at.coefficient, start));
  const weights = weightsOf(branch, combine);
  const reaches = children.map(([id, node], i): Reach => {
    const weight = weights[i] ?? NOUGHT;
    const child: Place = {
      path: [...at.path, "indicators", id],
      name: `${at.name}.${id}`,
      coefficient: times(at.coefficient, weight),
      guards: node.appliesWhen === undefined ? at.guards : [...at.guards, node.appliesWhen],
    };
    const isSure = combine !== "mean" && children.some(([other, each]) => other !== id && isAlwaysThere(each));
    const reach = isGroup(node) ? walkGroup(walk, node, child) : walkIndicator(walk, node, child, isSure);
    return weighted(reach, weight);
  });
  return published(walk, added(start, reaches), at, station, combine);
}

function walkGroup(walk: Walk, group: IndicatorNode & Branch, at: Place): Reach {
  return walkBranch(walk, group, at, { places: walk.pointsPlaces, isRoundedLast: false, isClampedLast: false });
}

/** @param isSure whether a sibling in a sum is there whatever is missing, so that this one may be left out of it */
function walkIndicator(walk: Walk, indicator: Indicator, at: Place, isSure: boolean): Reach {
  const { held, pointsPlaces } = walk;
  const answer = missingAnswer(indicator, pointsPlaces).points;
  const isLeftOut = indicator.missing?.kind === "exclude";
  const isIdle = signOf(at.coefficient) === 0;
  const missing = !Number.isNaN(answer) ? fromScaled(answer, pointsPlaces) : isLeftOut && (isSure || isIdle) ? 0 : null;
  // What adds nothing is a part only because it may refuse an account.
  if (!isIdle || missing === null || isPartial(indicator)) {
    if (isLeftOut && missing === null) held.tell("pmml/refused", [...at.path, "missing"], null, "exclude");
    if (at.guards.length > 0) held.tell("pmml/refused", at.path, null, "appliesWhen");
    walk.parts.push({ ...at, indicator, missing });
  }
  const { worst, best } = attainablePoints(indicator.curve);
  const all = missing === null ? [worst, best] : [worst, best, missing];
  const decimals = curveDecimals(indicator.curve, walk.inputPlaces(indicator.input), pointsPlaces);
  if (decimals === null && !isIdle) held.tell("pmml/rounding", [...at.path, "curve"], pointsPlaces, null);
  const isLong = curvePoints(indicator.curve).some((points) => isTooLong(times(at.coefficient, exactly(points))));
  if (isLong) held.tell("pmml/rounding", at.path, MOST_DIGITS, null);
  return {
    decimals: Math.max(decimals ?? pointsPlaces, mostDecimals(all)),
    low: exactly(all.reduce((a, b) => Math.min(a, b))),
    high: exactly(all.reduce((a, b) => Math.max(a, b))),
  };
}

/** Whether the curve may have no points for a value. */
function isPartial({ curve }: Indicator): boolean {
  return curve.kind === "lookup" && curve.otherwise === undefined;
}

/** The part of each child in its parent: of a mean its weight, of a sum the whole of it. */
function weightsOf(branch: Branch, combine: Combine): readonly Fraction[] {
  const nodes = Object.values(branch.indicators);
  return combine === "mean" ? shares(nodes.map(({ weight }) => weight ?? 0)) : nodes.map(() => exactly(1));
}

/** Weights that sum to 1 or 100 as parts of 1. */
export function shares(weights: readonly number[]): readonly Fraction[] {
  // Which of the two it is was checked exactly when the model was parsed.
  const unit = exactly(Math.round(weights.reduce((sum, weight) => sum + weight, 0)) === 100 ? 0.01 : 1);
  return weights.map((weight) => times(exactly(weight), unit));
}

/** Whether a node has points for every account. */
function isAlwaysThere(node: IndicatorNode): boolean {
  if (node.appliesWhen !== undefined) return false;
  if (!isGroup(node)) return node.missing?.kind !== "exclude";
  const isMean = (node.combine ?? "mean") === "mean";
  return Object.values(node.indicators).some((child) => (!isMean || (child.weight ?? 0) > 0) && isAlwaysThere(child));
}

export function weighted({ decimals, low, high }: Reach, weight: Fraction): Reach {
  if (signOf(weight) === 0) return { decimals: 0, low: NOUGHT, high: NOUGHT };
  return { decimals: decimals + placesOf(weight), low: times(low, weight), high: times(high, weight) };
}

export function added(start: Fraction, reaches: readonly Reach[]): Reach {
  return {
    decimals: reaches.reduce((most, { decimals }) => Math.max(most, decimals), placesOf(start)),
    low: reaches.reduce((sum, { low }) => plus(sum, low), start),
    high: reaches.reduce((sum, { high }) => plus(sum, high), start),
  };
}

/** What rounding and clamp leave of what children come to; told where they can act and a scorecard has neither. */
function published(walk: Walk, reach: Reach, at: Place, station: Station, combine: Combine): Reach {
  const { places, isRoundedLast, isClampedLast } = station;
  // What the scorecard rounds at its end has all its decimals until then.
  const decimals = isRoundedLast ? reach.decimals : Math.min(reach.decimals, places);
  if (signOf(at.coefficient) === 0) return { ...reach, decimals };
  if (reach.decimals > places && !isRoundedLast) walk.held.tell("pmml/rounding", at.path, places, null);
  return { ...(combine === "mean" ? reach : clamped(walk, reach, at.path, isClampedLast)), decimals };
}

/** A clamp that is a scorecard's last is its target's, so what comes before it is left as it is. */
export function clamped(walk: Walk, reach: Reach, path: Path, isLast: boolean): Reach {
  const [least, greatest] = walk.range.map(exactly) as [Fraction, Fraction];
  const isBelow = compareFractions(reach.low, least) < 0;
  const isAbove = compareFractions(reach.high, greatest) > 0;
  if (isLast || (!isBelow && !isAbove)) return reach;
  walk.held.tell("pmml/clamp", path, walk.range, null);
  return { ...reach, low: isBelow ? least : reach.low, high: isAbove ? greatest : reach.high };
}

import { compileCondition, type Evaluate, type Resolve } from "../condition/compile-condition.ts";
import { FALSE } from "../condition/truth.ts";
import { exactQuotient } from "../core/exact-quotient.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import type { Slot, Slots } from "../core/slots.ts";
import { formatPath } from "../core/wording.ts";
import { attainablePoints } from "../indicator/attainable.ts";
import { type Combiner, compileCombine, SHARE_PLACES } from "../indicator/compile-combine.ts";
import { compileCurve, type PointsOf } from "../indicator/compile-curve.ts";
import type { Branch, Indicator, IndicatorNode, Missing, MissingKind } from "../schema/model-document.ts";
import type { GroupCard, IndicatorCard, NodeState } from "../schema/scorecard.ts";
import { ANSWERED, NOT_APPLICABLE, UNANSWERED } from "../weight/coverage.ts";

/** Where an input stands among the slots, and the decimals it is published with. */
export interface InputPlace {
  readonly slot: number;
  readonly places: number;
}

/** What the tree of a model is compiled with. */
export interface TreeContext {
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  readonly input: (id: string) => InputPlace;
  readonly resolve: Resolve;
}

/** One account on its way through the tree. */
export interface Pass {
  readonly slots: Slots;
  /** A state per indicator, in document order: what coverage reads. */
  readonly states: number[];
  readonly issues: Issue[];
}

/** A node once evaluated: its points × 10^−places.points (NaN without), and its card but for the part in its parent. */
interface Evaluated {
  readonly points: number;
  readonly card: (share: number | null, contribution: number | null) => IndicatorCard | GroupCard;
}

type EvaluateNode = (pass: Pass, isApplicable: boolean) => Evaluated;

/** A dimension once evaluated: its base × 10^−places.score (NaN without). */
export interface EvaluatedBranch {
  readonly value: number;
  readonly rounding: number | null;
  readonly indicators: { readonly [id: string]: IndicatorCard | GroupCard };
}

/** The tree under a dimension as a function of one pass. `firstLeaf` is the place of its first indicator's state. */
export function compileDimensionTree(
  branch: Branch,
  path: Path,
  firstLeaf: number,
  context: TreeContext,
): (pass: Pass) => EvaluatedBranch {
  const evaluate = compileBranch(branch, path, { next: firstLeaf }, context, context.scorePlaces);
  return (pass) => evaluate(pass, true);
}

/** Hands out the places of indicators in document order. */
interface LeafCounter {
  next: number;
}

function compileBranch(
  branch: Branch,
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
  places: number,
): (pass: Pass, isApplicable: boolean) => EvaluatedBranch {
  const ids = Object.keys(branch.indicators);
  const nodes = Object.values(branch.indicators);
  const evaluators = ids.map((id, i) =>
    compileNode(nodes[i] as IndicatorNode, [...path, "indicators", id], leaves, context),
  );
  const combiner: Combiner = compileCombine(branch.combine ?? "mean", {
    ids,
    weights: nodes.map((node) => node.weight ?? 0),
    start: branch.start ?? 0,
    from: context.pointsPlaces,
    to: places,
    least: toScaled(context.range[0], places),
    greatest: toScaled(context.range[1], places),
  });
  const finest = Math.max(places, context.pointsPlaces);
  const valueUnits = powerOfTen(finest - places);
  const pointsUnits = powerOfTen(finest - context.pointsPlaces);
  const wholeShare = powerOfTen(SHARE_PLACES);

  return (pass, isApplicable) => {
    const children: Evaluated[] = [];
    const points: number[] = [];
    for (const evaluate of evaluators) {
      const child = evaluate(pass, isApplicable);
      children.push(child);
      points.push(child.points);
    }
    const value = combiner.value(points);
    const shares: number[] = [];
    combiner.share(points, shares);
    const isAdditive = !Number.isNaN(shares[0]);
    const indicators: { [id: string]: IndicatorCard | GroupCard } = {};
    let sum = 0;
    for (let i = 0; i < children.length; i++) {
      const share = shares[i] as number;
      const scaled = isAdditive && share !== 0 ? exactQuotient(points[i] as number, share, wholeShare) : 0;
      sum += scaled;
      indicators[ids[i] as string] = (children[i] as Evaluated).card(
        isAdditive ? fromScaled(share, SHARE_PLACES) : null,
        isAdditive ? fromScaled(scaled, context.pointsPlaces) : null,
      );
    }
    const rounding =
      !Number.isNaN(value) && isAdditive ? fromScaled(value * valueUnits - sum * pointsUnits, finest) : null;
    return { value, rounding, indicators };
  };
}

function compileNode(node: IndicatorNode, path: Path, leaves: LeafCounter, context: TreeContext): EvaluateNode {
  return "indicators" in node
    ? compileGroup(node, path, leaves, context)
    : compileIndicator(node, path, leaves, context);
}

function compileGroup(
  group: Branch & { readonly appliesWhen?: Indicator["appliesWhen"] },
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
): EvaluateNode {
  const applies = compileApplies(group.appliesWhen, context);
  const firstLeaf = leaves.next;
  const evaluate = compileBranch(group, path, leaves, context, context.pointsPlaces);
  const endLeaf = leaves.next;
  return (pass, isApplicable) => {
    const { value, rounding, indicators } = evaluate(pass, isApplicable && applies(pass.slots) !== FALSE);
    const isPresent = !Number.isNaN(value);
    const state = isPresent ? "answered" : stateOfAbsent(pass.states, firstLeaf, endLeaf);
    const points = isPresent ? fromScaled(value, context.pointsPlaces) : null;
    return {
      points: value,
      card: (share, contribution) => ({ points, state, share, contribution, rounding, indicators }),
    };
  };
}

function stateOfAbsent(states: readonly number[], from: number, to: number): NodeState {
  for (let i = from; i < to; i++) if (states[i] !== NOT_APPLICABLE) return "missing";
  return "not-applicable";
}

const ALWAYS: Evaluate = () => 2;

function compileApplies(condition: Indicator["appliesWhen"], context: TreeContext): Evaluate {
  return condition === undefined ? ALWAYS : compileCondition(condition, context.resolve);
}

function compileIndicator(indicator: Indicator, path: Path, leaves: LeafCounter, context: TreeContext): EvaluateNode {
  const leaf = leaves.next++;
  const { slot, places } = context.input(indicator.input);
  const applies = compileApplies(indicator.appliesWhen, context);
  const curve: PointsOf = compileCurve(indicator.curve, places, context.pointsPlaces);
  const missing = indicator.missing ?? { kind: "reject" };
  const answer = answerOf(missing, indicator, context.pointsPlaces);
  const isRejected = missing.kind === "reject";

  const evaluated = (input: Slot, scaled: number, state: NodeState): Evaluated => {
    const points = Number.isNaN(scaled) ? null : fromScaled(scaled, context.pointsPlaces);
    return { points: scaled, card: (share, contribution) => ({ input, points, state, share, contribution }) };
  };

  return (pass, isApplicable) => {
    const input = pass.slots[slot] as Slot;
    if (!isApplicable || applies(pass.slots) === FALSE) {
      pass.states[leaf] = NOT_APPLICABLE;
      return evaluated(input, Number.NaN, "not-applicable");
    }
    if (input === null) {
      pass.states[leaf] = UNANSWERED;
      if (isRejected) pass.issues.push(issue("record/missing", [indicator.input], formatPath(path), null));
      return evaluated(null, answer, "missing");
    }
    pass.states[leaf] = ANSWERED;
    const points = curve(input);
    if (Number.isNaN(points)) pass.issues.push(issue("record/no-points", [indicator.input], null, factOf(input)));
    return evaluated(input, points, "answered");
  };
}

/** The points a missing input is answered with, × 10^−places.points; NaN where it is not. */
function answerOf(missing: Missing, indicator: Indicator, pointsPlaces: number): number {
  return toScaled((ANSWERS[missing.kind] as Answer)(missing, indicator), pointsPlaces);
}

type Answer = (missing: Missing, indicator: Indicator) => number;

const ANSWERS = {
  reject: () => Number.NaN,
  exclude: () => Number.NaN,
  points: (missing: Missing & { kind: "points" }) => missing.points,
  worst: (_missing: Missing, indicator) => attainablePoints(indicator.curve).worst,
  best: (_missing: Missing, indicator) => attainablePoints(indicator.curve).best,
} satisfies { readonly [K in MissingKind]: (missing: never, indicator: Indicator) => number };

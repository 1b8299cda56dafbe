import { FALSE } from "../condition/truth.ts";
import { exactQuotient } from "../core/exact-quotient.ts";
import type { Path } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import { type Combiner, compileCombine, SHARE_PLACES } from "../indicator/compile-combine.ts";
import type { Branch, Indicator, IndicatorNode } from "../schema/model-document.ts";
import type { GroupCard, IndicatorCard, NodeState } from "../schema/scorecard.ts";
import { NOT_APPLICABLE } from "../weight/coverage.ts";
import { compileApplies } from "./compile-applies.ts";
import { compileIndicator } from "./compile-indicator.ts";
import type { Evaluated, EvaluatedBranch, EvaluateNode, LeafCounter, Pass, TreeContext } from "./tree.ts";

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

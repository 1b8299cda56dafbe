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
import type { LeafCounter, TreeBranch, TreeContext, TreeNode } from "./tree.ts";

/** The tree under a dimension. `firstLeaf` is the place of its first indicator's state. */
export function compileDimensionTree(branch: Branch, path: Path, firstLeaf: number, context: TreeContext): TreeBranch {
  return compileBranch(branch, path, { next: firstLeaf }, context, context.scorePlaces);
}

function compileBranch(
  branch: Branch,
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
  places: number,
): TreeBranch {
  const { pointsPlaces, range } = context;
  const ids = Object.keys(branch.indicators);
  const nodes = Object.values(branch.indicators);
  const children = ids.map((id, i) =>
    compileNode(nodes[i] as IndicatorNode, [...path, "indicators", id], leaves, context),
  );
  const combiner: Combiner = compileCombine(branch.combine ?? "mean", {
    ids,
    weights: nodes.map((node) => node.weight ?? 0),
    start: branch.start ?? 0,
    from: pointsPlaces,
    to: places,
    least: toScaled(range[0], places),
    greatest: toScaled(range[1], places),
  });
  const finest = Math.max(places, pointsPlaces);
  const valueUnits = powerOfTen(finest - places);
  const pointsUnits = powerOfTen(finest - pointsPlaces);
  const pointsUnit = powerOfTen(pointsPlaces);
  const wholeShare = powerOfTen(SHARE_PLACES);
  const points = ids.map(() => Number.NaN);
  const sharesOfPresent = ids.map(() => Number.NaN);
  const { sharesOfAll } = combiner;

  return {
    evaluate: (pass, isApplicable) => {
      for (let i = 0; i < children.length; i++) {
        points[i] = (children[i] as TreeNode).evaluate(pass, isApplicable);
      }
      return combiner.value(points);
    },
    cards: (pass, value) => {
      const isWhole = sharesOfAll !== null && !hasAbsent(points);
      if (!isWhole) combiner.share(points, sharesOfPresent);
      const shares = isWhole ? sharesOfAll : sharesOfPresent;
      const isAdditive = !Number.isNaN(shares[0]);
      const indicators: { [id: string]: IndicatorCard | GroupCard } = {};
      let sum = 0;
      for (let i = 0; i < children.length; i++) {
        const point = points[i] as number;
        const share = shares[i] as number;
        const scaled = isAdditive && share !== 0 ? exactQuotient(point, share, wholeShare) : 0;
        sum += scaled;
        indicators[ids[i] as string] = (children[i] as TreeNode).card(
          pass,
          point,
          isAdditive ? share / wholeShare : null,
          isAdditive ? scaled / pointsUnit + 0 : null,
        );
      }
      const rounding =
        !Number.isNaN(value) && isAdditive ? fromScaled(value * valueUnits - sum * pointsUnits, finest) : null;
      return { rounding, indicators };
    },
  };
}

function compileNode(node: IndicatorNode, path: Path, leaves: LeafCounter, context: TreeContext): TreeNode {
  return "indicators" in node
    ? compileGroup(node, path, leaves, context)
    : compileIndicator(node, path, leaves, context);
}

function compileGroup(
  group: Branch & { readonly appliesWhen?: Indicator["appliesWhen"] },
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
): TreeNode {
  const applies = compileApplies(group.appliesWhen, context);
  const firstLeaf = leaves.next;
  const branch = compileBranch(group, path, leaves, context, context.pointsPlaces);
  const endLeaf = leaves.next;
  return {
    evaluate: (pass, isApplicable) =>
      branch.evaluate(pass, isApplicable && (applies === null || applies(pass.slots) !== FALSE)),
    card: (pass, value, share, contribution) => {
      const isPresent = !Number.isNaN(value);
      const state = isPresent ? "answered" : stateOfAbsent(pass.states, firstLeaf, endLeaf);
      const points = isPresent ? fromScaled(value, context.pointsPlaces) : null;
      const { rounding, indicators } = branch.cards(pass, value);
      return { points, state, share, contribution, rounding, indicators };
    },
  };
}

function stateOfAbsent(states: readonly number[], from: number, to: number): NodeState {
  for (let i = from; i < to; i++) if (states[i] !== NOT_APPLICABLE) return "missing";
  return "not-applicable";
}

function hasAbsent(points: readonly number[]): boolean {
  for (let i = 0; i < points.length; i++) if (Number.isNaN(points[i])) return true;
  return false;
}

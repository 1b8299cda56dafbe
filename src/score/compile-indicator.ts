import { FALSE } from "../condition/truth.ts";
import { factOf, issue, type Path } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import type { Slot } from "../core/slots.ts";
import { formatPath } from "../core/wording.ts";
import { compileCurve } from "../indicator/compile-curve.ts";
import { missingAnswer } from "../indicator/missing-answer.ts";
import type { Indicator } from "../schema/model-document.ts";
import type { NodeState } from "../schema/scorecard.ts";
import { ANSWERED, NOT_APPLICABLE, UNANSWERED } from "../weight/coverage.ts";
import { compileApplies } from "./compile-applies.ts";
import type { LeafCounter, TreeContext, TreeNode } from "./tree.ts";

/** An indicator as a node of the tree. */
export function compileIndicator(
  indicator: Indicator,
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
): TreeNode {
  const leaf = leaves.next++;
  const { pointsPlaces } = context;
  const pointsUnit = powerOfTen(pointsPlaces);
  const { slot, places } = context.input(indicator.input);
  const applies = compileApplies(indicator.appliesWhen, context);
  const curve = compileCurve(indicator.curve, places, pointsPlaces);
  const { isRejected, points: answer } = missingAnswer(indicator, pointsPlaces);

  return {
    evaluate: (pass, isApplicable) => {
      const { slots, states, issues } = pass;
      const input = slots[slot] as Slot;
      if (!isApplicable || (applies !== null && applies(slots) === FALSE)) {
        states[leaf] = NOT_APPLICABLE;
        return Number.NaN;
      }
      if (input === null) {
        states[leaf] = UNANSWERED;
        if (isRejected) issues.push(issue("record/missing", [indicator.input], formatPath(path), null));
        return answer;
      }
      states[leaf] = ANSWERED;
      const points = curve(input);
      if (Number.isNaN(points)) issues.push(issue("record/no-points", [indicator.input], null, factOf(input)));
      return points;
    },
    card: ({ slots, states }, points, share, contribution) => ({
      input: slots[slot] as Slot,
      points: Number.isNaN(points) ? null : points / pointsUnit + 0,
      state: STATES[states[leaf] as number] as NodeState,
      share,
      contribution,
    }),
  };
}

/** What the states that coverage reads are called on a card. */
const STATES: readonly NodeState[] = ["answered", "missing", "not-applicable"];

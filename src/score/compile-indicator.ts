import { FALSE } from "../condition/truth.ts";
import { factOf, issue, type Path } from "../core/issue.ts";
import { fromScaled } from "../core/scaled.ts";
import type { Slot } from "../core/slots.ts";
import { formatPath } from "../core/wording.ts";
import { compileCurve } from "../indicator/compile-curve.ts";
import { missingAnswer } from "../indicator/missing-answer.ts";
import type { Indicator } from "../schema/model-document.ts";
import type { NodeState } from "../schema/scorecard.ts";
import { ANSWERED, NOT_APPLICABLE, UNANSWERED } from "../weight/coverage.ts";
import { compileApplies } from "./compile-applies.ts";
import type { Evaluated, EvaluateNode, LeafCounter, TreeContext } from "./tree.ts";

/** An indicator as a function of one pass. */
export function compileIndicator(
  indicator: Indicator,
  path: Path,
  leaves: LeafCounter,
  context: TreeContext,
): EvaluateNode {
  const leaf = leaves.next++;
  const { slot, places } = context.input(indicator.input);
  const applies = compileApplies(indicator.appliesWhen, context);
  const curve = compileCurve(indicator.curve, places, context.pointsPlaces);
  const { isRejected, points: answer } = missingAnswer(indicator, context.pointsPlaces);

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

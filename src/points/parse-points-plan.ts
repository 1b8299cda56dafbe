import { freezeDeep } from "../core/freeze-deep.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import type { Outcome } from "../core/issue.ts";
import { type DocumentForm, parseDocument } from "../core/parse-document.ts";
import { checkPointsPlanShape } from "../schema/check-shape.ts";
import { markParsed, PLAN_MARK } from "../schema/parsed-mark.ts";
import type { PointsPlan, PointsPlanDocument } from "../schema/points-plan-document.ts";
import { checkPlan } from "./check-plan.ts";

/** A parsed plan, or everything that is wrong with the document. */
export type PlanOutcome = Outcome<"plan", PointsPlan>;

/**
 * Parses a points plan of unknown shape: size and depth, format, shape, then the plan as a whole.
 *
 * @param json a parsed JSON value (not JSON text)
 * @returns the plan, frozen deep; the document itself is copied and never touched
 * @throws GuanxiError with every issue found at the first stage that finds any
 *
 * @example
 * ```ts
 * const plan = parsePointsPlan({
 *   format: 1, id: "one-per-ten", version: "1", rules: [{ id: "spend", kind: "per-amount", rate: 1, per: 10 }],
 * });
 * earn(plan, { kind: "purchase", date: "2026-03-31", amount: 105 }).points; // 10
 * ```
 */
export function parsePointsPlan(json: unknown): PointsPlan {
  const outcome = safeParsePointsPlan(json);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.plan;
}

/** As `parsePointsPlan`, but returns `{ ok: false, issues }` instead of throwing. */
export function safeParsePointsPlan(json: unknown): PlanOutcome {
  const outcome = parseDocument(json, FORM);
  if (!outcome.ok) return outcome;
  markParsed(outcome.document, PLAN_MARK);
  return { ok: true, plan: freezeDeep(outcome.document) as unknown as PointsPlan };
}

const FORM: DocumentForm = {
  steps: [],
  checkShape: checkPointsPlanShape,
  checkWhole: (document) => checkPlan(document as unknown as PointsPlanDocument),
};

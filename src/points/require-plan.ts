import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, issue } from "../core/issue.ts";
import { isParsed, PLAN_MARK } from "../schema/parsed-mark.ts";

/** Every function that takes a plan takes a parsed one, and nothing else. */
export function requirePlan(plan: unknown): void {
  if (!isParsed(plan, PLAN_MARK)) throw new GuanxiError([issue("plan/unparsed", [], null, factOf(plan))]);
}

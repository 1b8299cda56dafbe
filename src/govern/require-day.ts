import { GuanxiError } from "../core/guanxi-error.ts";
import type { Model } from "../schema/model-document.ts";
import type { ScoreOptions } from "../schema/options.ts";
import { safeScore } from "../score/score.ts";

/**
 * A day that a model needs is asked for at once, and not by every account. Whether a validity ends too late for the
 * calendar goes by the account: only a scored one has any.
 *
 * @throws GuanxiError if the model needs a day and there is none, or it is none
 */
export function requireDay(model: Model, asOf: ScoreOptions["asOf"]): void {
  const outcome = safeScore(model, {}, { asOf });
  if (outcome.ok) return;
  const issues = outcome.issues.filter(({ code }) => code === "options/as-of-missing" || code === "options/date");
  if (issues.length > 0) throw new GuanxiError(issues);
}

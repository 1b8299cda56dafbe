import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, issue } from "../core/issue.ts";
import type { PmmlScorecard } from "./pmml-scorecard.ts";

/** The mark of a scorecard that was read; a registered symbol, so that both builds of the library know each other's. */
const READ_MARK: unique symbol = /* @__PURE__ */ Symbol.for("guanxi.pmml-scorecard");

export function markRead(scorecard: PmmlScorecard): void {
  Object.defineProperty(scorecard, READ_MARK, { value: true, enumerable: false });
}

/** Only what `fromPmml` read is scored: nothing else is known to be whole. */
export function requireRead(scorecard: unknown): void {
  const isRead =
    typeof scorecard === "object" && scorecard !== null && (scorecard as { [READ_MARK]?: unknown })[READ_MARK] === true;
  if (!isRead) throw new GuanxiError([issue("pmml/unread", [], null, factOf(scorecard))]);
}

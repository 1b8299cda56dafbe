import { readDate } from "../core/plain-date.ts";
import type { BonusRule } from "../schema/model-document.ts";

/** The first and the last day a rule is in force, as day numbers; infinite where it has none. */
export function ruleDays({ from, until }: Pick<BonusRule, "from" | "until">): {
  readonly from: number;
  readonly until: number;
} {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : (readDate(from) as number),
    until: until === undefined ? Number.POSITIVE_INFINITY : (readDate(until) as number),
  };
}

/** Whether a day lies within them, both inclusive; without a day every rule is in force. */
export function isInForce({ from, until }: ReturnType<typeof ruleDays>, day: number | null): boolean {
  return day === null || (day >= from && day <= until);
}

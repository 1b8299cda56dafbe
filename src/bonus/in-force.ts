import { readDate } from "../core/plain-date.ts";
import type { BonusRule } from "../schema/model-document.ts";

/** Whether a rule is in force on a day number, both ends included; without a day every rule is. */
export type InForce = (asOf: number | null) => boolean;

export function compileInForce({ from, until }: BonusRule): InForce {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : (readDate(from) as number);
  const last = until === undefined ? Number.POSITIVE_INFINITY : (readDate(until) as number);
  return (asOf) => asOf === null || (asOf >= first && asOf <= last);
}

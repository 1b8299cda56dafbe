import { readDate } from "./plain-date.ts";

/** Whether something is in force on a day number; without a day it is. */
export type InForce = (day: number | null) => boolean;

/** From the first day to the last, both included; an open end is open. */
export function inForce({ from, until }: { readonly from?: string; readonly until?: string }): InForce {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : (readDate(from) as number);
  const last = until === undefined ? Number.POSITIVE_INFINITY : (readDate(until) as number);
  return (day) => day === null || (day >= first && day <= last);
}

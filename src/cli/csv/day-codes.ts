import { NO_DAY } from "../../batch/scored-columns.ts";
import { readDate } from "../../core/plain-date.ts";
import { type CellReader, isFound } from "../../record/read-account.ts";
import { ownText } from "./own-text.ts";

/** Days no calendar has, for a missing one and for what is none. */
const MISSING_DAY = NO_DAY + 1;
export const ODD_DAY = NO_DAY;

export function isDay(code: number): boolean {
  return code > MISSING_DAY;
}

/** How many days are remembered from one call to the next. */
const MOST_DAYS = 10_000;

/** The day number of a cell; `MISSING_DAY` and `ODD_DAY` are no days. */
export function dayCodes(read: CellReader): (cell: string) => number {
  const known = new Map<string, number>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = cell === "" ? null : read(cell);
    const day = isFound(text) ? ODD_DAY : text === null ? MISSING_DAY : (readDate(text as string) ?? ODD_DAY);
    if (known.size < MOST_DAYS) known.set(ownText(cell), day);
    return day;
  };
}

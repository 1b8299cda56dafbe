import { writeDate } from "../core/plain-date.ts";
import type { Expiring } from "../schema/points-statement.ts";
import { type Lot, lastUsableOf, type Slice } from "./lot.ts";
import { NEVER } from "./validity.ts";

/** The points that remain by their last day, soonest first, as far ahead as is asked. */
export function expiringOf(lots: readonly Lot[], day: number, withinDays: number | null): Expiring {
  const end = withinDays === null ? NEVER : day + withinDays;
  const byDay = new Map<number, number>();
  for (const lot of lots) {
    for (let slice: Slice | null = lot.slice; slice !== null; slice = slice.before) {
      const last = lastUsableOf(slice);
      if (slice.remaining === 0 || last === NEVER || last > end) continue;
      byDay.set(last, (byDay.get(last) ?? 0) + slice.remaining);
    }
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  return {
    withinDays,
    points: days.reduce((sum, [, points]) => sum + points, 0),
    days: days.map(([last, points]) => ({ lastUsableDay: writeDate(last), points })),
  };
}

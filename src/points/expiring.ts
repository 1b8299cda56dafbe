import { writeDate } from "../core/plain-date.ts";
import type { Expiring } from "../schema/points-statement.ts";
import { type Lot, lastUsableOf, type Slice } from "./lot.ts";
import { NEVER } from "./validity.ts";

/** The points that remain by their last day, soonest first, as far ahead as is asked. */
export function expiringOf(lots: readonly Lot[], day: number, withinDays: number | null): Expiring {
  const end = withinDays === null ? NEVER : day + withinDays;
  const slices: Slice[] = [];
  for (const lot of lots) {
    for (let slice: Slice | null = lot.slice; slice !== null; slice = slice.before) {
      const last = lastUsableOf(slice);
      if (slice.remaining > 0 && last !== NEVER && last <= end) slices.push(slice);
    }
  }
  slices.sort((a, b) => lastUsableOf(a) - lastUsableOf(b));
  const days: { lastUsableDay: string; points: number }[] = [];
  let sum = 0;
  for (let i = 0, day = NEVER; i < slices.length; i++) {
    const slice = slices[i] as Slice;
    const last = lastUsableOf(slice);
    if (last !== day) days.push({ lastUsableDay: writeDate(last), points: 0 });
    (days[days.length - 1] as { points: number }).points += slice.remaining;
    sum += slice.remaining;
    day = last;
  }
  return { withinDays, points: sum, days };
}

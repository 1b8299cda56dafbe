import fc from "fast-check";
import { picked } from "./choice.ts";

// Days gather around a few anchors (month ends, a leap day), so that rule dates, validity and date measures meet `asOf`.

const ANCHORS = ["2026-03-31", "2024-02-29", "2025-12-31", "2026-02-28", "2026-04-30"] as const;
const DAY = 86_400_000;

export interface DayChoice {
  anchor: number;
  shift: number;
}

export function anchorIndex(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat({ max: ANCHORS.length - 1 }) },
  );
}

export function dayChoice(): fc.Arbitrary<DayChoice> {
  const shift = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -1, max: 1 }) },
    { weight: 2, arbitrary: fc.constantFrom(-366, -365, -59, -31, -30, -28, 28, 30, 31, 365) },
    { weight: 1, arbitrary: fc.integer({ min: -900, max: 900 }) },
  );
  return fc.record({ anchor: anchorIndex(), shift });
}

export function dayOf(choice: DayChoice): string {
  return plusDays(picked(ANCHORS, choice.anchor), choice.shift);
}

export function anchorDays(): readonly string[] {
  return ANCHORS;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The day clamps to the month's end. */
export function shiftedByMonths(day: string, months: number): string {
  const start = new Date(`${day}T00:00:00Z`);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const monthEnd = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const clamped = Math.min(start.getUTCDate(), monthEnd);
  return new Date(Date.UTC(year, month, clamped)).toISOString().slice(0, 10);
}

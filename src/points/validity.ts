import { keptByDay } from "../core/kept-by-day.ts";
import { addMonths, civilFromDays, dayNumber, daysInMonth, LAST_DAY } from "../core/plain-date.ts";
import type { Expiry, ExpiryKind, PointsPlanDocument } from "../schema/points-plan-document.ts";

/** For ever. What would expire after the calendar ends, on 9999-12-31, never does. */
export const NEVER = Number.POSITIVE_INFINITY;

/** How long points live by a plan; days are day numbers. */
export interface Validity {
  readonly pendingDays: number;
  /** The last day on which points earned (under rolling expiry: kept alive) on a day can be spent, or `NEVER`. */
  readonly lastUsableDay: (day: number) => number;
  /** Whether all points live until the same day, which each activity moves on. */
  readonly isRolling: boolean;
  readonly zeroPointsExtend: boolean;
}

export function validityOf({ pending, expiry = { kind: "none" }, expiryDay }: PointsPlanDocument): Validity {
  const expires = EXPIRIES[expiry.kind] as (expiry: Expiry, day: number) => number;
  const shift = expiryDay === "expired" ? 1 : 0;
  return {
    pendingDays: pending?.days ?? 0,
    lastUsableDay: keptByDay((day) => {
      const last = expires(expiry, day);
      return last > LAST_DAY ? NEVER : last - shift;
    }),
    isRolling: expiry.kind === "rolling",
    zeroPointsExtend: expiry.kind === "rolling" && expiry.zeroPointsExtend === true,
  };
}

type Of<K extends ExpiryKind> = Extract<Expiry, { readonly kind: K }>;

/** The day on which points of a day expire. */
const EXPIRIES = {
  none: () => NEVER,
  days: ({ days }, day) => day + days,
  months: ({ months }, day) => addMonths(day, months) ?? NEVER,
  "end-of-month": ({ months }, day) => {
    const { year, month } = civilFromDays(day);
    return endOfMonth(year, month + months - 1);
  },
  "end-of-year": ({ years }, day) => endOfYear(civilFromDays(day).year, years),
  rolling: ({ days, months }, day) => (days === undefined ? (addMonths(day, months ?? 0) ?? NEVER) : day + days),
} satisfies { readonly [K in ExpiryKind]: (expiry: Of<K>, day: number) => number };

/** The last day of the n-th month, the first being the January of a year. */
function endOfMonth(year: number, months: number): number {
  const years = Math.floor((months - 1) / 12);
  const month = months - 12 * years;
  return dayNumber(year + years, month, daysInMonth(year + years, month)) ?? NEVER;
}

/** The last day of the n-th year, the first being the one given. */
function endOfYear(year: number, years: number): number {
  return dayNumber(year + years - 1, 12, 31) ?? NEVER;
}

import { addMonths, civilFromDays, dayNumber, FIRST_DAY, LAST_DAY, monthsBetween } from "../core/plain-date.ts";
import type { Qualification } from "../schema/points-plan-document.ts";

/** The first and the last day of a period. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** The period in which a day lies; days are day numbers. */
export function qualificationPeriod(kind: Qualification["period"], day: number, joined: number): Period {
  return PERIODS[kind](day, joined);
}

const PERIODS = {
  "calendar-year": (day) => {
    const { year } = civilFromDays(day);
    return { from: dayNumber(year, 1, 1) as number, until: dayNumber(year, 12, 31) as number };
  },
  "rolling-12-months": (day) => ({ from: (addMonths(day, -12) ?? FIRST_DAY - 1) + 1, until: day }),
  // Of one who joined on 29 February, years begin on 28 February where there is no such day.
  "anniversary-year": (day, joined) => {
    const years = Math.floor(monthsBetween(joined, day) / 12);
    return {
      from: addMonths(joined, 12 * years) ?? FIRST_DAY,
      until: (addMonths(joined, 12 * (years + 1)) ?? LAST_DAY + 1) - 1,
    };
  },
} satisfies { readonly [K in Qualification["period"]]: (day: number, joined: number) => Period };

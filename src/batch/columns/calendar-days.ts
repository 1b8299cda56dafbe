/** 0001-01-01 and 9999-12-31 as days since 1970-01-01. */
const FIRST_DAY = -719162;
const LAST_DAY = 2932896;

/** Whether a number is a day of the calendar, as days since 1970-01-01. */
export function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY;
}

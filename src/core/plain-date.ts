/**
 * Plain dates: days of the proleptic Gregorian calendar from 0001-01-01 to 9999-12-31, written `YYYY-MM-DD` and counted
 * as days since 1970-01-01. No clock, no time zone.
 *
 * The conversions are Howard Hinnant's civil-from-days algorithms
 * (https://howardhinnant.github.io/date_algorithms.html).
 */

import { keptByDay } from "./kept-by-day.ts";

/** 0001-01-01 and 9999-12-31. */
export const FIRST_DAY = -719162;
export const LAST_DAY = 2932896;

/** Reads `YYYY-MM-DD` as a day number, or `null` if it is not a day of the calendar. */
export function readDate(text: string): number | null {
  return readDateIn(text, 0, text.length);
}

/** Reads a part of a text. */
export function readDateIn(text: string, at: number, to: number): number | null {
  if (to - at !== LENGTH || text.charCodeAt(at + 4) !== HYPHEN || text.charCodeAt(at + 7) !== HYPHEN) return null;
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
  return dayNumber(year, twoDigits(text, at + 5), twoDigits(text, at + 8));
}

/** How many characters a day has. */
const LENGTH = 10;
const HYPHEN = 45;
const ZERO = 48;

/** The number of two digits at a place of a text; of other characters one that no year, month or day survives. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

const NO_DIGITS = -10_000;

/** The day number of a year, month (1–12) and day, or `null` if there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const isDay = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? daysFromCivil(year, month, day) : null;
}

/** Writes a day number as `YYYY-MM-DD`. */
export const writeDate: (days: number) => string = /* @__PURE__ */ keptByDay((days) => {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
});

/**
 * The day so many months later (or earlier); a day past the month's end becomes the month's last day.
 * `null` outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * writeDate(addMonths(readDate("2024-01-31"), 1)); // "2024-02-29"
 * ```
 */
export function addMonths(days: number, months: number): number | null {
  const { year, month, day } = civilFromDays(days);
  const monthIndex = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthIndex / 12);
  if (newYear < 1 || newYear > 9999) return null;
  const newMonth = monthIndex - newYear * 12 + 1;
  return daysFromCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The largest n for which `from` + n months ≤ `to`; negative if `from` lies ahead. */
export function monthsBetween(from: number, to: number): number {
  const start = civilFromDays(from);
  const end = civilFromDays(to);
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return Math.min(start.day, daysInMonth(end.year, end.month)) <= end.day ? months : months - 1;
}

/** How many days a month (1–12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Years begin on 1 March below, so that the leap day is a year's last; an era is 400 years of 146,097 days.

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The year, month (1–12) and day of a day number. */
export function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

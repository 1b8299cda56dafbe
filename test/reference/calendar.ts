// Proleptic Gregorian calendar by plain counting; days are ISO text, which also compares as text.

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const { year, month, day } = read(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysBetween(earlier: string, later: string): number {
  return dayNumber(read(later)) - dayNumber(read(earlier));
}

/** The largest n with `from` + n months ≤ `to`. */
export function monthsBetween(from: string, to: string): number {
  const start = read(from);
  const end = read(to);
  let months = (end.year - start.year) * 12 + (end.month - start.month) + 1;
  while (dayNumber(addMonths(start, months)) > dayNumber(end)) months -= 1;
  return months;
}

/** Null past the year 9999. The day clamps to the month's end. */
export function plusMonths(from: string, months: number): string | null {
  const { year, month, day } = addMonths(read(from), months);
  if (year > 9999) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function addMonths(start: CalendarDay, months: number): CalendarDay {
  const count = start.year * 12 + (start.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(start.day, daysInMonth(year, month)) };
}

function dayNumber({ year, month, day }: CalendarDay): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays + day;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

function read(text: string): CalendarDay {
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  };
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

import { dayNumber, writeDate } from "../core/plain-date.ts";

/** Reads a day in one format and answers it as `YYYY-MM-DD`; `null` if the text is not a day in that format. */
export type DateTextReader = (text: string) => string | null;

const PARTS = {
  YYYY: { part: "year", digits: "([0-9]{4})" },
  MM: { part: "month", digits: "([0-9]{2})" },
  DD: { part: "day", digits: "([0-9]{2})" },
  M: { part: "month", digits: "([0-9]{1,2})" },
  D: { part: "day", digits: "([0-9]{1,2})" },
} as const;

type Token = keyof typeof PARTS;

/**
 * The reader of a format such as `DD/MM/YYYY`, `YYYYMMDD` or `YYYY年M月D日`; `null` if the format does not name a year, a
 * month and a day once each, or leaves open where one ends and the next begins.
 */
export function compileDateFormat(format: string): DateTextReader | null {
  if (format.length > LONGEST_FORMAT || /[0-9]/.test(format)) return null;
  // Split by tokens, the odd pieces are the tokens and the even ones the marks around them.
  const pieces = format.split(/(YYYY|MM|DD|M|D)/);
  const tokens = pieces.filter((_, i) => i % 2 === 1) as Token[];
  const parts = tokens.map((token) => PARTS[token].part);
  if (
    parts.length !== 3 ||
    new Set(parts).size !== 3 ||
    pieces.some((piece, i) => i % 2 === 0 && piece.includes("Y"))
  ) {
    return null;
  }
  const touches = (i: number) => (i > 0 && pieces[i * 2] === "") || (i < 2 && pieces[i * 2 + 2] === "");
  if (tokens.some((token, i) => token.length === 1 && touches(i))) return null;
  const pattern = pieces.map((piece, i) => (i % 2 === 1 ? PARTS[piece as Token].digits : literal(piece))).join("");
  const form = new RegExp(`^${pattern}$`);
  const [year, month, day] = (["year", "month", "day"] as const).map((part) => parts.indexOf(part) + 1);
  return (text) => {
    const match = form.exec(text);
    if (match === null) return null;
    const at = (group: number | undefined) => Number(match[group as number]);
    const days = dayNumber(at(year), at(month), at(day));
    return days === null ? null : writeDate(days);
  };
}

const LONGEST_FORMAT = 40;

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

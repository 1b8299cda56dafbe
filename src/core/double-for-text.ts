import { powerOfTen } from "./power-of-ten.ts";
import { publish } from "./publish.ts";

/**
 * The double that stands for a decimal text: published at so many places, both give the same. NaN where there is none, or
 * where the text is none of the numbers a record may hold; then the text itself has to be read.
 *
 * @example a text of more digits than a double holds is rounded as it is written
 * ```ts
 * doubleForText("0.1", 2); // 0.1
 * doubleForText("1.00499999999999999999", 2); // 1
 * doubleForText("1,000", 2); // NaN
 * ```
 */
export function doubleForText(text: string, places: number): number {
  const short = readShortDecimal(text, 0, text.length);
  if (!Number.isNaN(short)) return short;
  const published = publish(text, places);
  return typeof published === "number" && Math.abs(published) < WRITTEN_OUT ? published : Number.NaN;
}

/** From here on a number is written with an exponent, and a large one of those is refused where its text is not. */
const WRITTEN_OUT = 1e21;

/**
 * A part of a text that is digits with or without decimals, at most 15 of them that count: the integer of all digits and the
 * power of ten are exact, so their quotient is the double nearest to the text, which prints as that decimal. NaN for any
 * other, the empty one too.
 */
export function readShortDecimal(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from) === MINUS ? from + 1 : from;
  if (to <= first || to - from > LONGEST) return Number.NaN;
  let digits = 0;
  let point = to;
  for (let i = first; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === POINT && point === to && i > first && i < to - 1) point = i;
    else return Number.NaN;
  }
  const hasLeadingZero = text.charCodeAt(first) === ZERO && point > first + 1;
  if (hasLeadingZero || digits >= SIXTEEN_DIGITS) return Number.NaN;
  const value = point === to ? digits : digits / powerOfTen(to - point - 1);
  return first === from ? value : 0 - value;
}

const [MINUS, POINT, ZERO, NINE] = [45, 46, 48, 57];
/** With a sign and a point this leaves 22 decimals, the most whose power of ten is a double. */
const LONGEST = 24;
const SIXTEEN_DIGITS = 1e15;

import { MOST_DIGITS } from "./scaled.ts";

/** A decimal as written: ±digits × 10^exponent, digits without outer zeros (empty for zero). */
export interface Numeral {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** Why a number or text is not a number that can be read. */
export type NumeralFault = "number" | "digits" | "exponent" | "magnitude";

/** The most significant digits a number may be written with. */
export const MOST_WRITTEN_DIGITS = 34;
/** The greatest written exponent, either way. */
export const MOST_EXPONENT = 30;
/** Values from 10^64 on are refused: more than 34 digits at exponent 30 can say. */
export const MOST_MAGNITUDE = 64;

const GRAMMAR = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/**
 * Reads a number (as its shortest decimal text) or text in JSON number grammar. Linear in the length of the text; an
 * absurd exponent costs nothing, because no digit is ever written out.
 */
export function readNumeral(value: number | string): Numeral | NumeralFault {
  const match = GRAMMAR.exec(String(value));
  if (match === null) return "number";
  const [, sign, whole = "", fraction = "", written = "0"] = match;
  const written10 = Number(written);
  if (!(Math.abs(written10) <= MOST_EXPONENT)) return "exponent";
  const all = whole + fraction;
  const first = firstNonZero(all);
  if (first === all.length) return { isNegative: false, digits: "", exponent: 0 };
  const end = lastNonZero(all) + 1;
  if (end - first > MOST_WRITTEN_DIGITS) return "digits";
  const exponent = written10 - fraction.length + (all.length - end);
  if (exponent + (end - first) > MOST_MAGNITUDE) return "magnitude";
  return { isNegative: sign === "-", digits: all.slice(first, end), exponent };
}

/**
 * The numeral rounded half away from zero to so many decimals, as the double whose shortest text is that decimal; or
 * `null` if it would take more than 15 significant digits.
 */
export function publishNumeral(numeral: Numeral, places: number): number | null {
  const { isNegative, digits, exponent } = numeral;
  const kept = digits.length + exponent + places;
  let published = digits;
  let scale = exponent;
  if (kept < digits.length) {
    if (kept < 0) return 0;
    published = digits.slice(0, kept);
    scale = -places;
    if (digits.charCodeAt(kept) >= FIVE) published = increment(published);
  }
  if (published === "") return 0;
  if (lastNonZero(published) + 1 > MOST_DIGITS) return null;
  return Number(`${isNegative ? "-" : ""}${published}e${scale}`);
}

const FIVE = 53;

function firstNonZero(digits: string): number {
  let i = 0;
  while (i < digits.length && digits.charCodeAt(i) === 48) i++;
  return i;
}

function lastNonZero(digits: string): number {
  let i = digits.length - 1;
  while (i >= 0 && digits.charCodeAt(i) === 48) i--;
  return i;
}

function increment(digits: string): string {
  let i = digits.length - 1;
  while (i >= 0 && digits.charCodeAt(i) === 57) i--;
  const zeros = "0".repeat(digits.length - 1 - i);
  return i < 0 ? `1${zeros}` : digits.slice(0, i) + String(Number(digits[i]) + 1) + zeros;
}

import { add, digitsOfNatural, multiply, type Natural, naturalOf, ZERO } from "../../core/natural.ts";
import { powerOfTen } from "../../core/power-of-ten.ts";
import { PUBLISHED_LIMIT } from "../../core/scaled.ts";
import type { Column } from "../column.ts";
import { type ArrowVector, maskOf, wordsOf } from "./arrow-vector.ts";

/**
 * Decimals: integers of 32 to 256 bits × 10^−scale. As doubles if none has more digits than a double keeps, else all of
 * them as decimal text.
 */
export function decimalColumn(vector: ArrowVector): Column {
  const { scale, bitWidth } = vector.type as unknown as { readonly scale: number; readonly bitWidth: number };
  const mask = maskOf(vector);
  const wordsEach = bitWidth / 32;
  return asDoubles(vector, mask, scale, wordsEach) ?? asTexts(vector, mask, scale, wordsEach);
}

const HIGH_WORD = 4294967296;
/** Powers of ten are exact as doubles up to here. */
const MOST_SCALE = 22;

/** An integer of at most 15 digits over an exact power of ten is the double that prints as the decimal. */
function asDoubles(vector: ArrowVector, mask: Uint8Array | null, scale: number, wordsEach: number): Column | null {
  if (scale < 0 || scale > MOST_SCALE) return null;
  const unit = powerOfTen(scale);
  const numbers = new Float64Array(vector.length);
  let row = 0;
  for (const piece of vector.data) {
    const words = wordsOf(piece, wordsEach);
    for (let i = 0; i < piece.length; i++, row++) {
      if (mask?.[row] === 0) {
        numbers[row] = Number.NaN;
        continue;
      }
      const integer = smallInteger(words, i * wordsEach, wordsEach);
      if (!(Math.abs(integer) < PUBLISHED_LIMIT)) return null;
      numbers[row] = integer / unit;
    }
  }
  return numbers;
}

/** An integer that fits two words, NaN for any other. */
function smallInteger(words: Uint32Array, first: number, wordsEach: number): number {
  const low = words[first] as number;
  if (wordsEach === 1) return low | 0;
  const high = (words[first + 1] as number) | 0;
  const sign = high < 0 ? 0xffffffff : 0;
  for (let k = 2; k < wordsEach; k++) if (words[first + k] !== sign) return Number.NaN;
  return high * HIGH_WORD + low;
}

function asTexts(vector: ArrowVector, mask: Uint8Array | null, scale: number, wordsEach: number): (string | null)[] {
  const texts: (string | null)[] = [];
  for (const piece of vector.data) {
    const words = wordsOf(piece, wordsEach);
    for (let i = 0; i < piece.length; i++) {
      const isNull = mask?.[texts.length] === 0;
      texts.push(isNull ? null : decimalText(words.subarray(i * wordsEach, (i + 1) * wordsEach), scale));
    }
  }
  return texts;
}

function decimalText(words: Uint32Array, scale: number): string {
  const isNegative = (words[words.length - 1] as number) >= 0x80000000;
  const digits = digitsOfNatural(naturalOfWords(isNegative ? negated(words) : words));
  const sign = isNegative ? "-" : "";
  if (scale <= 0) return sign + digits + (digits === "0" ? "" : "0".repeat(-scale));
  const all = digits.padStart(scale + 1, "0");
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

function naturalOfWords(words: Uint32Array): Natural {
  const step = naturalOf(String(HIGH_WORD));
  return words.reduceRight<Natural>((sum, word) => add(multiply(sum, step), naturalOf(String(word))), ZERO);
}

/** Two's complement: every bit turned, and one more. */
function negated(words: Uint32Array): Uint32Array {
  const turned = words.map((word) => ~word);
  for (let k = 0; k < turned.length; k++) {
    turned[k] = (turned[k] as number) + 1;
    if (turned[k] !== 0) break;
  }
  return turned;
}

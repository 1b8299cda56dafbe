import type { Column } from "../column.ts";
import { type ArrowVector, maskOf, plainValuesOf, wordsOf } from "./arrow-vector.ts";

/** Integers of 64 bits: as doubles if each is one exactly, else all of them as decimal text. */
export function longColumn(vector: ArrowVector): Column {
  const numbers = longsOf(vector);
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row] as number;
    if (!Number.isSafeInteger(value) && !Number.isNaN(value)) return plainValuesOf(vector);
  }
  return numbers;
}

/** Dates in milliseconds as days; what lies within a day is none, and its row is rejected. */
export function dayColumn(vector: ArrowVector): Column {
  return longsOf(vector).map((milliseconds) => milliseconds / MILLISECONDS_OF_DAY);
}

const MILLISECONDS_OF_DAY = 86_400_000;
const HIGH_WORD = 4294967296;

/** Integers of 64 bits as the doubles nearest to them, NaN for null. */
function longsOf(vector: ArrowVector): Float64Array {
  const isSigned = (vector.type as unknown as { readonly isSigned?: boolean }).isSigned !== false;
  const mask = maskOf(vector);
  const numbers = new Float64Array(vector.length);
  let row = 0;
  for (const piece of vector.data) {
    const words = wordsOf(piece, 2);
    for (let i = 0; i < piece.length; i++, row++) {
      const high = words[2 * i + 1] as number;
      const value = (isSigned ? high | 0 : high) * HIGH_WORD + (words[2 * i] as number);
      numbers[row] = mask?.[row] === 0 ? Number.NaN : value;
    }
  }
  return numbers;
}

import type { NumberArray } from "../column.ts";

/** A column of an Arrow table, as `apache-arrow` lays it out: pieces of memory, one for each record batch. */
export interface ArrowVector {
  readonly length: number;
  readonly type: { readonly typeId: number };
  readonly data: readonly ArrowData[];
  readonly get: (index: number) => unknown;
}

/** A piece of a column. A slice begins at `offset` in what is kept as bits, and at 0 in all the rest. */
export interface ArrowData {
  readonly length: number;
  readonly offset: number;
  readonly nullCount: number;
  readonly values: unknown;
  readonly nullBitmap?: Uint8Array | null | undefined;
  readonly dictionary?: ArrowVector | undefined;
}

/** 1 for a row that has a value, 0 for a null; `null` where every row has one. */
export function maskOf({ length, data }: ArrowVector): Uint8Array | null {
  if (!data.some(hasNulls)) return null;
  const mask = new Uint8Array(length);
  let first = 0;
  for (const piece of data) {
    if (hasNulls(piece)) readBits(piece.nullBitmap as Uint8Array, piece, mask, first);
    else mask.fill(1, first, first + piece.length);
    first += piece.length;
  }
  return mask;
}

function hasNulls({ nullBitmap, nullCount }: ArrowData): boolean {
  return nullCount > 0 && nullBitmap !== null && nullBitmap !== undefined && nullBitmap.length > 0;
}

/** Bits, least first in each byte, as bytes of 0 and 1. */
export function readBits(bits: Uint8Array, { offset, length }: ArrowData, out: Uint8Array, first: number): void {
  for (let i = 0; i < length; i++) {
    const place = offset + i;
    out[first + i] = ((bits[place >> 3] as number) >> (place & 7)) & 1;
  }
}

/** Typed values: the table's own memory if they lie in one piece, else a copy of all pieces. */
export function valuesOf({ length, data }: ArrowVector): NumberArray {
  const [piece] = data;
  if (data.length === 1 && piece !== undefined) return (piece.values as NumberArray).subarray(0, length);
  const pieces = data.filter((each) => each.length > 0);
  const Kind = (pieces[0]?.values ?? new Float64Array(0)).constructor as new (length: number) => NumberArray;
  const values = new Kind(length);
  let first = 0;
  for (const each of pieces) {
    values.set((each.values as NumberArray).subarray(0, each.length), first);
    first += each.length;
  }
  return values;
}

/** Memory of any width as words of 32 bits, least first, piece by piece. */
export function wordsOf({ values, length }: ArrowData, wordsEach: number): Uint32Array {
  const { buffer, byteOffset } = values as { readonly buffer: ArrayBufferLike; readonly byteOffset: number };
  return new Uint32Array(buffer, byteOffset, length * wordsEach);
}

/** Every value as the table itself answers it; an integer beyond a double, as its decimal text. */
export function plainValuesOf(vector: ArrowVector): (number | string | boolean | null)[] {
  return Array.from({ length: vector.length }, (_, row) => {
    const value = vector.get(row);
    return typeof value === "bigint" ? String(value) : (value as number | string | boolean | null);
  });
}

const bits = new DataView(new ArrayBuffer(8));

/** The least double above a finite one: above it exclusively is from there on inclusively. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, value);
  const low = bits.getUint32(4);
  const high = bits.getUint32(0);
  // Away from zero the bits count up, toward it they count down.
  const next = value > 0 ? low + 1 : low - 1;
  bits.setUint32(4, next >>> 0);
  if (next > 0xffffffff) bits.setUint32(0, high + 1);
  else if (next < 0) bits.setUint32(0, high - 1);
  return bits.getFloat64(0);
}

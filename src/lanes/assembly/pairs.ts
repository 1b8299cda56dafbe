/**
 * What the kernels share. A lane is known by its address and read two rows at a time; where the rows are odd, one more is
 * read and written, for which lanes have room.
 */

/** The address past the last row of a lane of doubles. */
// @ts-ignore: decorator
@inline
export function endOf(values: usize, rows: i32): usize {
  return values + ((<usize>rows) << 3);
}

/** Repeats the last of an odd number of rows, so that what is true of all rows is true of all pairs. */
// @ts-ignore: decorator
@inline
export function evenOut(values: usize, rows: i32): void {
  if (rows & 1) store<f64>(endOf(values, rows), load<f64>(endOf(values, rows - 1)));
}

/** The doubles at two addresses. */
// @ts-ignore: decorator
@inline
export function both(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}

// @ts-ignore: decorator
@inline
export function first(pair: v128): usize {
  return <usize>i64x2.extract_lane(pair, 0);
}

// @ts-ignore: decorator
@inline
export function second(pair: v128): usize {
  return <usize>i64x2.extract_lane(pair, 1);
}

/** To the nearest integers: half away from zero, and never to minus zero. */
// @ts-ignore: decorator
@inline
export function roundHalfAway(pair: v128): v128 {
  const sign = v128.and(pair, f64x2.splat(-0.0));
  const size = f64x2.floor(f64x2.add(f64x2.abs(pair), f64x2.splat(0.5)));
  return f64x2.add(v128.or(size, sign), f64x2.splat(0));
}

/** 1 for each row of the pair whose mask is set: a byte each. */
// @ts-ignore: decorator
@inline
export function storeBits(mask: v128, out: usize): void {
  store<u8>(out, <u8>i64x2.extract_lane(mask, 0) & 1);
  store<u8>(out, <u8>i64x2.extract_lane(mask, 1) & 1, 1);
}

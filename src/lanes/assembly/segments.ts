/** As many bounds are counted; more are searched. A table of bounds is filled up to so many, with infinity. */
const MOST_COUNTED: i32 = 8;

/**
 * Of rising bounds, how many lie at or below each of two values: the band, segment or rung they are in. Comparisons that
 * become numbers have no branch to mispredict. NaN is below all bounds.
 */
// @ts-ignore: decorator
@inline
export function segmentsOf(values: v128, bounds: usize, count: i32): v128 {
  if (count > MOST_COUNTED) {
    const segment = i64x2.splat(search(f64x2.extract_lane(values, 0), bounds, count));
    return i64x2.replace_lane(segment, 1, search(f64x2.extract_lane(values, 1), bounds, count));
  }
  let below = i64x2.add(reached(values, bounds, 0), reached(values, bounds, 8));
  below = i64x2.add(below, i64x2.add(reached(values, bounds, 16), reached(values, bounds, 24)));
  if (count > 4) below = i64x2.add(below, i64x2.add(reached(values, bounds, 32), reached(values, bounds, 40)));
  if (count > 6) below = i64x2.add(below, i64x2.add(reached(values, bounds, 48), reached(values, bounds, 56)));
  return i64x2.neg(below);
}

/** −1 where a value has reached the bound. */
// @ts-ignore: decorator
@inline
function reached(values: v128, bounds: usize, offset: usize): v128 {
  return f64x2.ge(values, v128.load64_splat(bounds + offset));
}

/** By halves, without a branch on the value. */
function search(value: f64, bounds: usize, count: i32): i64 {
  let low = bounds;
  let length = <usize>count;
  while (length > 0) {
    const half = (length + 1) >> 1;
    low += (half << 3) * <usize>(value >= load<f64>(low + ((half - 1) << 3)));
    length -= half;
  }
  return <i64>((low - bounds) >> 3);
}

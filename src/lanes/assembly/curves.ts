import { both, endOf, first, second } from "./pairs";
import { segmentsOf } from "./segments";

/** Adds weight × the points of the band that each value is in. */
export function addBands(
  values: usize,
  rows: i32,
  bounds: usize,
  count: i32,
  points: usize,
  weight: f64,
  sums: usize,
): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, sums += 16) {
    const band = segmentsOf(v128.load(values), bounds, count);
    add(sums, both(points + (first(band) << 3), points + (second(band) << 3)), weight);
  }
}

/** Adds weight × the points of each code. */
export function addCodes(codes: usize, rows: i32, points: usize, weight: f64, sums: usize): void {
  const end = codes + ((<usize>rows) << 2);
  if (rows & 1) store<u32>(end, 0);
  for (; codes < end; codes += 8, sums += 16) {
    add(sums, both(points + ((<usize>load<u32>(codes)) << 3), points + ((<usize>load<u32>(codes, 4)) << 3)), weight);
  }
}

/**
 * Adds weight × floor(base + slope × (value − start)) of the segment that each value is in.
 *
 * @param lines base, slope and start of each segment, and a fourth number that is not read
 */
export function addLine(
  values: usize,
  rows: i32,
  bounds: usize,
  count: i32,
  lines: usize,
  weight: f64,
  sums: usize,
): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, sums += 16) {
    const value = v128.load(values);
    add(sums, f64x2.floor(heightsOf(value, value, bounds, count, lines)), weight);
  }
}

/**
 * The same where doubles may not settle which way a height is rounded: of such rows nothing is added.
 *
 * @param multiplier of the values, on whose scale the lines are
 * @param settled how near to its integer a height is rounded for sure
 * @param doubtful the rows left out, in order
 * @returns how many were left out
 */
export function addDoubtfulLine(
  values: usize,
  rows: i32,
  bounds: usize,
  count: i32,
  lines: usize,
  multiplier: f64,
  settled: f64,
  weight: f64,
  sums: usize,
  doubtful: usize,
): i32 {
  let left = 0;
  for (let row = 0; row < rows; row += 2, values += 16, sums += 16) {
    const value = v128.load(values);
    const height = heightsOf(value, f64x2.mul(value, f64x2.splat(multiplier)), bounds, count, lines);
    const whole = f64x2.floor(f64x2.add(height, f64x2.splat(0.5)));
    const isSettled = f64x2.lt(f64x2.abs(f64x2.sub(height, whole)), f64x2.splat(settled));
    add(sums, v128.and(whole, isSettled), weight);
    if (i64x2.all_true(isSettled)) continue;
    for (let k = 0; k < 2 && row + k < rows; k++) {
      if (k == 0 ? i64x2.extract_lane(isSettled, 0) : i64x2.extract_lane(isSettled, 1)) continue;
      store<i32>(doubtful + ((<usize>left) << 2), row + k);
      left++;
    }
  }
  return left;
}

// @ts-ignore: decorator
@inline
function heightsOf(value: v128, scaled: v128, bounds: usize, count: i32, lines: usize): v128 {
  const segment = segmentsOf(value, bounds, count);
  const one = lines + (first(segment) << 5);
  const other = lines + (second(segment) << 5);
  const run = f64x2.sub(scaled, both(one + 16, other + 16));
  return f64x2.add(both(one, other), f64x2.mul(both(one + 8, other + 8), run));
}

// @ts-ignore: decorator
@inline
function add(sums: usize, points: v128, weight: f64): void {
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.mul(points, f64x2.splat(weight))));
}

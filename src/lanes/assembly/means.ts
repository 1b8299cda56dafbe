import { both, endOf, evenOut, roundHalfAway } from "./pairs";

/** Adds weight × a lane to another. */
export function addLane(values: usize, rows: i32, weight: f64, sums: usize): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, sums += 16) {
    v128.store(sums, f64x2.add(v128.load(sums), f64x2.mul(v128.load(values), f64x2.splat(weight))));
  }
}

/** Adds factor × points to the sums, and the weight to the parts, where there are points. */
export function addPresent(points: usize, rows: i32, weight: f64, factor: f64, sums: usize, parts: usize): void {
  const end = endOf(points, rows);
  for (; points < end; points += 16, sums += 16, parts += 16) {
    const point = v128.load(points);
    const isThere = f64x2.eq(point, point);
    const product = v128.and(f64x2.mul(point, f64x2.splat(factor)), isThere);
    v128.store(sums, f64x2.add(v128.load(sums), product));
    v128.store(parts, f64x2.add(v128.load(parts), v128.and(f64x2.splat(weight), isThere)));
  }
}

/** Sums by one divisor, rounded half away from zero. */
export function roundQuotients(sums: usize, rows: i32, divisor: f64, out: usize): void {
  const end = endOf(sums, rows);
  for (; sums < end; sums += 16, out += 16) {
    v128.store(out, roundHalfAway(f64x2.div(v128.load(sums), f64x2.splat(divisor))));
  }
}

/** Sums by their own parts × divisor, rounded half away from zero; NaN where there is no part. */
export function roundMeans(sums: usize, parts: usize, rows: i32, divisor: f64, out: usize): void {
  const end = endOf(sums, rows);
  for (; sums < end; sums += 16, parts += 16, out += 16) {
    const by = f64x2.mul(v128.load(parts), f64x2.splat(divisor));
    const mean = roundHalfAway(f64x2.div(v128.load(sums), by));
    v128.store(out, v128.bitselect(f64x2.splat(NaN), mean, f64x2.eq(by, f64x2.splat(0))));
  }
}

/** Makes values NaN where their part is zero. */
export function blank(values: usize, rows: i32, parts: usize): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, parts += 16) {
    const isAbsent = f64x2.eq(v128.load(parts), f64x2.splat(0));
    v128.store(values, v128.bitselect(f64x2.splat(NaN), v128.load(values), isAbsent));
  }
}

/** Values within a range; NaN stays. */
export function clamp(values: usize, rows: i32, least: f64, greatest: f64): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16) {
    v128.store(values, f64x2.min(f64x2.max(v128.load(values), f64x2.splat(least)), f64x2.splat(greatest)));
  }
}

/** Adds to each value what stands in a table for its mask, within a range; NaN stays. */
export function addByMask(masks: usize, rows: i32, table: usize, least: f64, greatest: f64, values: usize): void {
  const end = endOf(masks, rows);
  evenOut(masks, rows);
  for (; masks < end; masks += 16, values += 16) {
    const mask = i32x4.trunc_sat_f64x2_s_zero(v128.load(masks));
    const one = table + (<usize>i32x4.extract_lane(mask, 0) << 3);
    const other = table + (<usize>i32x4.extract_lane(mask, 1) << 3);
    const sum = f64x2.add(v128.load(values), both(one, other));
    v128.store(values, f64x2.min(f64x2.max(sum, f64x2.splat(least)), f64x2.splat(greatest)));
  }
}

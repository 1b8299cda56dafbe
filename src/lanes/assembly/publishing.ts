import { endOf, evenOut } from "./pairs";

/** What the product of a double with a power of ten may be off by, and the double from its decimal, relative to it. */
const ERROR: f64 = 3e-16;

/** What a lane of doubles is as a whole. */
const SOME_NOT_PLAIN: i32 = 0;
const SOME_MISSING: i32 = 1;
const ALL_PLAIN: i32 = 2;

/**
 * Rounds a lane of doubles to published integers where it stands: floor(value × unit + ½). A double is plain where that
 * alone proves how it is published: its product is far enough from a tie, and the integer lies within `from` and `to`.
 * What is not plain becomes NaN.
 *
 * @param tiny products below it, other than zero, are of numbers too small to be read
 */
export function publish(values: usize, rows: i32, unit: f64, from: f64, to: f64, tiny: f64): i32 {
  evenOut(values, rows);
  const end = endOf(values, rows);
  let isPlain = i64x2.splat(-1);
  let isThere = i64x2.splat(-1);
  for (; values < end; values += 16) {
    const scaled = f64x2.mul(v128.load(values), f64x2.splat(unit));
    const whole = f64x2.floor(f64x2.add(scaled, f64x2.splat(0.5)));
    const size = f64x2.abs(scaled);
    const margin = f64x2.sub(f64x2.splat(0.5), f64x2.mul(size, f64x2.splat(ERROR)));
    let plain = f64x2.lt(f64x2.abs(f64x2.sub(scaled, whole)), margin);
    plain = v128.and(plain, v128.and(f64x2.ge(whole, f64x2.splat(from)), f64x2.le(whole, f64x2.splat(to))));
    plain = v128.and(plain, v128.or(f64x2.gt(size, f64x2.splat(tiny)), f64x2.eq(scaled, f64x2.splat(0))));
    const there = f64x2.eq(scaled, scaled);
    isPlain = v128.and(isPlain, v128.or(plain, v128.not(there)));
    isThere = v128.and(isThere, there);
    v128.store(values, v128.bitselect(whole, f64x2.splat(NaN), plain));
  }
  return verdict(isPlain, isThere);
}

/** Whether a lane of doubles is plain as it stands: a cheaper look that asks a little more, `from` included, `below` not. */
export function plainness(values: usize, rows: i32, from: f64, below: f64, tiny: f64): i32 {
  evenOut(values, rows);
  const end = endOf(values, rows);
  let isPlain = i64x2.splat(-1);
  let isThere = i64x2.splat(-1);
  for (; values < end; values += 16) {
    const value = v128.load(values);
    let plain = v128.and(f64x2.ge(value, f64x2.splat(from)), f64x2.lt(value, f64x2.splat(below)));
    const isWritten = f64x2.gt(f64x2.abs(value), f64x2.splat(tiny));
    plain = v128.and(plain, v128.or(isWritten, f64x2.eq(value, f64x2.splat(0))));
    const there = f64x2.eq(value, value);
    isPlain = v128.and(isPlain, v128.or(plain, v128.not(there)));
    isThere = v128.and(isThere, there);
  }
  return verdict(isPlain, isThere);
}

function verdict(isPlain: v128, isThere: v128): i32 {
  if (!i64x2.all_true(isPlain)) return SOME_NOT_PLAIN;
  return i64x2.all_true(isThere) ? ALL_PLAIN : SOME_MISSING;
}

/** Published integers as the decimals that they stand for. */
export function toDecimals(values: usize, rows: i32, unit: f64, out: usize): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, out += 16) {
    v128.store(out, f64x2.add(f64x2.div(v128.load(values), f64x2.splat(unit)), f64x2.splat(0)));
  }
}

/** 1 if a lane has a NaN. */
export function hasMissing(values: usize, rows: i32): i32 {
  evenOut(values, rows);
  const end = endOf(values, rows);
  let isThere = i64x2.splat(-1);
  for (; values < end; values += 16) {
    const value = v128.load(values);
    isThere = v128.and(isThere, f64x2.eq(value, value));
  }
  return i64x2.all_true(isThere) ? 0 : 1;
}

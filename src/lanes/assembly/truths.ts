import { endOf, storeBits } from "./pairs";

// A choice by `select` becomes a branch here and there; arithmetic on comparisons never does.

/** The truth of each code. */
export function lookUp(codes: usize, rows: i32, truths: usize, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out++, codes += 4) store<u8>(out, load<u8>(truths + <usize>load<u32>(codes)));
}

/** One truth where a value lies between two bounds, both included, another outside, and a third where it is missing. */
export function testRange(
  values: usize,
  rows: i32,
  from: f64,
  to: f64,
  inside: i32,
  outside: i32,
  missing: i32,
  out: usize,
): void {
  const end = endOf(values, rows);
  for (; values < end; values += 8, out++) {
    const value = load<f64>(values);
    const truth = outside + (inside - outside) * (i32(value >= from) & i32(value <= to));
    store<u8>(out, <u8>(missing + (truth - missing) * i32(value == value)));
  }
}

/** The lesser of two truths; bytes, sixteen at a time. */
export function least(truths: usize, rows: i32, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out += 16, truths += 16) v128.store(out, i8x16.min_u(v128.load(out), v128.load(truths)));
}

export function greatest(truths: usize, rows: i32, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out += 16, truths += 16) v128.store(out, i8x16.max_u(v128.load(out), v128.load(truths)));
}

export function negate(truths: usize, rows: i32, yes: i32, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out += 16, truths += 16) v128.store(out, i8x16.sub(i8x16.splat(<i8>yes), v128.load(truths)));
}

/** Adds a bit to the masks of rows with a given truth. */
export function addBit(truths: usize, rows: i32, truth: i32, bit: f64, masks: usize): void {
  const end = endOf(masks, rows);
  for (; masks < end; masks += 8, truths++) {
    store<f64>(masks, load<f64>(masks) + bit * <f64>i32(<i32>load<u8>(truths) == truth));
  }
}

/** 1 for each row with a value, 0 for a NaN. */
export function markNumbers(values: usize, rows: i32, out: usize): void {
  const end = endOf(values, rows);
  for (; values < end; values += 16, out += 2) {
    const value = v128.load(values);
    storeBits(f64x2.eq(value, value), out);
  }
}

/** 1 for each row whose code is below that of missing. */
export function markCodes(codes: usize, rows: i32, missing: i32, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out++, codes += 4) store<u8>(out, <u8>(load<i32>(codes) < missing));
}

import { endOf, first, second, storeBits } from "./pairs";
import { segmentsOf } from "./segments";

/** 1 for each score at or above the cut, a byte each. */
export function cutAt(scores: usize, rows: i32, cut: f64, out: usize): void {
  const end = endOf(scores, rows);
  for (; scores < end; scores += 16, out += 2) storeBits(f64x2.ge(v128.load(scores), f64x2.splat(cut)), out);
}

/** x + factor × y of two codes; bytes, sixteen at a time. */
export function joinCodes(x: usize, y: usize, rows: i32, factor: i32, out: usize): void {
  const end = out + <usize>rows;
  for (; out < end; out += 16, x += 16, y += 16) {
    let code = v128.load(x);
    const other = v128.load(y);
    for (let k = 0; k < factor; k++) code = i8x16.add(code, other);
    v128.store(out, code);
  }
}

/** The rung of each score: `last` less the bounds that it reaches. */
export function rungsOf(scores: usize, rows: i32, bounds: usize, count: i32, last: i32, out: usize): void {
  const end = endOf(scores, rows);
  for (; scores < end; scores += 16, out += 2) {
    const reached = segmentsOf(v128.load(scores), bounds, count);
    store<u8>(out, <u8>(last - <i32>first(reached)));
    store<u8>(out, <u8>(last - <i32>second(reached)), 1);
  }
}

import { endOf } from "./pairs";

/**
 * Settles the leaf of rows that may lack its input: points for what is missing, NaN where the leaf does not apply, and the
 * weights that count for coverage.
 *
 * @param present 1 for a row with the input, a byte each
 * @param applies 0 for a row to which the leaf does not apply, a byte each; address 0 for none
 * @param mark what an applicable row sets in `applicableLeaf`; 0 sets nothing
 * @returns 1 if an input is missing where the leaf applies, and 2 if an input that is there has no points
 */
export function settleLeaf(
  points: usize,
  rows: i32,
  present: usize,
  applies: usize,
  weight: f64,
  answer: f64,
  answered: usize,
  applicable: usize,
  applicableLeaf: usize,
  mark: i32,
): i32 {
  let found = 0;
  for (let row: usize = 0; row < <usize>rows; row++) {
    const at = row << 3;
    if (applies != 0 && load<u8>(applies + row) == 0) {
      store<f64>(points + at, NaN);
      continue;
    }
    store<f64>(applicable + at, load<f64>(applicable + at) + weight);
    if (mark != 0) store<f64>(applicableLeaf + at, 1);
    if (load<u8>(present + row) == 0) {
      store<f64>(points + at, answer);
      found |= 1;
    } else {
      store<f64>(answered + at, load<f64>(answered + at) + weight);
      const point = load<f64>(points + at);
      if (point != point) found |= 2;
    }
  }
  return found;
}

/** Part ÷ all of the weights, × whole, rounded; `byAll` belongs to both in every row. 0 where there is nothing to cover. */
export function cover(answered: usize, applicable: usize, rows: i32, byAll: f64, whole: f64, out: usize): void {
  const end = endOf(answered, rows);
  for (; answered < end; answered += 16, applicable += 16, out += 16) {
    const part = f64x2.add(v128.load(answered), f64x2.splat(byAll));
    const all = f64x2.add(v128.load(applicable), f64x2.splat(byAll));
    const share = f64x2.div(f64x2.mul(part, f64x2.splat(whole)), all);
    const rounded = f64x2.floor(f64x2.add(share, f64x2.splat(0.5)));
    const isWhole = f64x2.eq(part, all);
    const covered = v128.bitselect(f64x2.splat(whole), rounded, isWhole);
    v128.store(out, v128.bitselect(f64x2.splat(0), covered, f64x2.eq(all, f64x2.splat(0))));
  }
}

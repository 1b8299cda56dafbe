import { at, firstCells, put, rowEnds, starts, text, unitAt } from "./places";

/** How many rows have ended, and the cell that is open. */
export let rows: i32 = 0;
export let cell: i32 = 0;

export function setOpen(row: i32, openCell: i32): void {
  rows = row;
  cell = openCell;
}

const QUOTE: i32 = 34;
const RETURN: i32 = 13;
const BLANK: i32 = 32;
const ASCII: i32 = 127;

/**
 * Goes through a part of the text and writes down where cells begin and rows end, sixteen units at a time. There must be
 * room for as many cells and rows as the part has units.
 *
 * @returns the unit at which the host has to decide: a quote at the start of a cell, or the end of a row of one cell that
 * may be blank; `to` if there is none
 */
export function split(from: i32, to: i32, mark: i32, lineEnd: i32): i32 {
  const marks = i16x8.splat(<i16>mark);
  const lineEnds = i16x8.splat(<i16>lineEnd);
  let open = cell;
  let row = rows;
  for (let block = from; block < to; block += 16) {
    const place = text + ((<usize>block) << 1);
    const first = found(v128.load(place), marks, lineEnds);
    const second = found(v128.load(place, 16), marks, lineEnds);
    let bits = i8x16.bitmask(i8x16.narrow_i16x8_s(first, second));
    if (block + 16 > to) bits &= (1 << (to - block)) - 1;
    while (bits != 0) {
      const i = block + ctz(bits);
      bits &= bits - 1;
      const unit = unitAt(i);
      if (unit == mark) put(starts, ++open, i + 1);
      else if (unit == lineEnd) {
        const start = at(starts, open);
        const end = i > start && unitAt(i - 1) == RETURN ? i - 1 : i;
        if (open == at(firstCells, row)) {
          if (end == start) {
            put(starts, open, i + 1);
            continue;
          }
          if (!isVisible(unitAt(start))) {
            setOpen(row, open);
            return i;
          }
        }
        put(rowEnds, row, end);
        put(starts, ++open, i + 1);
        put(firstCells, ++row, open);
      } else if (i == at(starts, open)) {
        setOpen(row, open);
        return i;
      }
    }
  }
  setOpen(row, open);
  return to;
}

// @ts-ignore: decorator
@inline
function found(units: v128, marks: v128, lineEnds: v128): v128 {
  const quotes = i16x8.eq(units, i16x8.splat(<i16>QUOTE));
  return v128.or(v128.or(i16x8.eq(units, marks), i16x8.eq(units, lineEnds)), quotes);
}

function isVisible(unit: i32): bool {
  return unit > BLANK && unit < ASCII;
}

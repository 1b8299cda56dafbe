import { at, endOf, put, startOf, text, unitAt } from "./places";

const MINUS: i32 = 45;
const POINT: i32 = 46;
const ZERO: i32 = 48;
const HYPHEN: i32 = 45;

/** With a sign and a point this leaves 22 decimals, the most whose power of ten is a double. */
const LONGEST: i32 = 24;
const SIXTEEN_DIGITS: f64 = 1e15;

/** The numbers in the cells of a column, as `readShortDecimal` reads them: NaN in a cell that is none. */
export function numbers(column: i32, from: i32, to: i32, out: usize): void {
  for (let row = from; row < to; row++, out += 8) {
    store<f64>(out, numberIn(startOf(row, column), endOf(row, column)));
  }
}

function numberIn(from: i32, to: i32): f64 {
  const first = from < to && unitAt(from) == MINUS ? from + 1 : from;
  if (to <= first || to - from > LONGEST) return NaN;
  let digits: f64 = 0;
  let point = to;
  for (let i = first; i < to; i++) {
    const unit = unitAt(i);
    const digit = unit - ZERO;
    if (<u32>digit <= 9) digits = digits * 10 + <f64>digit;
    else if (unit == POINT && point == to && i > first && i < to - 1) point = i;
    else return NaN;
  }
  if ((unitAt(first) == ZERO && point > first + 1) || digits >= SIXTEEN_DIGITS) return NaN;
  let unit: f64 = 1;
  for (let places = to - point - 1; places > 0; places--) unit *= 10;
  const value = digits / unit;
  return first == from ? value : 0 - value;
}

/** What stands for a cell that holds no day. */
const NO_DAY: i32 = i32.MIN_VALUE;

/** The day numbers in the cells of a column, as `readDate` reads them. */
export function days(column: i32, from: i32, to: i32, out: usize): void {
  for (let row = from; row < to; row++, out += 4) {
    store<i32>(out, dayIn(startOf(row, column), endOf(row, column)));
  }
}

function dayIn(from: i32, to: i32): i32 {
  if (to - from != 10 || unitAt(from + 4) != HYPHEN || unitAt(from + 7) != HYPHEN) return NO_DAY;
  const year = twoDigits(from) * 100 + twoDigits(from + 2);
  const month = twoDigits(from + 5);
  const day = twoDigits(from + 8);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NO_DAY;
  return daysFromCivil(year, month, day);
}

/** What no year, month or day survives. */
const NO_DIGITS: i32 = -10000;

function twoDigits(from: i32): i32 {
  const tens = unitAt(from) - ZERO;
  const ones = unitAt(from + 1) - ZERO;
  return <u32>tens <= 9 && <u32>ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

function daysInMonth(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** As in `core/plain-date`, of years from 1 on. */
function daysFromCivil(year: i32, month: i32, day: i32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

/** Marks rows that have text in a column, a byte each; other bytes stay. */
export function markFilled(column: i32, from: i32, to: i32, out: usize): void {
  for (let row = from; row < to; row++, out++) {
    if (endOf(row, column) > startOf(row, column)) store<u8>(out, 1);
  }
}

const FIRST_SIZE: i32 = 256;

/**
 * Numbers the distinct cells of a column from 0 on, in the order of their first rows.
 *
 * @param out the number of each row's cell
 * @param firstRows the first row of each distinct cell, as many as are answered
 * @param hashes of each distinct cell
 * @param table room for four times as many places as there are rows, and for 256
 * @returns how many distinct cells there are
 */
export function distinct(
  column: i32,
  from: i32,
  to: i32,
  out: usize,
  firstRows: usize,
  hashes: usize,
  table: usize,
): i32 {
  let size = FIRST_SIZE;
  clear(table, size);
  let count = 0;
  let before = -1;
  let beforeStart = 0;
  let beforeEnd = -1;
  for (let row = from; row < to; row++, out += 4) {
    const start = startOf(row, column);
    const end = endOf(row, column);
    // Rows that are sorted by a column, or nearly so, repeat it.
    if (before >= 0 && isSame(beforeStart, beforeEnd, start, end)) {
      store<i32>(out, before);
      continue;
    }
    const hash = hashOf(start, end);
    let place = scattered(hash) & (size - 1);
    let number = at(table, place) - 1;
    while (number >= 0 && !isSameCell(at(firstRows, number), column, start, end)) {
      place = (place + 1) & (size - 1);
      number = at(table, place) - 1;
    }
    if (number < 0) {
      number = count++;
      put(firstRows, number, row);
      put(hashes, number, hash);
      put(table, place, count);
      if (count * 2 > size) {
        size *= 2;
        fill(table, size, hashes, count);
      }
    }
    store<i32>(out, number);
    before = number;
    beforeStart = start;
    beforeEnd = end;
  }
  return count;
}

function isSameCell(row: i32, column: i32, start: i32, end: i32): bool {
  return isSame(startOf(row, column), endOf(row, column), start, end);
}

function isSame(start: i32, end: i32, otherStart: i32, otherEnd: i32): bool {
  if (end - start != otherEnd - otherStart) return false;
  for (let i = start, k = otherStart; i < end; i++, k++) if (unitAt(i) != unitAt(k)) return false;
  return true;
}

function hashOf(start: i32, end: i32): i32 {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = hash * 31 + unitAt(i);
  return hash;
}

/** The high bits of a product by an odd number depend on all bits of a hash. */
function scattered(hash: i32): i32 {
  const product = hash * <i32>0x9e3779b1;
  return product ^ (product >>> 15);
}

function clear(table: usize, size: i32): void {
  for (let place = 0; place < size; place++) put(table, place, 0);
}

function fill(table: usize, size: i32, hashes: usize, count: i32): void {
  clear(table, size);
  for (let number = 0; number < count; number++) {
    let place = scattered(at(hashes, number)) & (size - 1);
    while (at(table, place) != 0) place = (place + 1) & (size - 1);
    put(table, place, number + 1);
  }
}

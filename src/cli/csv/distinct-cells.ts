/**
 * Codes for stretches of units, equal ones alike: each distinct stretch is asked for once. A hash table of the stretches
 * themselves, so that no text is cut out to be looked up.
 */
export function distinctCells(
  rows: number,
  units: Uint16Array,
  startOf: (row: number) => number,
  endOf: (row: number) => number,
  codeOf: (from: number, to: number) => number,
): Int32Array {
  const out = new Int32Array(rows);
  let size = FIRST_SIZE;
  /** Of each place in the table the entry + 1, 0 for none. */
  let table = new Int32Array(size);
  const froms: number[] = [];
  const tos: number[] = [];
  const hashes: number[] = [];
  const codes: number[] = [];
  let [before, beforeTo] = [0, -1];
  for (let row = 0; row < rows; row++) {
    const from = startOf(row);
    const to = endOf(row);
    // Rows that are sorted by a column, or nearly so, repeat it.
    if (isSame(units, before, beforeTo, from, to)) {
      out[row] = out[row - 1] as number;
      continue;
    }
    [before, beforeTo] = [from, to];
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (units[i] as number)) | 0;
    let place = scattered(hash) & (size - 1);
    let entry = table[place] as number;
    while (entry > 0 && !isSame(units, froms[entry - 1] as number, tos[entry - 1] as number, from, to)) {
      place = (place + 1) & (size - 1);
      entry = table[place] as number;
    }
    if (entry === 0) {
      entry = codes.push(codeOf(from, to));
      froms.push(from);
      tos.push(to);
      hashes.push(hash);
      table[place] = entry;
      if (entry * 2 > size) {
        size *= 4;
        table = tableOf(hashes, size);
      }
    }
    out[row] = codes[entry - 1] as number;
  }
  return out;
}

const FIRST_SIZE = 256;

/** The high bits of a product by an odd number depend on all bits of a hash. */
function scattered(hash: number): number {
  const product = Math.imul(hash, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function isSame(units: Uint16Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let i = from, k = otherFrom; i < to; i++, k++) if (units[i] !== units[k]) return false;
  return true;
}

function tableOf(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(size);
  hashes.forEach((hash, i) => {
    let place = scattered(hash) & (size - 1);
    while (table[place] !== 0) place = (place + 1) & (size - 1);
    table[place] = i + 1;
  });
  return table;
}

import { type CellMemory, cellMemory, withRoom } from "./cell-memory.ts";
import { addCell, addRow, endOf, moveRow, openRowAt, startOf, startText } from "./cell-places.ts";
import type { CsvRows } from "./csv-rows.ts";
import { type QuotedRow, readQuotedRow } from "./quoted-row.ts";

/** Rows found in a text, and where the first that is not whole begins. */
export interface RowsRead {
  readonly rows: CsvRows;
  readonly end: number;
}

/**
 * Splits text into rows and cells. In a row without a quote at the start of a cell, a delimiter is a delimiter and a line end a
 * line end: the places of its cells are written down, and a cell that nobody asks for costs nothing more. The cells of any
 * other row are read by Papa Parse and stand, one after the other, behind the text.
 *
 * @param rowsBefore tells how many rows were read before this text, for messages
 */
export function compileSplit(
  delimiter: string,
  rowsBefore: () => number,
): (text: string, newline: "\n" | "\r", isEnd: boolean) => RowsRead {
  const mark = delimiter.charCodeAt(0);
  let memory = cellMemory();
  /** Room for so many units of text, and so many more cells and rows than there are. */
  const makeRoom = (units: number, cells: number, rows: number) => {
    const { kernels } = memory;
    memory = withRoom(memory, { units, cells: kernels.cell.value + cells + 1, rows: kernels.rows.value + rows + 1 });
  };
  return (text, newline, isEnd) => {
    const lineEnd = newline.charCodeAt(0);
    const { length } = text;
    const misquoted = new Set<number>();
    let behind = "";
    startText(memory);
    makeRoom(length, 0, 0);
    memory.text.write(text, "utf16le");
    for (let at = 0; at < length; ) {
      const to = Math.min(at + STRETCH, length);
      makeRoom(length, to - at, to - at);
      at = memory.kernels.split(at, to, mark, lineEnd);
      if (at === to) continue;
      if (text.charCodeAt(at) === lineEnd) {
        closeRow(memory, text, at);
        at += 1;
        continue;
      }
      const { rows } = memory.kernels;
      const row = readQuotedRow(text, openRowAt(memory), delimiter, newline, isEnd, rowsBefore() + rows.value);
      if (row === null) break;
      if (row.isMisquoted) misquoted.add(rows.value);
      makeRoom(length, row.cells.length, 1);
      behind += takeQuoted(memory, row, length + behind.length);
      at = row.end;
    }
    if (isEnd && openRowAt(memory) < length) closeRow(memory, text, length);
    const end = Math.min(openRowAt(memory), length);
    const all = text + behind;
    if (behind !== "") {
      makeRoom(all.length, 0, 0);
      memory.text.write(behind, 2 * length, "utf16le");
    }
    return { rows: rowsOf(memory, 0, all, misquoted), end };
  };
}

/** So much of a text is looked through at once. */
const STRETCH = 32_768;
const RETURN = 13;

/** The open row ends; one of nothing but blanks is left out. */
function closeRow(memory: CellMemory, text: string, end: number): void {
  const start = openRowAt(memory);
  const rowEnd = end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  const isOneCell = memory.firstCells[memory.kernels.rows.value] === memory.kernels.cell.value;
  if (isOneCell && text.slice(start, rowEnd).trim() === "") moveRow(memory, end + 1);
  else addRow(memory, rowEnd, end + 1);
}

/** Takes in the cells of a row as they stand behind the text, from a unit on; answers what stands there. */
function takeQuoted(memory: CellMemory, { cells, end }: QuotedRow, from: number): string {
  if (cells.length === 1 && (cells[0] as string).trim() === "") {
    moveRow(memory, end);
    return "";
  }
  moveRow(memory, from);
  let behind = "";
  cells.forEach((cell, i) => {
    if (i > 0) addCell(memory, from + behind.length);
    behind += `${cell}\n`;
  });
  addRow(memory, from + behind.length - 1, end);
  return behind;
}

/** The rows of a memory from one on; they hold until the memory takes another text. */
function rowsOf(memory: CellMemory, first: number, text: string, misquoted: ReadonlySet<number>): CsvRows {
  const { kernels, firstCells, numbers, codes, firstRows } = memory;
  const end = kernels.rows.value;
  const rows = end - first;
  return {
    rows,
    widthOf: (row) => (firstCells[first + row + 1] as number) - (firstCells[first + row] as number),
    cellAt: (row, at) => text.slice(startOf(memory, first + row, at), endOf(memory, first + row, at)),
    numbersAt: (at) => {
      kernels.numbers(at, first, end, numbers.at);
      return numbers.lane.slice(0, rows);
    },
    daysAt: (at) => {
      kernels.days(at, first, end, codes.at);
      return codes.lane.slice(0, rows);
    },
    codesOf: (at, codeOf) => {
      const count = kernels.distinct(at, first, end, codes.at, firstRows.at, memory.hashes, memory.table);
      const out = codes.lane.slice(0, rows);
      const meaning = Int32Array.from({ length: count }, (_, i) => {
        const row = firstRows.lane[i] as number;
        return codeOf(text.slice(startOf(memory, row, at), endOf(memory, row, at)));
      });
      for (let row = 0; row < rows; row++) out[row] = meaning[out[row] as number] as number;
      return out;
    },
    filledAt: (places) => {
      const lane = new Uint8Array(codes.lane.buffer, codes.at, rows);
      lane.fill(0);
      for (const at of places) kernels.markFilled(at, first, end, codes.at);
      return lane.slice();
    },
    isMisquoted: (row) => misquoted.size > 0 && misquoted.has(first + row),
    withoutFirst: () => rowsOf(memory, first + 1, text, misquoted),
  };
}

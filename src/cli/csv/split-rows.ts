import { readShortDecimal } from "../../core/double-for-text.ts";
import { readDateIn } from "../../core/plain-date.ts";
import type { CsvRows } from "./csv-rows.ts";
import { distinctCells } from "./distinct-cells.ts";
import { readQuotedRow } from "./quoted-row.ts";

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
  /** The text as numbers, which are faster to go through. */
  let units = new Uint16Array(0);
  /** Where each cell begins. */
  let starts = new Int32Array(65_536);
  /** Of each row its first cell, and where its text ends. */
  let firstCells = new Int32Array(8_192);
  let rowEnds = new Int32Array(8_192);

  /** Where the cell at a place of a row begins, or the row's end if it has none there. */
  const startOf = (row: number, at: number) => {
    const cell = (firstCells[row] as number) + at;
    return cell < (firstCells[row + 1] as number) ? (starts[cell] as number) : (rowEnds[row] as number);
  };
  const endOf = (row: number, at: number) => {
    const next = (firstCells[row] as number) + at + 1;
    return next < (firstCells[row + 1] as number) ? (starts[next] as number) - 1 : (rowEnds[row] as number);
  };

  const rowsFrom = (first: number, end: number, text: string, misquoted: ReadonlySet<number>): CsvRows => ({
    rows: end - first,
    widthOf: (row) => (firstCells[first + row + 1] as number) - (firstCells[first + row] as number),
    cellAt: (row, at) => text.slice(startOf(first + row, at), endOf(first + row, at)),
    numberAt: (row, at) => readShortDecimal(text, startOf(first + row, at), endOf(first + row, at)),
    dayAt: (row, at) => readDateIn(text, startOf(first + row, at), endOf(first + row, at)) ?? Number.NaN,
    codesOf: (at, codeOf) =>
      distinctCells(
        end - first,
        units,
        (row) => startOf(first + row, at),
        (row) => endOf(first + row, at),
        (from, to) => codeOf(text.slice(from, to)),
      ),
    isMisquoted: (row) => misquoted.size > 0 && misquoted.has(first + row),
    withoutFirst: () => rowsFrom(first + 1, end, text, misquoted),
  });

  return (text, newline, isEnd) => {
    const lineEnd = newline.charCodeAt(0);
    const { length } = text;
    let rows = 0;
    let cell = 0;
    let line = 0;
    let behind = "";
    const misquoted = new Set<number>();
    starts[0] = 0;
    firstCells[0] = 0;
    const addCell = (start: number) => {
      cell += 1;
      if (cell === starts.length) starts = larger(starts);
      starts[cell] = start;
    };
    const addRow = (rowEnd: number, next: number) => {
      rowEnds[rows] = rowEnd;
      rows += 1;
      if (rows === rowEnds.length) {
        firstCells = larger(firstCells);
        rowEnds = larger(rowEnds);
      }
      addCell(next);
      firstCells[rows] = cell;
    };
    const closeRow = (at: number) => {
      const rowEnd = at > line && text.charCodeAt(at - 1) === RETURN ? at - 1 : at;
      const isOneCell = cell === firstCells[rows];
      line = at + 1;
      if (isOneCell && isBlank(text, starts[cell] as number, rowEnd)) starts[cell] = line;
      else addRow(rowEnd, line);
    };
    /** Reads the row that began at `line`; says whether it is whole. */
    const takeQuoted = (): boolean => {
      const row = readQuotedRow(text, line, delimiter, newline, isEnd, () => rowsBefore() + rows);
      if (row === null) return false;
      line = row.end;
      cell = firstCells[rows] as number;
      starts[cell] = line;
      if (row.cells.length === 1 && (row.cells[0] as string).trim() === "") return true;
      if (row.isMisquoted) misquoted.add(rows);
      row.cells.forEach((each, i) => {
        if (i === 0) starts[cell] = length + behind.length;
        else addCell(length + behind.length);
        behind += `${each}\n`;
      });
      addRow(length + behind.length - 1, line);
      return true;
    };

    if (units.length < length) units = new Uint16Array(length);
    Buffer.from(units.buffer).write(text, "utf16le");
    let isWhole = true;
    for (let i = 0; isWhole && i < length; i++) {
      const code = units[i];
      if (code === mark) addCell(i + 1);
      else if (code === lineEnd) closeRow(i);
      else if (code === QUOTE && i === starts[cell]) {
        isWhole = takeQuoted();
        i = line - 1;
      }
    }
    if (isEnd && line < length) closeRow(length);
    if (behind === "") return { rows: rowsFrom(0, rows, text, misquoted), end: Math.min(line, length) };
    const all = text + behind;
    if (units.length < all.length) units = new Uint16Array(all.length);
    Buffer.from(units.buffer).write(all, "utf16le");
    return { rows: rowsFrom(0, rows, all, misquoted), end: Math.min(line, length) };
  };
}

const [RETURN, QUOTE] = [13, 34];

function isBlank(text: string, from: number, to: number): boolean {
  return from === to || text.slice(from, to).trim() === "";
}

function larger(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(places.length * 2);
  more.set(places);
  return more;
}

import { readShortDecimal } from "../../core/double-for-text.ts";
import type { CsvRows } from "./csv-rows.ts";
import { distinctCells } from "./distinct-cells.ts";

/** Rows found in a text, and where the first that is not whole begins. */
export interface RowsRead {
  readonly rows: CsvRows;
  readonly end: number;
}

/**
 * Splits text without a single quote, in which a delimiter is a delimiter and a line end a line end. The text stays as it is
 * and only the places of its cells are written down: a cell that nobody asks for costs nothing more.
 */
export function compilePlainSplit(delimiter: string): (text: string, newline: string, isEnd: boolean) => RowsRead {
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

  const rowsFrom = (first: number, end: number, text: string): CsvRows => ({
    rows: end - first,
    widthOf: (row) => (firstCells[first + row + 1] as number) - (firstCells[first + row] as number),
    cellAt: (row, at) => text.slice(startOf(first + row, at), endOf(first + row, at)),
    numberAt: (row, at) => readShortDecimal(text, startOf(first + row, at), endOf(first + row, at)),
    codesOf: (at, codeOf) =>
      distinctCells(
        end - first,
        units,
        (row) => startOf(first + row, at),
        (row) => endOf(first + row, at),
        (from, to) => codeOf(text.slice(from, to)),
      ),
    isMisquoted: () => false,
    withoutFirst: () => rowsFrom(first + 1, end, text),
  });

  return (text, newline, isEnd) => {
    const lineEnd = newline.charCodeAt(0);
    let rows = 0;
    let cell = 0;
    let line = 0;
    starts[0] = 0;
    firstCells[0] = 0;
    const closeRow = (at: number) => {
      const rowEnd = at > line && text.charCodeAt(at - 1) === RETURN ? at - 1 : at;
      const isOneCell = cell === firstCells[rows];
      line = at + 1;
      if (isOneCell && isBlank(text, starts[cell] as number, rowEnd)) {
        starts[cell] = line;
        return;
      }
      rowEnds[rows] = rowEnd;
      rows += 1;
      cell += 1;
      if (rows === rowEnds.length) {
        firstCells = larger(firstCells);
        rowEnds = larger(rowEnds);
      }
      if (cell === starts.length) starts = larger(starts);
      firstCells[rows] = cell;
      starts[cell] = line;
    };
    const { length } = text;
    if (units.length < length) units = new Uint16Array(length);
    Buffer.from(units.buffer).write(text, "utf16le");
    for (let i = 0; i < length; i++) {
      const code = units[i];
      if (code === mark) {
        cell += 1;
        if (cell === starts.length) starts = larger(starts);
        starts[cell] = i + 1;
      } else if (code === lineEnd) closeRow(i);
    }
    if (isEnd && line < length) closeRow(length);

    return { rows: rowsFrom(0, rows, text), end: Math.min(line, length) };
  };
}

const RETURN = 13;

function isBlank(text: string, from: number, to: number): boolean {
  return from === to || text.slice(from, to).trim() === "";
}

function larger(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(places.length * 2);
  more.set(places);
  return more;
}

import { readShortDecimal } from "../../core/double-for-text.ts";
import type { CsvRows } from "./csv-rows.ts";

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
  /** Where each cell begins. */
  let starts = new Int32Array(65_536);
  /** Of each row its first cell, and where its text ends. */
  let firstCells = new Int32Array(8_192);
  let rowEnds = new Int32Array(8_192);

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
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code === mark) {
        cell += 1;
        if (cell === starts.length) starts = larger(starts);
        starts[cell] = i + 1;
      } else if (code === lineEnd) closeRow(i);
    }
    if (isEnd && line < length) closeRow(length);

    const endOf = (row: number, cellHere: number) =>
      cellHere + 1 === firstCells[row + 1] ? (rowEnds[row] as number) : (starts[cellHere + 1] as number) - 1;
    return {
      end: Math.min(line, length),
      rows: {
        rows,
        widthOf: (row) => (firstCells[row + 1] as number) - (firstCells[row] as number),
        cellAt: (row, at) => {
          const here = (firstCells[row] as number) + at;
          return here < (firstCells[row + 1] as number) ? text.slice(starts[here], endOf(row, here)) : "";
        },
        numberAt: (row, at) => {
          const here = (firstCells[row] as number) + at;
          if (here >= (firstCells[row + 1] as number)) return Number.NaN;
          return readShortDecimal(text, starts[here] as number, endOf(row, here));
        },
        isMisquoted: () => false,
      },
    };
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

import { readShortDecimal } from "../../core/double-for-text.ts";

/** Rows that were read together; blank lines are left out. They hold until the next are asked for. */
export interface CsvRows {
  readonly rows: number;
  /** How many cells a row has. */
  readonly widthOf: (row: number) => number;
  /** The text of a cell, empty where the row has none. */
  readonly cellAt: (row: number, at: number) => string;
  /** The number in a cell that is written plainly, as `readShortDecimal` reads it; NaN in any other. */
  readonly numberAt: (row: number, at: number) => number;
  /** Whether a row has a quote that is not doubled, and still ends on its own line. */
  readonly isMisquoted: (row: number) => boolean;
}

export const NO_ROWS: CsvRows = rowsOfCells([], new Set());

/** Rows that are lists of texts. */
export function rowsOfCells(rows: readonly (readonly string[])[], misquoted: ReadonlySet<number>): CsvRows {
  const cellAt = (row: number, at: number) => (rows[row] as readonly string[])[at] ?? "";
  return {
    rows: rows.length,
    widthOf: (row) => (rows[row] as readonly string[]).length,
    cellAt,
    numberAt: (row, at) => {
      const cell = cellAt(row, at);
      return readShortDecimal(cell, 0, cell.length);
    },
    isMisquoted: (row) => misquoted.has(row),
  };
}

/** All rows but the first. */
export function withoutFirst(all: CsvRows): CsvRows {
  return {
    rows: all.rows - 1,
    widthOf: (row) => all.widthOf(row + 1),
    cellAt: (row, at) => all.cellAt(row + 1, at),
    numberAt: (row, at) => all.numberAt(row + 1, at),
    isMisquoted: (row) => all.isMisquoted(row + 1),
  };
}

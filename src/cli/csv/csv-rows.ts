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
  /** A code for every row's cell; cells that are written alike are asked for once. */
  readonly codesOf: (at: number, codeOf: (cell: string) => number) => Int32Array;
  /** Whether a row has a quote that is not doubled, and still ends on its own line. */
  readonly isMisquoted: (row: number) => boolean;
  /** All rows but the first. */
  readonly withoutFirst: () => CsvRows;
}

export const NO_ROWS: CsvRows = rowsOfCells([], new Set());

/** All cells of a row, which hold when the next rows are read. */
export function cellsOf({ widthOf, cellAt }: CsvRows, row: number): readonly string[] {
  return Array.from({ length: widthOf(row) }, (_, at) => cellAt(row, at));
}

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
    codesOf: (at, codeOf) => {
      const codes = new Int32Array(rows.length);
      const known = new Map<string, number>();
      for (let row = 0; row < rows.length; row++) {
        const cell = cellAt(row, at);
        let code = known.get(cell);
        if (code === undefined) {
          code = codeOf(cell);
          known.set(cell, code);
        }
        codes[row] = code;
      }
      return codes;
    },
    isMisquoted: (row) => misquoted.has(row),
    withoutFirst: () => rowsOfCells(rows.slice(1), new Set([...misquoted].map((row) => row - 1))),
  };
}

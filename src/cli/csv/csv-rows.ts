/** Rows that were read together; blank lines are left out. They hold until the next are asked for. */
export interface CsvRows {
  readonly rows: number;
  /** How many cells a row has. */
  readonly widthOf: (row: number) => number;
  /** The text of a cell, empty where the row has none. */
  readonly cellAt: (row: number, at: number) => string;
  /** The number in a cell that is written plainly, as `readShortDecimal` reads it; NaN in any other. */
  readonly numberAt: (row: number, at: number) => number;
  /** The day number in a cell that is written `YYYY-MM-DD`; NaN in any other. */
  readonly dayAt: (row: number, at: number) => number;
  /** A code for every row's cell; cells that are written alike are asked for once. */
  readonly codesOf: (at: number, codeOf: (cell: string) => number) => Int32Array;
  /** Whether a row has a quote that is not doubled, and still ends on its own line. */
  readonly isMisquoted: (row: number) => boolean;
  /** All rows but the first. */
  readonly withoutFirst: () => CsvRows;
}

export const NO_ROWS: CsvRows = {
  rows: 0,
  widthOf: () => 0,
  cellAt: () => "",
  numberAt: () => Number.NaN,
  dayAt: () => Number.NaN,
  codesOf: () => new Int32Array(0),
  isMisquoted: () => false,
  withoutFirst: () => NO_ROWS,
};

/** All cells of a row, which hold when the next rows are read. */
export function cellsOf({ widthOf, cellAt }: CsvRows, row: number): readonly string[] {
  return Array.from({ length: widthOf(row) }, (_, at) => cellAt(row, at));
}

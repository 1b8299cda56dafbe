/** Rows that were read together; blank lines are left out. They hold until the next are asked for. */
export interface CsvRows {
  readonly rows: number;
  /** How many cells a row has. */
  readonly widthOf: (row: number) => number;
  /** The text of a cell, empty where the row has none. */
  readonly cellAt: (row: number, at: number) => string;
  /** The numbers in the cells that are written plainly, as `readShortDecimal` reads them; NaN in any other. */
  readonly numbersAt: (at: number) => Float64Array;
  /** The day numbers in the cells that are written `YYYY-MM-DD`; `NO_DAY` in any other. */
  readonly daysAt: (at: number) => Int32Array;
  /** A code for every row's cell; cells that are written alike are asked for once. */
  readonly codesOf: (at: number, codeOf: (cell: string) => number) => Int32Array;
  /** 1 for every row with text in one of the cells. */
  readonly filledAt: (places: readonly number[]) => Uint8Array;
  /** Whether a row has a quote that is not doubled, and still ends on its own line. */
  readonly isMisquoted: (row: number) => boolean;
  /** All rows but the first. */
  readonly withoutFirst: () => CsvRows;
}

export const NO_ROWS: CsvRows = {
  rows: 0,
  widthOf: () => 0,
  cellAt: () => "",
  numbersAt: () => new Float64Array(0),
  daysAt: () => new Int32Array(0),
  codesOf: () => new Int32Array(0),
  filledAt: () => new Uint8Array(0),
  isMisquoted: () => false,
  withoutFirst: () => NO_ROWS,
};

/** All cells of a row, which hold when the next rows are read. */
export function cellsOf({ widthOf, cellAt }: CsvRows, row: number): readonly string[] {
  return Array.from({ length: widthOf(row) }, (_, at) => cellAt(row, at));
}

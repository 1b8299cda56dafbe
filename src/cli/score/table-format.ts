import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Cell } from "../../score/flat-row.ts";
import { compileCsvLines } from "../csv/write-csv.ts";

/** The formats a table is written in. */
export const TABLE_FORMATS = ["csv", "json", "ndjson"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Writes a table piece by piece: what comes before all rows, rows, and what comes after them. */
export interface TableWriter {
  readonly begin: string;
  readonly rows: (rows: readonly (readonly Cell[])[]) => string;
  readonly end: () => string;
}

export interface TableStyle {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Of CSV; JSON has none. */
  readonly hasByteOrderMark: boolean;
  /** Numbers in the table's own spelling are no formulas. */
  readonly readNumber: NumberTextReader | null;
}

export function tableWriter(format: TableFormat, style: TableStyle): TableWriter {
  return FORMATS[format](style);
}

const FORMATS = {
  csv: csvWriter,
  json: (style) => jsonWriter(style, { begin: "[\n", between: ",\n", end: "\n]\n" }),
  ndjson: (style) => jsonWriter(style, { begin: "", between: "\n", end: "\n" }),
} satisfies { readonly [K in TableFormat]: (style: TableStyle) => TableWriter };

/** The names of columns are guarded as texts are. */
function csvWriter({ columns, delimiter, hasByteOrderMark, readNumber }: TableStyle): TableWriter {
  const lines = compileCsvLines(columns.length, delimiter, readNumber);
  return { begin: (hasByteOrderMark ? "\uFEFF" : "") + lines([columns]), rows: lines, end: () => "" };
}

interface Punctuation {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

/** An object for each row, on a line of its own; the keys are the columns, whatever they are called. */
function jsonWriter({ columns }: TableStyle, { begin, between, end }: Punctuation): TableWriter {
  const keys = columns.map((column) => `${JSON.stringify(column)}:`);
  let isFirst = true;
  const line = (row: readonly Cell[]) =>
    `{${row.map((cell, i) => keys[i] + (cell === "" ? "null" : JSON.stringify(cell))).join(",")}}`;
  return {
    begin,
    rows: (rows) => {
      if (rows.length === 0) return "";
      const text = rows.map(line).join(between);
      const joined = isFirst ? text : between + text;
      isFirst = false;
      return joined;
    },
    end: () => (isFirst ? end.trimStart() : end),
  };
}

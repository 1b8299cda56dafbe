import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Cell } from "../../score/flat-row.ts";
import { csvWriter } from "../csv/write-csv.ts";

/** The formats a table is written in. */
export const TABLE_FORMATS = ["csv", "json", "ndjson"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Writes a table row by row. */
export interface TableWriter {
  /** A row's cells are looked at in the call and not kept. */
  readonly row: (cells: readonly Cell[]) => void;
  /** The table ends. */
  readonly end: () => void;
  /** What was written since the last call, from the beginning on; bytes may be written over by the next row. */
  readonly take: () => string | Uint8Array;
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
  csv: csvTable,
  json: (style) => jsonTable(style, { begin: "[\n", between: ",\n", end: "\n]\n" }),
  ndjson: (style) => jsonTable(style, { begin: "", between: "\n", end: "\n" }),
} satisfies { readonly [K in TableFormat]: (style: TableStyle) => TableWriter };

/** The names of columns are guarded as texts are. */
function csvTable({ columns, delimiter, hasByteOrderMark, readNumber }: TableStyle): TableWriter {
  const { add, line, take } = csvWriter(columns.length, delimiter, readNumber);
  if (hasByteOrderMark) add("\uFEFF");
  line(columns);
  return { row: line, end: () => {}, take };
}

interface Punctuation {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

/** An object for each row, on a line of its own; the keys are the columns, whatever they are called. */
function jsonTable({ columns }: TableStyle, { begin, between, end }: Punctuation): TableWriter {
  const keys = columns.map((column) => `${JSON.stringify(column)}:`);
  let isFirst = true;
  let pieces: string[] = [begin];
  return {
    row: (cells) => {
      const entries = columns.map((_, i) => keys[i] + (cells[i] === "" ? "null" : JSON.stringify(cells[i])));
      pieces.push(`${isFirst ? "" : between}{${entries.join(",")}}`);
      isFirst = false;
    },
    end: () => {
      pieces.push(isFirst ? end.trimStart() : end);
    },
    take: () => {
      const text = pieces.join("");
      pieces = [];
      return text;
    },
  };
}

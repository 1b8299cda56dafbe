import { guardFormula } from "../../record/formula-guard.ts";
import type { NumberTextReader } from "../../record/read-number-text.ts";
import { compileCsvText } from "../csv/csv-text.ts";

/** The formats a table is written in. */
export const TABLE_FORMATS = ["csv", "json", "ndjson"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface TableStyle {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Of CSV; JSON has none. */
  readonly hasByteOrderMark: boolean;
  /** Numbers in the table's own spelling are no formulas. */
  readonly readNumber: NumberTextReader | null;
}

/** How a table is put down in a format: what stands around its cells, and how each is written. */
export interface TableNotation {
  readonly begin: string;
  /** Before the first row, and before every other one. */
  readonly firstRow: string;
  readonly nextRow: string;
  /** Before the cell of each column. */
  readonly cells: readonly string[];
  readonly rowEnd: string;
  /** After all rows, and where there was none. */
  readonly end: string;
  readonly endOfNothing: string;
  readonly text: (text: string) => string;
  /** Whether a number is written as it prints; else as a text. */
  readonly areNumbersPlain: boolean;
  /** A cell without a value. */
  readonly nothing: string;
}

export function notationOf(format: TableFormat, style: TableStyle): TableNotation {
  return NOTATIONS[format](style);
}

const NOTATIONS = {
  csv: csvNotation,
  json: (style) => ({
    ...objects(style),
    begin: "[\n",
    nextRow: ",\n{",
    end: "\n]\n",
    endOfNothing: "]\n",
  }),
  ndjson: objects,
} satisfies { readonly [K in TableFormat]: (style: TableStyle) => TableNotation };

/** Text that a spreadsheet would run is guarded, names of columns too; numbers are written as they print. */
function csvNotation({ columns, delimiter, hasByteOrderMark, readNumber }: TableStyle): TableNotation {
  const quoted = compileCsvText(delimiter);
  const text = (plain: string) => quoted(guardFormula(plain, readNumber));
  return {
    begin: `${hasByteOrderMark ? "\uFEFF" : ""}${columns.map(text).join(delimiter)}\n`,
    firstRow: "",
    nextRow: "",
    cells: columns.map((_, i) => (i === 0 ? "" : delimiter)),
    rowEnd: "\n",
    end: "",
    endOfNothing: "",
    text,
    areNumbersPlain: delimiter !== ".",
    nothing: "",
  };
}

/** An object for each row, on a line of its own; the keys are the columns, whatever they are called. */
function objects({ columns }: TableStyle): TableNotation {
  return {
    begin: "",
    firstRow: "{",
    nextRow: "\n{",
    cells: columns.map((column, i) => `${i === 0 ? "" : ","}${JSON.stringify(column)}:`),
    rowEnd: "}",
    end: "\n",
    endOfNothing: "",
    text: JSON.stringify,
    areNumbersPlain: true,
    nothing: "null",
  };
}

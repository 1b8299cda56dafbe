import Papa from "papaparse";
import { stop } from "../stop.ts";
import { type CsvRows, NO_ROWS, rowsOfCells } from "./csv-rows.ts";
import { compilePlainSplit, type RowsRead } from "./split-plain.ts";

/** The most characters of one row; a quote that is never closed would otherwise swallow the file. */
const LONGEST_ROW = 67_108_864;

/**
 * Reads CSV (RFC 4180) from pieces of text: rows as they come, with memory for one piece and one row. Line ends are LF,
 * CRLF or mixed; a file whose first line ends in a lone CR has such lines throughout. Papa Parse reads what has quotes; a
 * piece without any is only split.
 *
 * @param rowsBefore tells how many rows were read so far, for messages; the first is the line of names
 */
export async function* readCsv(
  texts: AsyncIterable<string>,
  delimiter: string,
  rowsBefore: () => number,
): AsyncGenerator<CsvRows> {
  const split = compilePlainSplit(delimiter);
  const read = (text: string, newline: "\n" | "\r", isEnd: boolean) =>
    text.includes('"') ? parse(text, delimiter, newline, isEnd, rowsBefore()) : split(text, newline, isEnd);
  let pending = "";
  let newline: "\n" | "\r" | undefined;
  /** A row longer than a piece is tried again only when twice as much is there, so that reading stays linear. */
  let enough = 0;
  for await (const text of texts) {
    pending += text;
    if (pending.length < enough) continue;
    newline ??= newlineOf(pending, delimiter);
    const { rows, end } = newline === undefined ? NOTHING : read(pending, newline, false);
    pending = pending.slice(end);
    enough = end === 0 ? pending.length * 2 : 0;
    if (pending.length > LONGEST_ROW) stop("cli/row-length", [], LONGEST_ROW, rowsBefore() + rows.rows - 1);
    if (rows.rows > 0) yield rows;
  }
  const { rows } = read(pending, newline ?? "\n", true);
  if (rows.rows > 0) yield rows;
}

const NOTHING: RowsRead = { rows: NO_ROWS, end: 0 };

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

function parse(text: string, delimiter: string, newline: "\n" | "\r", isEnd: boolean, rowsBefore: number): RowsRead {
  const { data, errors, meta }: Parsed = new Papa.Parser({ delimiter, newline }).parse(text, 0, !isEnd);
  const faults = new Map<number, string>();
  for (const { code, row } of errors) if (row < data.length) faults.set(row, code);
  const rows: string[][] = [];
  const misquoted = new Set<number>();
  for (let i = 0; i < data.length; i++) {
    const row = data[i] as string[];
    const last = row.length - 1;
    const ending = row[last] as string;
    if (ending.endsWith("\r")) row[last] = ending.slice(0, -1);
    if (last === 0 && (row[0] as string).trim() === "") continue;
    if (faults.has(i)) {
      // Beyond its own line a stray quote takes other rows with it, and nobody can tell which.
      const place = rowsBefore + rows.length;
      if (faults.get(i) === "MissingQuotes") stop("cli/quote-open", [], null, place);
      if (row.some((cell) => cell.includes(newline))) stop("cli/quote-stray", [], null, place);
      misquoted.add(rows.length);
    }
    rows.push(row);
  }
  return { rows: rowsOfCells(rows, misquoted), end: meta.cursor };
}

/** The line end after the first line; `undefined` while it is not there to be seen. */
function newlineOf(text: string, delimiter: string): "\n" | "\r" | undefined {
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (isQuoted) isQuoted = character !== '"';
    else if (character === '"') isQuoted = i === 0 || text[i - 1] === delimiter || text[i - 1] === '"';
    else if (character === "\n") return "\n";
    else if (character === "\r" && i + 1 < text.length) return text[i + 1] === "\n" ? "\n" : "\r";
  }
  return undefined;
}

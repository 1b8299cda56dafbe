import Papa from "papaparse";
import { stop } from "../stop.ts";

/** A row with a quote at the start of a cell, as Papa Parse reads it. */
export interface QuotedRow {
  readonly cells: readonly string[];
  /** Whether it has a quote that is not doubled, and still ends on its own line. */
  readonly isMisquoted: boolean;
  /** Where the next row begins. */
  readonly end: number;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * The row that begins at a place of a text; `null` if it is not whole yet.
 *
 * @param isEnd whether the text ends where the file does
 * @param place of the row in the file, for messages
 */
export function readQuotedRow(
  text: string,
  from: number,
  delimiter: string,
  newline: "\n" | "\r",
  isEnd: boolean,
  place: number,
): QuotedRow | null {
  const parser = new Papa.Parser({ delimiter, newline, preview: 1 });
  const { data, errors, meta }: Parsed = parser.parse(text.slice(from), 0, !isEnd);
  const cells = data[0];
  if (cells === undefined) return null;
  const last = cells.length - 1;
  const ending = cells[last] as string;
  if (ending.endsWith("\r")) cells[last] = ending.slice(0, -1);
  if (errors.length > 0) {
    // Beyond its own line a stray quote takes other rows with it, and nobody can tell which.
    if (errors.some(({ code }) => code === "MissingQuotes")) stop("cli/quote-open", [], null, place);
    if (cells.some((cell) => cell.includes(newline))) stop("cli/quote-stray", [], null, place);
  }
  return { cells, isMisquoted: errors.length > 0, end: from + meta.cursor };
}

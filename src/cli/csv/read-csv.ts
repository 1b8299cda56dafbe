import { stop } from "../stop.ts";
import { type CsvRows, NO_ROWS } from "./csv-rows.ts";
import { compileSplit, type RowsRead } from "./split-rows.ts";

/** The most characters of one row; a quote that is never closed would otherwise swallow the file. */
const LONGEST_ROW = 67_108_864;

/**
 * Reads CSV (RFC 4180) from pieces of text: rows as they come, with memory for one piece and one row. Line ends are LF,
 * CRLF or mixed; a file whose first line ends in a lone CR has such lines throughout.
 *
 * @param rowsBefore tells how many rows were read so far, for messages; the first is the line of names
 */
export async function* readCsv(
  texts: AsyncIterable<string>,
  delimiter: string,
  rowsBefore: () => number,
): AsyncGenerator<CsvRows> {
  const split = compileSplit(delimiter, rowsBefore);
  let pending = "";
  let newline: "\n" | "\r" | undefined;
  /** A row longer than a piece is tried again only when twice as much is there, so that reading stays linear. */
  let enough = 0;
  for await (const text of texts) {
    pending += text;
    if (pending.length < enough) continue;
    newline ??= newlineOf(pending, delimiter);
    const { rows, end } = newline === undefined ? NOTHING : split(pending, newline, false);
    pending = pending.slice(end);
    enough = end === 0 ? pending.length * 2 : 0;
    if (pending.length > LONGEST_ROW) stop("cli/row-length", [], LONGEST_ROW, rowsBefore() + rows.rows - 1);
    if (rows.rows > 0) yield rows;
  }
  const { rows } = split(pending, newline ?? "\n", true);
  if (rows.rows > 0) yield rows;
}

const NOTHING: RowsRead = { rows: NO_ROWS, end: 0 };

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

import { guardFormula } from "../../record/formula-guard.ts";
import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Cell } from "../../score/flat-row.ts";
import { ownText } from "./own-text.ts";

/** Writes rows as lines of CSV, each with its line end. */
export type CsvLines = (rows: readonly (readonly Cell[])[]) => string;

/**
 * The lines of a table (RFC 4180). Text that a spreadsheet would run is guarded, and quoted where it holds a delimiter, a
 * quote, a line end, a byte order mark or a blank at either end; numbers are written as they print.
 *
 * @param readNumber numbers in the table's own spelling are no formulas
 */
export function compileCsvLines(width: number, delimiter: string, readNumber: NumberTextReader | null): CsvLines {
  const mustQuote = new RegExp(`["\\r\\n\\uFEFF${literal(delimiter)}]|^ | $`);
  const quoted = (text: string) => (mustQuote.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const columns = Array.from({ length: width }, () => remembering((text) => quoted(guardFormula(text, readNumber))));
  const isInNumbers = mustQuote.test("0.5");
  const numberText = isInNumbers ? (value: number) => quoted(String(value)) : String;
  return (rows) => {
    let lines = "";
    for (const row of rows) {
      for (let i = 0; i < width; i++) {
        const cell = row[i] as Cell;
        if (i > 0) lines += delimiter;
        if (typeof cell === "number") lines += numberText(cell);
        else if (cell !== null && cell !== "") lines += (columns[i] as (text: string) => string)(cell);
      }
      lines += "\n";
    }
    return lines;
  };
}

/** How many texts of one column are remembered; a column that has more is one of ids or remarks. */
const MOST_REMEMBERED = 256;

/** A function of texts that remembers its answers as long as there are few of them. */
function remembering(answer: (text: string) => string): (text: string) => string {
  let known: Map<string, string> | null = new Map();
  return (text) => {
    const before = known?.get(text);
    if (before !== undefined) return before;
    if (known !== null && known.size >= MOST_REMEMBERED) known = null;
    if (known === null) return answer(text);
    const own = ownText(text);
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}

function literal(mark: string): string {
  return /[\]\\^-]/.test(mark) ? `\\${mark}` : mark;
}

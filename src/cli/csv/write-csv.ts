import { guardFormula } from "../../record/formula-guard.ts";
import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Cell } from "../../score/flat-row.ts";
import { type ByteText, byteText } from "./byte-text.ts";
import { ownText } from "./own-text.ts";

/** The text of a CSV file, line by line. */
export interface CsvWriter extends ByteText {
  readonly line: (cells: readonly Cell[]) => void;
}

/**
 * A writer of lines (RFC 4180). Text that a spreadsheet would run is guarded, and quoted where it holds a delimiter, a quote, a
 * line end, a byte order mark or a blank at either end; numbers are written as they print.
 *
 * @param readNumber numbers in the table's own spelling are no formulas
 */
export function csvWriter(width: number, delimiter: string, readNumber: NumberTextReader | null): CsvWriter {
  const { add, take } = byteText();
  const quoted = compileQuotes(delimiter);
  const texts = Array.from({ length: width }, () => rememberFew((text) => quoted(guardFormula(text, readNumber))));
  const numberText = rememberNumbers((value) => quoted(String(value)));
  return {
    line: (cells) => {
      for (let i = 0; i < width; i++) {
        if (i > 0) add(delimiter);
        const cell = cells[i] as Cell;
        if (typeof cell === "number") add(numberText(cell));
        else if (cell !== null && cell !== "") add((texts[i] as (text: string) => string)(cell));
      }
      add("\n");
    },
    add,
    take,
  };
}

function compileQuotes(delimiter: string): (text: string) => string {
  const isSpecial = new Uint8Array(65_536);
  for (const mark of [delimiter, '"', "\r", "\n", "\uFEFF"]) isSpecial[mark.charCodeAt(0)] = 1;
  const mustQuote = (text: string) => {
    if (text.charCodeAt(0) === BLANK || text.charCodeAt(text.length - 1) === BLANK) return true;
    for (let i = 0; i < text.length; i++) if (isSpecial[text.charCodeAt(i)] === 1) return true;
    return false;
  };
  return (text) => (mustQuote(text) ? `"${text.replace(/"/g, '""')}"` : text);
}

const BLANK = 32;

/** How many texts of one column are remembered; a column that has more is one of ids or remarks. */
const MOST_REMEMBERED = 256;

/** A function of texts that remembers its answers as long as there are few of them. */
function rememberFew(answer: (text: string) => string): (text: string) => string {
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

/** As many scores of two decimals as there are from 0 to 100 have a place each. */
const PLACES = 16_384;

/** A function of numbers that remembers the last answer at each of some places. */
function rememberNumbers(answer: (value: number) => string): (value: number) => string {
  const values = new Float64Array(PLACES).fill(Number.NaN);
  const texts: string[] = new Array(PLACES).fill("");
  return (value) => {
    const place = Math.round(value * 100) & (PLACES - 1);
    if (values[place] !== value) {
      texts[place] = answer(value);
      values[place] = value;
    }
    return texts[place] as string;
  };
}

import { unguardFormula } from "../../record/formula-guard.ts";
import type { NumberTextReader } from "../../record/read-number-text.ts";

/** The text of a cell, without blanks at its ends and without the mark that keeps it from being a formula. */
export function plainText(readNumber: NumberTextReader | null): (cell: string) => string {
  return (cell) => {
    const isBare = isLetter(cell.charCodeAt(0)) && isLetter(cell.charCodeAt(cell.length - 1));
    return isBare ? cell : unguardFormula(cell.trim(), readNumber);
  };
}

/** A letter or a digit of ASCII, or one of the marks between them: neither a blank nor an apostrophe. */
function isLetter(code: number): boolean {
  return code >= ZERO && code <= SMALL_Z;
}

const [ZERO, SMALL_Z] = [48, 122];

import type { CellSpelling } from "./cell-spelling.ts";

/**
 * Reads a number in a declared spelling and answers the same number as JSON text, digit for digit; `null` if it is not
 * written so. Text all the way: no double ever comes between the cell and the decimal.
 */
export type NumberTextReader = (text: string) => string | null;

/** What JSON calls a number. */
export const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Longer cells are not numbers in a declared spelling; a number has at most 34 digits that count. */
const LONGEST = 1000;

/**
 * The reader of a spelling, `null` where nothing is declared: then the field itself reads JSON numbers, and says more of
 * what is wrong. A declared decimal mark takes the place of the point, so `1.234` never means two things.
 */
export function compileNumberText(spelling: CellSpelling): NumberTextReader | null {
  const { thousands, decimal = ".", percent = false } = spelling;
  if (thousands === undefined && spelling.decimal === undefined && !percent) return null;
  const grouped = thousands === undefined ? "" : `[1-9][0-9]{0,2}(?:${literal(thousands)}[0-9]{3})+|`;
  const form = new RegExp(`^(-?)(${grouped}0|[1-9][0-9]*)(?:${literal(decimal)}([0-9]+))?([eE][+-]?[0-9]+)?(\\s?%)?$`);
  return (text) => {
    if (text.length > LONGEST) return null;
    const match = form.exec(text);
    if (match === null) return null;
    const [, sign, whole = "", fraction, exponent, percentage] = match;
    const digits = thousands === undefined ? whole : whole.split(thousands).join("");
    const plain = sign + digits + (fraction === undefined ? "" : `.${fraction}`);
    if (percentage === undefined) return plain + (exponent ?? "");
    return percent && exponent === undefined ? `${plain}e-2` : null;
  };
}

/** How a number is to be written in a spelling, for the one who wrote it otherwise. */
export function exampleNumber({ thousands = "", decimal = ".", percent = false }: CellSpelling): string {
  return `1${thousands}234${decimal}5${percent ? ` or 12${decimal}5%` : ""}`;
}

function literal(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

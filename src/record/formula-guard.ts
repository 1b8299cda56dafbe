import { JSON_NUMBER, type NumberTextReader } from "./read-number-text.ts";

/**
 * A text that a spreadsheet would run as a formula is written with a leading apostrophe, and read back without it. A
 * number is no formula, whatever its sign, in JSON's spelling or in the table's own.
 */
export function isFormula(text: string, readNumber: NumberTextReader | null): boolean {
  const first = text.charCodeAt(0);
  const isSuspect =
    first === EQUALS || first === PLUS || first === MINUS || first === AT || first === TAB || first === RETURN;
  if (!isSuspect) return false;
  return !JSON_NUMBER.test(text) && (readNumber === null || readNumber(text) === null);
}

const [EQUALS, PLUS, MINUS, AT, TAB, RETURN] = [61, 43, 45, 64, 9, 13];
const APOSTROPHE = 39;

export function guardFormula(text: string, readNumber: NumberTextReader | null): string {
  return isFormula(text, readNumber) ? `'${text}` : text;
}

export function unguardFormula(text: string, readNumber: NumberTextReader | null): string {
  if (text.charCodeAt(0) !== APOSTROPHE) return text;
  const rest = text.slice(1);
  return isFormula(rest, readNumber) ? rest : text;
}

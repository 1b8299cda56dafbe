import { compareFractions, type Fraction, fractionOf, numberOf } from "../core/fraction.ts";
import { readNumeral } from "../core/numeral.ts";

/** Whether a model can hold the number: a decimal of at most 15 significant digits. */
export function isModelNumber(value: Fraction): boolean {
  const numeral = readNumeral(numberOf(value));
  return typeof numeral !== "string" && compareFractions(fractionOf(numeral), value) === 0;
}

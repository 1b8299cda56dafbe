import { compareFractions, type Fraction, fractionOfDouble, numberOf } from "../core/fraction.ts";

/** Whether a model can hold the number: a decimal of at most 15 significant digits. */
export function isModelNumber(value: Fraction): boolean {
  const number = numberOf(value);
  return !Number.isNaN(number) && compareFractions(fractionOfDouble(number), value) === 0;
}

import { type Fraction, numberOf } from "../core/fraction.ts";
import { digitsOfNatural } from "../core/natural.ts";
import { MOST_WRITTEN_DIGITS } from "../core/numeral.ts";
import { exactly } from "./read-decimal.ts";

/** A product or sum of decimals, whose divisor is therefore a power of ten, as decimal text. */
export function decimalText({ over, under }: Fraction): string {
  const places = digitsOfNatural(under).length - 1;
  const digits = digitsOfNatural(over.size).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return over.isNegative && text !== "0" ? `-${text}` : text;
}

/** A number of a model without an exponent, which not every reader takes at any size. */
export function numberText(value: number): string {
  return decimalText(exactly(value));
}

/** How many decimals the text of a decimal has. */
export function placesOf(decimal: Fraction): number {
  return decimalText(decimal).split(".")[1]?.length ?? 0;
}

/** Whether the text of a decimal has more digits than a number may be written with. */
export function isTooLong(decimal: Fraction): boolean {
  return (
    decimalText(decimal)
      .replace(/[-.]/g, "")
      .replace(/^0+|0+$/g, "").length > MOST_WRITTEN_DIGITS
  );
}

/** The decimal, or what 15 of its digits say where it is too long. */
export function shortDecimal(decimal: Fraction): string {
  return isTooLong(decimal) ? numberText(numberOf(decimal)) : decimalText(decimal);
}

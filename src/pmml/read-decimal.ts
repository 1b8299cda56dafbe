import { type Fraction, fractionOf, fractionOfDouble } from "../core/fraction.ts";
import { type Numeral, readNumeral } from "../core/numeral.ts";
import type { PmmlNumber } from "./pmml-scorecard.ts";

const XML_NUMBER = /^([+-]?)0*([1-9][0-9]*)?(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?$/;

/** A number as XML writes it (`+.50`, `007`, `1.e3`), or `null` if it is none that can be read exactly. */
export function readDecimal(text: string): PmmlNumber | null {
  const match = XML_NUMBER.exec(text.trim());
  if (match === null || !/[0-9]/.test(text.split(/[eE]/)[0] as string)) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const json = `${sign === "-" ? "-" : ""}${whole || "0"}${fraction === "" ? "" : `.${fraction}`}e${exponent}`;
  const numeral = readNumeral(json);
  if (typeof numeral === "string") return null;
  const number = Number(json) + 0;
  const shortest = readNumeral(number);
  return typeof shortest !== "string" && shortest.digits === numeral.digits && shortest.exponent === numeral.exponent
    ? number
    : json.replace(/e0$/, "");
}

/** The exact value of a number as it prints, or of decimal text that was read. */
export function exactly(decimal: PmmlNumber): Fraction {
  return typeof decimal === "number" ? fractionOfDouble(decimal) : fractionOf(readNumeral(decimal) as Numeral);
}

import fc from "fast-check";
import { TOWARDS_FIRST } from "./choice.ts";
import { SupportDecimal } from "./decimal-units.ts";

export type NumberSpelling = "number" | "text" | "exponent" | "shifted" | "padded" | "minus-zero";

/** JS numbers mostly; the rest are texts of the same number. */
export function numberSpelling(): fc.Arbitrary<NumberSpelling> {
  return fc.oneof(
    TOWARDS_FIRST,
    { weight: 5, arbitrary: fc.constant<NumberSpelling>("number") },
    {
      weight: 3,
      arbitrary: fc.constantFrom<NumberSpelling[]>("text", "exponent", "shifted", "padded", "minus-zero"),
    },
  );
}

export function respelled(text: string, spelling: NumberSpelling): number | string {
  const value = new SupportDecimal(text);
  switch (spelling) {
    case "number":
      return Number(text);
    case "text":
      return value.toFixed();
    case "exponent":
      return value.toExponential();
    case "shifted":
      return `${value.times(1000).toFixed()}E-3`;
    case "padded":
      return value.isInteger() ? `${value.toFixed()}.00` : `${value.toFixed()}0`;
    case "minus-zero":
      return value.isZero() ? "-0.0" : value.toFixed();
  }
}

import { compareFractions, extentOf, type Fraction, lowestTerms } from "../core/fraction.ts";
import { MOST_RESULT_DIGITS } from "./limits.ts";
import type { PmmlDataType, PmmlValue } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** A value while it is computed with; `null` is missing. Days are text. */
export type Held = Fraction | string | boolean | null;
/** What a computation gives; `undefined` where there is no result, as of a division by zero. */
export type Result = Held | undefined;

export function isFraction(value: Result): value is Fraction {
  return typeof value === "object" && value !== null;
}

/** A constant of a data type, to compute with. */
export function heldOf(value: PmmlValue, dataType: PmmlDataType): Held {
  return dataType === "number" || dataType === "integer"
    ? exactly(value as number | string)
    : (value as string | boolean);
}

/** −1, 0 or 1 by number, by day or by code units; NaN for values that have no order among them. */
export function compareHeld(a: Result, b: Result): number {
  if (isFraction(a) && isFraction(b)) return compareFractions(a, b);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return Number.NaN;
}

export function isSame(a: Result, b: Result): boolean {
  return a === b || compareHeld(a, b) === 0;
}

/** A result of arithmetic, or none if it takes more digits than any that is meant. */
export function fitting(value: Fraction): Fraction | undefined {
  if (extentOf(value) <= MOST_RESULT_DIGITS) return value;
  const lowest = lowestTerms(value);
  return extentOf(lowest) <= MOST_RESULT_DIGITS ? lowest : undefined;
}

import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { publishNumeral, readNumeral } from "../core/numeral.ts";
import { MOST_DIGITS } from "../core/scaled.ts";
import { notNumeric, numberIssue } from "./number-issue.ts";

/**
 * Reads a number or decimal text of at most 15 significant digits as it is written: no places, no rounding. The answer
 * is the double that prints as that decimal.
 */
export function readDecimal(value: unknown, path: Path): number | Issue {
  if (typeof value !== "number" && typeof value !== "string") return notNumeric(path, value);
  const numeral = readNumeral(value);
  if (numeral === "digits") return issue("record/digits", path, MOST_DIGITS, factOf(value));
  if (typeof numeral === "string") return numberIssue(numeral, path, value);
  return (
    publishNumeral(numeral, Math.max(0, -numeral.exponent)) ?? issue("record/digits", path, MOST_DIGITS, factOf(value))
  );
}

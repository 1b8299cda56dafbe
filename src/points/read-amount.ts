import { factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { MOST_EXPONENT, MOST_MAGNITUDE, type NumeralFault, readNumeral } from "../core/numeral.ts";
import { MOST_DIGITS } from "../core/scaled.ts";

/** The least an amount may be, and whether it may be that. */
export interface AmountBound {
  readonly least?: number;
  readonly above?: number;
}

/** A number or decimal text of at most 15 significant digits, as the double that prints as it; 0 for what is none. */
export function readAmount(value: unknown, path: Path, { least, above }: AmountBound, issues: Issue[]): number {
  const report = (code: IssueCode, expected: Issue["expected"]) => {
    issues.push(issue(code, path, expected, factOf(value)));
    return 0;
  };
  if (value === undefined) return report("document/missing-key", "a number");
  if (typeof value !== "number" && typeof value !== "string") return report("document/type", "a number");
  const numeral = readNumeral(value);
  if (typeof numeral === "string") return report(`record/${numeral}`, FAULTS[numeral]);
  if (numeral.digits.length > MOST_DIGITS) return report("document/digits", MOST_DIGITS);
  const amount = Number(value) + 0;
  if (least !== undefined && amount < least) return report("document/least", least);
  return above !== undefined && amount <= above ? report("document/above", above) : amount;
}

/** What was expected instead of each fault. */
const FAULTS = {
  number: null,
  digits: MOST_DIGITS,
  exponent: MOST_EXPONENT,
  magnitude: MOST_MAGNITUDE,
} satisfies { readonly [K in NumeralFault]: number | null };

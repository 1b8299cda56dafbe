import { factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { MOST_EXPONENT, MOST_MAGNITUDE, MOST_WRITTEN_DIGITS, type NumeralFault } from "../core/numeral.ts";

/** What each fault of a number is called, and what it should have been. */
const FAULTS = {
  number: ["record/number", null],
  digits: ["record/digits", MOST_WRITTEN_DIGITS],
  exponent: ["record/exponent", MOST_EXPONENT],
  magnitude: ["record/magnitude", MOST_MAGNITUDE],
} satisfies { readonly [K in NumeralFault]: readonly [IssueCode, number | null] };

/** The issue of a number that cannot be read. */
export function numberIssue(fault: NumeralFault, path: Path, value: unknown): Issue {
  const [code, expected] = FAULTS[fault];
  return issue(code, path, expected, factOf(value));
}

/** The issue of what is neither a number nor a text. */
export function notNumeric(path: Path, value: unknown): Issue {
  return issue("record/type", path, "a number or decimal text", factOf(value));
}

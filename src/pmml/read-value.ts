import { compareFractions, type Fraction, fractionOf, wholeOf } from "../core/fraction.ts";
import { isMissing } from "../core/is-missing.ts";
import { type Fact, factOf, type Issue, type IssueCode, issue } from "../core/issue.ts";
import { MOST_EXPONENT, MOST_MAGNITUDE, MOST_WRITTEN_DIGITS, type NumeralFault, readNumeral } from "../core/numeral.ts";
import { readDate } from "../core/plain-date.ts";
import { type Held, heldOf, isFraction, isSame } from "./held.ts";
import { compileInterval } from "./interval.ts";
import type { PmmlDataType, PmmlField, PmmlInterval, PmmlValue } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** Reads the value of one field from a record: the value, `null` if it is missing, or what is wrong with it. */
export type ValueReader = (value: unknown) => Held | { readonly issue: Issue };

/** The reader of a field; missing is null, undefined or empty text, whatever the data type. */
export function compileValue(field: PmmlField): ValueReader {
  const treat = compileTreatment(field);
  return (value) => {
    if (isMissing(value)) return treat(null, null);
    const read = FORMS[field.dataType](value, field.name);
    return isWrong(read) ? read : treat(read, value);
  };
}

/** What a mining schema makes of a value that was read; `told` is the value as it was given. */
export function compileTreatment(field: PmmlField): (read: Held, told: unknown) => ReturnType<ValueReader> {
  const { name, dataType } = field;
  const isNone = memberOf(field, field.missingValues);
  const isValid = validityOf(field);
  const withinBounds = boundsOf(field);
  const replacement = field.missingValueReplacement;
  const missing: ReturnType<ValueReader> =
    field.missingValueTreatment === "returnInvalid"
      ? { issue: issue("record/missing", [name], "its missingValueTreatment", null) }
      : replacement === null
        ? null
        : heldOf(replacement, dataType);
  const instead = field.invalidValueReplacement;
  const whenInvalid = {
    returnInvalid: (_read, told) => ({ issue: issue("record/value", [name], validTold(field), factOf(told)) }),
    asIs: (read) => withinBounds(read, missing),
    asMissing: () => missing,
    asValue: () => (instead === null ? missing : heldOf(instead, dataType)),
  } satisfies { readonly [K in PmmlField["invalidValueTreatment"]]: (read: Held, told: unknown) => typeof missing };
  return (read, told) => {
    if (read === null || isNone(read)) return missing;
    return isValid(read) ? withinBounds(read, missing) : whenInvalid[field.invalidValueTreatment](read, told);
  };
}

function memberOf({ dataType }: PmmlField, values: readonly PmmlValue[]): (value: Held) => boolean {
  const listed = values.map((value) => heldOf(value, dataType));
  return (value) => listed.some((each) => isSame(value, each));
}

/** A value is valid if it is listed or in an interval, where there are such; a value listed as invalid never is. */
function validityOf(field: PmmlField): (value: Held) => boolean {
  const { values, intervals, dataType } = field;
  const isInvalid = memberOf(field, field.invalidValues);
  const isListed = memberOf(field, values ?? []);
  const isAny = values === null && intervals === null;
  const within = (intervals ?? []).map(compileInterval);
  return (value) => {
    if (isInvalid(value)) return false;
    if (dataType === "integer" && isFraction(value) && !isWhole(value)) return false;
    return isAny || isListed(value) || (isFraction(value) && within.some((holds) => holds(value)));
  };
}

function isWhole(value: Fraction): boolean {
  return compareFractions(value, wholeOf(value, "floor")) === 0;
}

/** What becomes of a number beyond `lowValue` and `highValue`. */
function boundsOf({
  outliers,
  lowValue,
  highValue,
}: PmmlField): (value: Held, missing: ReturnType<ValueReader>) => ReturnType<ValueReader> {
  if (outliers === "asIs" || (lowValue === null && highValue === null)) return (value) => value;
  const low = lowValue === null ? null : exactly(lowValue);
  const high = highValue === null ? null : exactly(highValue);
  return (value, missing) => {
    if (!isFraction(value)) return value;
    const bound =
      low !== null && compareFractions(value, low) < 0
        ? low
        : high !== null && compareFractions(value, high) > 0
          ? high
          : null;
    if (bound === null) return value;
    return outliers === "asExtremeValues" ? bound : missing;
  };
}

/** The valid values, for a sentence. */
function validTold({ values, intervals, dataType }: PmmlField): Fact {
  const told = [...(values ?? []), ...(intervals ?? []).map(intervalTold)];
  return told.length > 0 ? told : dataType === "integer" ? "a whole number" : "a valid value";
}

/** `[0, 100)`, as mathematics writes it. */
function intervalTold({ closure, leftMargin, rightMargin }: PmmlInterval): string {
  const opening = closure.startsWith("closed") && leftMargin !== null ? "[" : "(";
  const closing = closure.endsWith("Closed") && rightMargin !== null ? "]" : ")";
  return `${opening}${leftMargin ?? "−∞"}, ${rightMargin ?? "∞"}${closing}`;
}

type FormReader = (value: unknown, name: string) => Held | { readonly issue: Issue };

/** How a value that is there is read by its data type. */
const FORMS = {
  integer: readNumber,
  number: readNumber,
  string: (value, name) => (typeof value === "string" ? value : wrongType(name, "a text", value)),
  boolean: (value, name) => (typeof value === "boolean" ? value : wrongType(name, "true or false", value)),
  date: (value, name) => {
    if (typeof value !== "string") return wrongType(name, "a day as text", value);
    return readDate(value) === null ? { issue: issue("record/date", [name], "YYYY-MM-DD", factOf(value)) } : value;
  },
} satisfies { readonly [K in PmmlDataType]: FormReader };

const FAULTS = {
  number: ["record/number", null],
  digits: ["record/digits", MOST_WRITTEN_DIGITS],
  exponent: ["record/exponent", MOST_EXPONENT],
  magnitude: ["record/magnitude", MOST_MAGNITUDE],
} satisfies { readonly [K in NumeralFault]: readonly [IssueCode, number | null] };

function readNumber(value: unknown, name: string): Fraction | { readonly issue: Issue } {
  if (typeof value !== "number" && typeof value !== "string") {
    return wrongType(name, "a number or decimal text", value);
  }
  const numeral = readNumeral(value);
  if (typeof numeral !== "string") return fractionOf(numeral);
  const [code, expected] = FAULTS[numeral];
  return { issue: issue(code, [name], expected, factOf(value)) };
}

function wrongType(name: string, expected: string, value: unknown): { readonly issue: Issue } {
  return { issue: issue("record/type", [name], expected, factOf(value)) };
}

export function isWrong(read: ReturnType<ValueReader>): read is { readonly issue: Issue } {
  return typeof read === "object" && read !== null && "issue" in read;
}

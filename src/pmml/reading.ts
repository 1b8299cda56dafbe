import { type Fact, factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import type { FieldType } from "./field-type.ts";
import type { PmmlNumber } from "./pmml-scorecard.ts";
import { readDecimal } from "./read-decimal.ts";
import type { XmlElement } from "./xml-element.ts";

/** What every reader of elements sees: where issues go, and what fields there are. */
export interface Reading {
  /** What is wrong with the document. */
  readonly issues: Issue[];
  /** What the document may say, but cannot be expressed here. */
  readonly limits: Issue[];
  /** The type of a field that may be referred to; `null`, and an issue or a limit, where there is none. */
  readonly typeOf: (field: string, path: Path) => FieldType | null;
}

export function report(reading: Reading, code: IssueCode, path: Path, expected: Fact, found: unknown): void {
  reading.issues.push(issue(code, path, expected, factOf(found)));
}

/** Reports what cannot be expressed here. */
export function limit(reading: Reading, code: IssueCode, path: Path, expected: Fact, found: Fact): void {
  reading.limits.push(issue(code, path, expected, found));
}

/** Reports a value that is not among the known ones, with the near miss if there is one. */
function reportChoice(reading: Reading, path: Path, choices: readonly string[], found: string): void {
  reading.issues.push(issue("document/choice", path, choices, factOf(found), nearMiss(found, choices)));
}

/** An attribute that must be there; empty text, and an issue, if it is not. */
export function requiredText(reading: Reading, element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) report(reading, "pmml/attribute-missing", element.path, name, null);
  return value ?? "";
}

/** An attribute that is one of a list; the fallback, and an issue, if it is another. */
export function choiceOf<C extends string>(
  reading: Reading,
  element: XmlElement,
  name: string,
  choices: readonly C[],
  fallback: C,
): C {
  const value = element.attributes.get(name);
  if (value === undefined) return fallback;
  if ((choices as readonly string[]).includes(value)) return value as C;
  reportChoice(reading, [...element.path, name], choices, value);
  return fallback;
}

/** An attribute that must be there and one of a list. */
export function requiredChoice<C extends string>(
  reading: Reading,
  element: XmlElement,
  name: string,
  choices: readonly [C, ...C[]],
): C {
  if (!element.attributes.has(name)) report(reading, "pmml/attribute-missing", element.path, name, null);
  return choiceOf(reading, element, name, choices, choices[0]);
}

/** A number in an attribute; `null` where there is none. */
export function decimalOf(reading: Reading, element: XmlElement, name: string): PmmlNumber | null {
  const value = element.attributes.get(name);
  if (value === undefined) return null;
  const decimal = readDecimal(value);
  if (decimal === null) report(reading, "pmml/number", [...element.path, name], null, value);
  return decimal;
}

export function flagOf(reading: Reading, element: XmlElement, name: string, fallback: boolean): boolean {
  const flag = choiceOf(reading, element, name, ["true", "false", "1", "0"], fallback ? "true" : "false");
  return flag === "true" || flag === "1";
}

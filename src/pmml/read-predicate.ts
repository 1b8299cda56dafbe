import type { Path } from "../core/issue.ts";
import { type FieldType, isOrdered } from "./field-type.ts";
import type { PmmlPredicate, PmmlSimplePredicate } from "./pmml-scorecard.ts";
import { readArray } from "./read-array.ts";
import { limit, type Reading, report, requiredChoice, requiredText } from "./reading.ts";
import { readValue, readValues } from "./typed-text.ts";
import { childOf, contentOf, type XmlElement } from "./xml-element.ts";

type ReadPredicate = (reading: Reading, element: XmlElement) => PmmlPredicate;

/** The predicates of PMML, by the names of their elements. */
const READERS: ReadonlyMap<string, ReadPredicate> = new Map<string, ReadPredicate>([
  ["True", () => ({ kind: "true" })],
  ["False", () => ({ kind: "false" })],
  ["SimplePredicate", readSimple],
  ["SimpleSetPredicate", readSet],
  ["CompoundPredicate", readCompound],
]);
const NAMES: readonly string[] = [...READERS.keys()];

/** Stands where a predicate could not be read; what was wrong is reported, and nothing is ever scored by it. */
const UNREAD: PmmlPredicate = { kind: "false" };

/** Reads the predicate that an element is. */
export function readPredicate(reading: Reading, element: XmlElement): PmmlPredicate {
  const read = READERS.get(element.name);
  if (read !== undefined) return read(reading, element);
  limit(reading, "pmml/element", element.path, NAMES, element.name);
  return UNREAD;
}

/** Reports that there is no predicate where one must be. */
export function predicateMissing(reading: Reading, path: Path): PmmlPredicate {
  report(reading, "pmml/element-missing", path, NAMES, null);
  return UNREAD;
}

const EQUALITY = ["equal", "notEqual"] as const;
const PRESENCE = ["isMissing", "isNotMissing"] as const;
const ORDER = ["lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual"] as const;

function readSimple(reading: Reading, element: XmlElement): PmmlPredicate {
  const field = requiredText(reading, element, "field");
  const type = reading.typeOf(field, [...element.path, "field"]);
  const operator = requiredChoice(reading, element, "operator", [...EQUALITY, ...PRESENCE, ...ORDER]);
  if (PRESENCE.some((each) => each === operator)) return { kind: "simple", field, operator, value: null };
  const text = requiredText(reading, element, "value");
  if (type === null || !element.attributes.has("value")) return UNREAD;
  if (!isOrdered(type) && ORDER.some((each) => each === operator)) {
    report(reading, "pmml/operator", [...element.path, "operator"], [...EQUALITY, ...PRESENCE], operator);
  }
  return { kind: "simple", field, operator, value: readOperand(reading, type, operator, text, element) };
}

function readOperand(
  reading: Reading,
  type: FieldType,
  operator: PmmlSimplePredicate["operator"],
  text: string,
  element: XmlElement,
): PmmlSimplePredicate["value"] {
  const path = [...element.path, "value"];
  const value = readValue(reading, type.dataType, text, path);
  const isRanked = type.dataType === "string" && ORDER.some((each) => each === operator);
  if (isRanked && type.values !== null && value !== null && !type.values.includes(value)) {
    report(reading, "pmml/value", path, type.values, text);
  }
  return value;
}

function readSet(reading: Reading, element: XmlElement): PmmlPredicate {
  const field = requiredText(reading, element, "field");
  const type = reading.typeOf(field, [...element.path, "field"]);
  const operator = requiredChoice(reading, element, "booleanOperator", ["isIn", "isNotIn"]);
  const array = childOf(element, "Array");
  if (array === undefined) report(reading, "pmml/element-missing", element.path, "Array", null);
  if (type === null || array === undefined) return UNREAD;
  return {
    kind: "set",
    field,
    operator,
    values: readValues(reading, type.dataType, readArray(reading, array), array.path),
  };
}

function readCompound(reading: Reading, element: XmlElement): PmmlPredicate {
  const operator = requiredChoice(reading, element, "booleanOperator", ["and", "or", "xor", "surrogate"]);
  const predicates = contentOf(element).map((child) => readPredicate(reading, child));
  if (predicates.length === 0) return predicateMissing(reading, element.path);
  return { kind: "compound", operator, predicates };
}

import type { Path } from "../core/issue.ts";
import { DATA_TYPES, type FieldType } from "./field-type.ts";
import type { PmmlConstant, PmmlDataType } from "./pmml-scorecard.ts";
import { readDecimal } from "./read-decimal.ts";
import { flagOf, limit, type Reading, requiredText } from "./reading.ts";
import { readValue } from "./typed-text.ts";
import type { XmlElement } from "./xml-element.ts";

/** A missing value; also where nothing could be read: what was wrong is reported, and nothing is ever scored by it. */
export const NOTHING: PmmlConstant = { kind: "constant", dataType: "string", value: null };

export function readConstant(reading: Reading, element: XmlElement): PmmlConstant {
  const dataType = dataTypeOf(reading, element);
  if (flagOf(reading, element, "missing", false)) return { ...NOTHING, dataType: dataType ?? "string" };
  return constantOf(reading, element.text, dataType, element.path);
}

/** Text as a constant of a data type; without one, a number if it is written as one, else text. */
export function constantOf(reading: Reading, text: string, dataType: PmmlDataType | null, path: Path): PmmlConstant {
  if (dataType !== null) return { kind: "constant", dataType, value: readValue(reading, dataType, text, path) };
  const number = readDecimal(text);
  return number === null
    ? { kind: "constant", dataType: "string", value: text }
    : { kind: "constant", dataType: "number", value: number };
}

/** A declared data type; `null` where none is declared. */
export function dataTypeOf(reading: Reading, element: XmlElement): PmmlDataType | null {
  const declared = element.attributes.get("dataType");
  if (declared === undefined) return null;
  const dataType = DATA_TYPES.get(declared);
  if (dataType === undefined) {
    limit(reading, "pmml/data-type", [...element.path, "dataType"], [...DATA_TYPES.keys()], declared);
  }
  return dataType ?? null;
}

/** A constant in an attribute; `null` where there is none. */
export function attributeOf(
  reading: Reading,
  element: XmlElement,
  name: string,
  dataType: PmmlDataType | null,
): PmmlConstant | null {
  const text = element.attributes.get(name);
  return text === undefined ? null : constantOf(reading, text, dataType, [...element.path, name]);
}

/** The field that an element names, and its type. */
export function fieldNamed(
  reading: Reading,
  element: XmlElement,
): { readonly field: string; readonly type: FieldType | null } {
  const field = requiredText(reading, element, "field");
  return { field, type: field === "" ? null : reading.typeOf(field, [...element.path, "field"]) };
}

import type { Path } from "../core/issue.ts";
import { DATA_TYPES } from "./field-type.ts";
import { outliersOf } from "./outliers.ts";
import type { PmmlDataType, PmmlField, PmmlValue } from "./pmml-scorecard.ts";
import { readInterval } from "./read-interval.ts";
import { choiceOf, decimalOf, type Reading, report, requiredText } from "./reading.ts";
import { readValue, readValues } from "./typed-text.ts";
import { childrenOf, type XmlElement } from "./xml-element.ts";

/** A field that a mining schema lets in, or the data type it has and that is not read here. */
export type SchemaField =
  | { readonly field: PmmlField }
  | { readonly field: null; readonly dataType: string; readonly path: Path };

const USAGES = [
  "active",
  "predicted",
  "target",
  "supplementary",
  "group",
  "order",
  "frequencyWeight",
  "analysisWeight",
] as const;
const MISSING_TREATMENTS = ["asIs", "asMean", "asMode", "asMedian", "asValue", "returnInvalid"] as const;
const INVALID_TREATMENTS = ["returnInvalid", "asIs", "asMissing", "asValue"] as const;

/** The active fields of a mining schema by name, in its order. */
export function readFields(
  reading: Reading,
  dictionary: XmlElement,
  schema: XmlElement,
): ReadonlyMap<string, SchemaField> {
  const declared = byName(reading, childrenOf(dictionary, "DataField"));
  const names = [...declared.keys()];
  const fields = new Map<string, SchemaField>();
  for (const [name, mining] of byName(reading, childrenOf(schema, "MiningField"))) {
    if (choiceOf(reading, mining, "usageType", USAGES, "active") !== "active") continue;
    const data = declared.get(name);
    if (data === undefined) report(reading, "pmml/unknown-field", [...mining.path, "name"], names, name);
    else fields.set(name, readField(reading, name, data, mining));
  }
  return fields;
}

/** Elements by their names; a name that comes again is an issue, and the first holds. */
export function byName(reading: Reading, elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  const named = new Map<string, XmlElement>();
  for (const element of elements) {
    const name = requiredText(reading, element, "name");
    const path = [...element.path, "name"];
    if (name === "__proto__") report(reading, "document/key", path, null, name);
    else if (named.has(name)) report(reading, "pmml/duplicate", path, element.name, name);
    else if (name !== "") named.set(name, element);
  }
  return named;
}

function readField(reading: Reading, name: string, data: XmlElement, mining: XmlElement): SchemaField {
  const declared = requiredText(reading, data, "dataType");
  const dataType = DATA_TYPES.get(declared);
  if (dataType === undefined) return { field: null, dataType: declared, path: [...data.path, "dataType"] };
  const optypes = ["categorical", "ordinal", "continuous"] as const;
  const byData = choiceOf(reading, data, "optype", optypes, dataType === "number" ? "continuous" : "categorical");
  const intervals = childrenOf(data, "Interval").map((interval) => readInterval(reading, interval));
  const values = (property: string): readonly PmmlValue[] => valuesOf(reading, data, property, dataType);
  const valid = values("valid");
  const invalid = choiceOf(reading, mining, "invalidValueTreatment", INVALID_TREATMENTS, "returnInvalid");
  if (invalid === "asValue") requiredText(reading, mining, "invalidValueReplacement");
  const missing = choiceOf(reading, mining, "missingValueTreatment", MISSING_TREATMENTS, "asIs");
  return {
    field: {
      name,
      dataType,
      optype: choiceOf(reading, mining, "optype", optypes, byData),
      values: valid.length === 0 ? null : valid,
      missingValues: values("missing"),
      invalidValues: values("invalid"),
      intervals: intervals.length === 0 ? null : intervals,
      missingValueReplacement: attributeOf(reading, mining, "missingValueReplacement", dataType),
      missingValueTreatment: missing === "returnInvalid" ? missing : "asIs",
      invalidValueTreatment: invalid,
      invalidValueReplacement: attributeOf(reading, mining, "invalidValueReplacement", dataType),
      outliers: outliersOf(reading, mining),
      lowValue: decimalOf(reading, mining, "lowValue"),
      highValue: decimalOf(reading, mining, "highValue"),
    },
  };
}

/** The values that a data field lists with a property; `valid` is what is meant where none is said. */
function valuesOf(reading: Reading, data: XmlElement, property: string, dataType: PmmlDataType): readonly PmmlValue[] {
  return childrenOf(data, "Value").flatMap((element) => {
    const said = choiceOf(reading, element, "property", ["valid", "invalid", "missing"], "valid");
    if (said !== property) return [];
    const text = requiredText(reading, element, "value");
    return element.attributes.has("value") ? readValues(reading, dataType, [text], [...element.path, "value"]) : [];
  });
}

function attributeOf(reading: Reading, element: XmlElement, name: string, dataType: PmmlDataType): PmmlValue | null {
  const text = element.attributes.get(name);
  return text === undefined ? null : readValue(reading, dataType, text, [...element.path, name]);
}

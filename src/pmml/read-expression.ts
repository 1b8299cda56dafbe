import { compareFractions } from "../core/fraction.ts";
import type { Path } from "../core/issue.ts";
import { DATA_TYPES, readValue } from "./field-type.ts";
import { builtIn } from "./functions.ts";
import { outliersOf } from "./outliers.ts";
import type {
  PmmlConstant,
  PmmlDataType,
  PmmlDiscretize,
  PmmlExpression,
  PmmlMapValues,
  PmmlNormContinuous,
  PmmlNumber,
} from "./pmml-scorecard.ts";
import { exactly, readDecimal } from "./read-decimal.ts";
import { readInterval } from "./read-interval.ts";
import { choiceOf, decimalOf, flagOf, limit, type Reading, report, requiredText } from "./reading.ts";
import { childOf, childrenOf, contentOf, type XmlElement } from "./xml-element.ts";

type ReadExpression = (reading: Reading, element: XmlElement) => PmmlExpression;

const READERS: ReadonlyMap<string, ReadExpression> = new Map<string, ReadExpression>([
  ["Constant", readConstant],
  ["FieldRef", readFieldRef],
  ["Apply", readApply],
  ["NormContinuous", readNormContinuous],
  ["NormDiscrete", readNormDiscrete],
  ["Discretize", readDiscretize],
  ["MapValues", readMapValues],
]);
const NAMES: readonly string[] = [...READERS.keys()];

/** Stands where an expression could not be read; what was wrong is reported, and nothing is ever scored by it. */
const UNREAD: PmmlConstant = { kind: "constant", dataType: "string", value: null };

/** Reads the one expression that an element holds. */
export function readExpressionIn(reading: Reading, element: XmlElement): PmmlExpression {
  const [expression] = contentOf(element).filter(({ name }) => !BESIDE.has(name));
  if (expression !== undefined) return readExpression(reading, expression);
  report(reading, "pmml/element-missing", element.path, NAMES, null);
  return UNREAD;
}

/** What a derived field and an output field may hold beside their expression. */
const BESIDE: ReadonlySet<string> = new Set(["Value", "Interval", "Decisions"]);

function readExpression(reading: Reading, element: XmlElement): PmmlExpression {
  const read = READERS.get(element.name);
  if (read !== undefined) return read(reading, element);
  limit(reading, "pmml/element", element.path, NAMES, element.name);
  return UNREAD;
}

function readConstant(reading: Reading, element: XmlElement): PmmlConstant {
  const dataType = dataTypeOf(reading, element);
  if (flagOf(reading, element, "missing", false)) return { ...UNREAD, dataType: dataType ?? "string" };
  return constantOf(reading, element.text, dataType, element.path);
}

/** Text as a constant of a data type; without one, a number if it is written as one, else text. */
function constantOf(reading: Reading, text: string, dataType: PmmlDataType | null, path: Path): PmmlConstant {
  if (dataType !== null) return { kind: "constant", dataType, value: readValue(reading, dataType, text, path) };
  const number = readDecimal(text);
  return number === null
    ? { kind: "constant", dataType: "string", value: text }
    : { kind: "constant", dataType: "number", value: number };
}

/** A declared data type; `null` where none is declared. */
function dataTypeOf(reading: Reading, element: XmlElement): PmmlDataType | null {
  const declared = element.attributes.get("dataType");
  if (declared === undefined) return null;
  const dataType = DATA_TYPES.get(declared);
  if (dataType === undefined) {
    limit(reading, "pmml/data-type", [...element.path, "dataType"], [...DATA_TYPES.keys()], declared);
  }
  return dataType ?? null;
}

/** A constant in an attribute; `null` where there is none. */
function attributeOf(
  reading: Reading,
  element: XmlElement,
  name: string,
  dataType: PmmlDataType | null,
): PmmlConstant | null {
  const text = element.attributes.get(name);
  return text === undefined ? null : constantOf(reading, text, dataType, [...element.path, name]);
}

function typeOfField(reading: Reading, element: XmlElement, name = "field") {
  const field = requiredText(reading, element, name);
  return { field, type: field === "" ? null : reading.typeOf(field, [...element.path, name]) };
}

function readFieldRef(reading: Reading, element: XmlElement): PmmlExpression {
  const { field, type } = typeOfField(reading, element);
  return { kind: "field", field, mapMissingTo: attributeOf(reading, element, "mapMissingTo", type?.dataType ?? null) };
}

function readApply(reading: Reading, element: XmlElement): PmmlExpression {
  const name = requiredText(reading, element, "function");
  const parts = contentOf(element);
  const known = builtIn(name);
  if (known === undefined) {
    if (name !== "") limit(reading, "pmml/function", [...element.path, "function"], null, name);
    return UNREAD;
  }
  const [least, most] = known.arity;
  if (parts.length < least || parts.length > most) {
    report(reading, "pmml/arguments", element.path, parts.length < least ? least : most, parts.length);
  }
  return {
    kind: "apply",
    function: name,
    arguments: parts.map((part) => readExpression(reading, part)),
    mapMissingTo: attributeOf(reading, element, "mapMissingTo", null),
    defaultValue: attributeOf(reading, element, "defaultValue", null),
    invalidValueTreatment: choiceOf(
      reading,
      element,
      "invalidValueTreatment",
      ["returnInvalid", "asIs", "asMissing"],
      "returnInvalid",
    ),
  };
}

function readNormContinuous(reading: Reading, element: XmlElement): PmmlNormContinuous {
  const { field } = numberField(reading, element);
  const norms = childrenOf(element, "LinearNorm");
  const knots = norms.map((norm): readonly [PmmlNumber, PmmlNumber] => {
    requiredText(reading, norm, "orig");
    requiredText(reading, norm, "norm");
    return [decimalOf(reading, norm, "orig") ?? 0, decimalOf(reading, norm, "norm") ?? 0];
  });
  if (knots.length < 2) report(reading, "document/entries", element.path, 2, knots.length);
  checkRising(reading, norms, knots);
  const mapMissingTo = attributeOf(reading, element, "mapMissingTo", "number");
  return { kind: "norm-continuous", field, knots, outliers: outliersOf(reading, element), mapMissingTo };
}

function numberField(reading: Reading, element: XmlElement): { readonly field: string } {
  const { field, type } = typeOfField(reading, element);
  if (type !== null && type.dataType !== "number" && type.dataType !== "integer") {
    report(reading, "pmml/field-type", [...element.path, "field"], "number", type.dataType);
  }
  return { field };
}

function checkRising(reading: Reading, norms: readonly XmlElement[], knots: PmmlNormContinuous["knots"]): void {
  knots.forEach(([orig], i) => {
    const [before] = knots[i - 1] ?? [];
    if (before === undefined || compareFractions(exactly(before), exactly(orig)) < 0) return;
    report(reading, "pmml/order", [...(norms[i]?.path ?? []), "orig"], before, orig);
  });
}

/** 1 where the field has the value, else 0: an application of `if` and `equal`. */
function readNormDiscrete(reading: Reading, element: XmlElement): PmmlExpression {
  const { field, type } = typeOfField(reading, element);
  requiredText(reading, element, "value");
  const value = attributeOf(reading, element, "value", type?.dataType ?? null) ?? UNREAD;
  return apply("if", attributeOf(reading, element, "mapMissingTo", "number"), [
    apply("equal", null, [{ kind: "field", field, mapMissingTo: null }, value]),
    { kind: "constant", dataType: "number", value: 1 },
    { kind: "constant", dataType: "number", value: 0 },
  ]);
}

function apply(name: string, mapMissingTo: PmmlConstant | null, parts: readonly PmmlExpression[]): PmmlExpression {
  return {
    kind: "apply",
    function: name,
    arguments: parts,
    mapMissingTo,
    defaultValue: null,
    invalidValueTreatment: "returnInvalid",
  };
}

function readDiscretize(reading: Reading, element: XmlElement): PmmlDiscretize {
  const { field } = numberField(reading, element);
  const dataType = dataTypeOf(reading, element);
  const bins = childrenOf(element, "DiscretizeBin").flatMap((bin) => {
    requiredText(reading, bin, "binValue");
    const value = attributeOf(reading, bin, "binValue", dataType);
    const interval = childOf(bin, "Interval");
    if (interval === undefined) report(reading, "pmml/element-missing", bin.path, "Interval", null);
    return interval === undefined || value === null ? [] : [{ interval: readInterval(reading, interval), value }];
  });
  return {
    kind: "discretize",
    field,
    bins,
    mapMissingTo: attributeOf(reading, element, "mapMissingTo", dataType),
    defaultValue: attributeOf(reading, element, "defaultValue", dataType),
  };
}

function readMapValues(reading: Reading, element: XmlElement): PmmlExpression {
  const output = requiredText(reading, element, "outputColumn");
  const dataType = dataTypeOf(reading, element);
  const pairs = childrenOf(element, "FieldColumnPair").map((pair) => ({
    ...typeOfField(reading, pair),
    column: requiredText(reading, pair, "column"),
  }));
  const table = childOf(element, "InlineTable");
  if (table === undefined) {
    limit(reading, "pmml/element", element.path, "InlineTable", contentOf(element).map(({ name }) => name)[0] ?? null);
    return UNREAD;
  }
  const rows = childrenOf(table, "row").flatMap((row): PmmlMapValues["rows"] => {
    const inputs = pairs.flatMap(({ column, type }) => cellOf(reading, row, column, type?.dataType ?? null) ?? []);
    const value = cellOf(reading, row, output, dataType);
    return value === null || inputs.length < pairs.length ? [] : [{ inputs, value }];
  });
  return {
    kind: "map-values",
    fields: pairs.map(({ field }) => field),
    rows,
    mapMissingTo: attributeOf(reading, element, "mapMissingTo", dataType),
    defaultValue: attributeOf(reading, element, "defaultValue", dataType),
  };
}

function cellOf(reading: Reading, row: XmlElement, column: string, dataType: PmmlDataType | null): PmmlConstant | null {
  const cell = childOf(row, column.replace(/^.*:/, ""));
  if (cell === undefined) {
    report(reading, "pmml/element-missing", row.path, column, null);
    return null;
  }
  return constantOf(reading, cell.text, dataType, cell.path);
}

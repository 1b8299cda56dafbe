import { builtIn } from "./functions.ts";
import type { PmmlExpression } from "./pmml-scorecard.ts";
import { attributeOf, fieldNamed, NOTHING, readConstant } from "./read-constant.ts";
import { readDiscretize, readMapValues, readNormContinuous, readNormDiscrete } from "./read-tables.ts";
import { choiceOf, limit, type Reading, report, requiredText } from "./reading.ts";
import { contentOf, type XmlElement } from "./xml-element.ts";

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

/** Reads the one expression that an element holds. */
export function readExpressionIn(reading: Reading, element: XmlElement): PmmlExpression {
  const [expression] = contentOf(element).filter(({ name }) => !BESIDE.has(name));
  if (expression !== undefined) return readExpression(reading, expression);
  report(reading, "pmml/element-missing", element.path, NAMES, null);
  return NOTHING;
}

/** What a derived field and an output field may hold beside their expression. */
const BESIDE: ReadonlySet<string> = new Set(["Value", "Interval", "Decisions"]);

function readExpression(reading: Reading, element: XmlElement): PmmlExpression {
  const read = READERS.get(element.name);
  if (read !== undefined) return read(reading, element);
  limit(reading, "pmml/element", element.path, NAMES, element.name);
  return NOTHING;
}

function readFieldRef(reading: Reading, element: XmlElement): PmmlExpression {
  const { field, type } = fieldNamed(reading, element);
  return { kind: "field", field, mapMissingTo: attributeOf(reading, element, "mapMissingTo", type?.dataType ?? null) };
}

function readApply(reading: Reading, element: XmlElement): PmmlExpression {
  const name = requiredText(reading, element, "function");
  const parts = contentOf(element);
  const known = builtIn(name);
  if (known === undefined) {
    if (name !== "") limit(reading, "pmml/function", [...element.path, "function"], null, name);
    return NOTHING;
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

import { DATA_TYPES, type FieldType } from "./field-type.ts";
import type { PmmlOutput } from "./pmml-scorecard.ts";
import { readExpressionIn } from "./read-expression.ts";
import { byName } from "./read-fields.ts";
import { limit, type Reading, report } from "./reading.ts";
import { childOf, childrenOf, type XmlElement } from "./xml-element.ts";

type ReadOutput = (reading: Reading, element: XmlElement, name: string) => PmmlOutput;

/** The features of an output field that are read, by PMML's names for them. */
const FEATURES: ReadonlyMap<string, ReadOutput> = new Map<string, ReadOutput>([
  ["predictedValue", (_reading, _element, name) => ({ name, kind: "predictedValue" })],
  ["reasonCode", (reading, element, name) => ({ name, kind: "reasonCode", rank: rankOf(reading, element) })],
  [
    "transformedValue",
    (reading, element, name) => ({ name, kind: "transformedValue", expression: readExpressionIn(reading, element) }),
  ],
]);

/** Reads the output fields of a scorecard; one that cannot be expressed is a limit and is left out. */
export function readOutputs(reading: Reading, scorecard: XmlElement): readonly PmmlOutput[] {
  const output = childOf(scorecard, "Output");
  const outputs: PmmlOutput[] = [];
  const types = new Map<string, FieldType>();
  // An expression may refer to the output fields before it.
  const within: Reading = { ...reading, typeOf: (name, path) => types.get(name) ?? reading.typeOf(name, path) };
  for (const [name, element] of byName(reading, output === undefined ? [] : childrenOf(output, "OutputField"))) {
    const feature = element.attributes.get("feature") ?? "predictedValue";
    const read = FEATURES.get(feature);
    const limits = reading.limits.length;
    if (read === undefined) limit(reading, "pmml/output", [...element.path, "feature"], [...FEATURES.keys()], feature);
    const field = read?.(within, element, name);
    if (field === undefined || reading.limits.length > limits) continue;
    outputs.push(field);
    const declared = DATA_TYPES.get(element.attributes.get("dataType") ?? "");
    const dataType = feature === "reasonCode" ? "string" : (declared ?? "number");
    types.set(name, { dataType, optype: "continuous", values: null });
  }
  return outputs;
}

function rankOf(reading: Reading, element: XmlElement): number {
  const text = element.attributes.get("rank") ?? "1";
  const rank = Number(text);
  if (/^[1-9][0-9]{0,4}$/.test(text)) return rank;
  report(reading, "pmml/value", [...element.path, "rank"], "a whole number from 1", text);
  return 1;
}

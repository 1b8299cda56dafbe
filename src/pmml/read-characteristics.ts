import type { PmmlAttribute, PmmlCharacteristic, PmmlNumber } from "./pmml-scorecard.ts";
import { readExpressionIn } from "./read-expression.ts";
import { predicateMissing, readPredicate } from "./read-predicate.ts";
import { decimalOf, type Reading, report } from "./reading.ts";
import { childOf, childrenOf, contentOf, type XmlElement } from "./xml-element.ts";

/** How reasons are ranked, as the scorecard says it for all its characteristics. */
export interface Baseline {
  readonly useReasonCodes: boolean;
  readonly baselineScore: PmmlNumber | null;
}

/** Reads all characteristics of a scorecard, in its order. */
export function readCharacteristics(
  reading: Reading,
  scorecard: XmlElement,
  baseline: Baseline,
): readonly PmmlCharacteristic[] {
  const list = childOf(scorecard, "Characteristics");
  const characteristics = list === undefined ? [] : childrenOf(list, "Characteristic");
  if (characteristics.length === 0) report(reading, "pmml/element-missing", scorecard.path, "Characteristic", null);
  return characteristics.map((element) => readCharacteristic(reading, element, baseline));
}

function readCharacteristic(reading: Reading, element: XmlElement, baseline: Baseline): PmmlCharacteristic {
  const baselineScore = decimalOf(reading, element, "baselineScore") ?? baseline.baselineScore;
  if (baseline.useReasonCodes && baselineScore === null && !element.attributes.has("baselineScore")) {
    report(reading, "pmml/attribute-missing", element.path, "baselineScore", null);
  }
  const attributes = childrenOf(element, "Attribute");
  if (attributes.length === 0) report(reading, "pmml/element-missing", element.path, "Attribute", null);
  return {
    name: element.attributes.get("name") ?? null,
    reasonCode: element.attributes.get("reasonCode") ?? null,
    baselineScore: baseline.useReasonCodes ? baselineScore : null,
    attributes: attributes.map((attribute) => readAttribute(reading, attribute)),
  };
}

function readAttribute(reading: Reading, element: XmlElement): PmmlAttribute {
  const [predicate] = contentOf(element).filter(({ name }) => name !== "ComplexPartialScore");
  return {
    predicate: predicate === undefined ? predicateMissing(reading, element.path) : readPredicate(reading, predicate),
    partialScore: readPartialScore(reading, element),
    reasonCode: element.attributes.get("reasonCode") ?? null,
  };
}

/** Where both are given, the complex one holds. */
function readPartialScore(reading: Reading, element: XmlElement): PmmlAttribute["partialScore"] {
  const complex = childOf(element, "ComplexPartialScore");
  if (complex !== undefined) return readExpressionIn(reading, complex);
  if (!element.attributes.has("partialScore")) {
    report(reading, "pmml/attribute-missing", element.path, ["partialScore", "ComplexPartialScore"], null);
  }
  return decimalOf(reading, element, "partialScore") ?? 0;
}

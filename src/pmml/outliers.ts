import type { PmmlField } from "./pmml-scorecard.ts";
import { choiceOf, type Reading } from "./reading.ts";
import type { XmlElement } from "./xml-element.ts";

/** What is done with numbers far out, of a field or of a line through knots. */
export function outliersOf(reading: Reading, element: XmlElement): PmmlField["outliers"] {
  return choiceOf(reading, element, "outliers", ["asIs", "asMissingValues", "asExtremeValues"], "asIs");
}

import type { PmmlInterval } from "./pmml-scorecard.ts";
import { decimalOf, type Reading, report, requiredChoice } from "./reading.ts";
import type { XmlElement } from "./xml-element.ts";

export const CLOSURES = ["openOpen", "openClosed", "closedOpen", "closedClosed"] as const;

/** Reads an `Interval`; one without a left or right margin has no end there. */
export function readInterval(reading: Reading, element: XmlElement): PmmlInterval {
  const closure = requiredChoice(reading, element, "closure", CLOSURES);
  const leftMargin = decimalOf(reading, element, "leftMargin");
  const rightMargin = decimalOf(reading, element, "rightMargin");
  if (leftMargin === null && rightMargin === null) {
    report(reading, "pmml/attribute-missing", element.path, ["leftMargin", "rightMargin"], null);
  }
  return { closure, leftMargin, rightMargin };
}

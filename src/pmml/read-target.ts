import type { PmmlTarget } from "./pmml-scorecard.ts";
import { choiceOf, decimalOf, limit, type Reading } from "./reading.ts";
import { childOf, childrenOf, type XmlElement } from "./xml-element.ts";

/** Reads what is done to the sum of partial scores; `null` where nothing is. */
export function readTarget(reading: Reading, scorecard: XmlElement): PmmlTarget | null {
  const targets = childOf(scorecard, "Targets");
  const [target, another] = targets === undefined ? [] : childrenOf(targets, "Target");
  if (target === undefined) return null;
  // A second target has no score of its own to be done to; a default would stand for a score that there is none of.
  for (const each of childrenOf(target, "TargetValue")) {
    if (each.attributes.has("defaultValue")) limit(reading, "pmml/element", each.path, null, "defaultValue");
  }
  if (another !== undefined) limit(reading, "pmml/element", another.path, "one Target", another.name);
  const casting = choiceOf(reading, target, "castInteger", ["round", "ceiling", "floor"], "round");
  return {
    min: decimalOf(reading, target, "min"),
    max: decimalOf(reading, target, "max"),
    rescaleFactor: decimalOf(reading, target, "rescaleFactor") ?? 1,
    rescaleConstant: decimalOf(reading, target, "rescaleConstant") ?? 0,
    castInteger: target.attributes.has("castInteger") ? casting : null,
  };
}

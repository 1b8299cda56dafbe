import { factOf, type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import type { Declarations } from "./fields-in-scope.ts";
import { childOf, childrenOf, type XmlElement } from "./xml-element.ts";

/** The parts of a PMML document that a scorecard is read from. */
export interface FoundScorecard extends Declarations {
  readonly version: string;
  readonly scorecard: XmlElement;
}

const VERSION = /^4(?:\.[0-9]{1,2}){0,2}$/;

/** Finds the scorecard in a document: the only one, or the one of that name. */
export function findScorecard(
  root: XmlElement,
  modelName: string | undefined,
): FoundScorecard | { readonly issues: readonly Issue[] } {
  if (root.name !== "PMML") return wrong(issue("pmml/element-missing", [], "PMML", factOf(root.name)));
  const version = root.attributes.get("version");
  if (version === undefined) return wrong(issue("pmml/attribute-missing", [], "version", null));
  if (!VERSION.test(version)) return wrong(issue("pmml/version", ["version"], "4", factOf(version)));
  const scorecards = childrenOf(root, "Scorecard");
  const names = scorecards.flatMap((each) => each.attributes.get("modelName") ?? []);
  if (scorecards.length === 0) {
    const others = root.children.map(({ name }) => name).filter((name) => !BESIDE.has(name));
    return wrong(issue("pmml/element-missing", [], "Scorecard", factOf(others[0])));
  }
  const meant =
    modelName === undefined
      ? scorecards
      : scorecards.filter(({ attributes }) => attributes.get("modelName") === modelName);
  const [scorecard, another] = meant;
  if (scorecard === undefined || another !== undefined) {
    const near = modelName === undefined ? undefined : nearMiss(modelName, names);
    return wrong(issue("pmml/model-name", ["modelName"], names, factOf(modelName), near));
  }
  const dictionary = childOf(root, "DataDictionary");
  const schema = childOf(scorecard, "MiningSchema");
  if (dictionary === undefined) return wrong(issue("pmml/element-missing", [], "DataDictionary", null));
  if (schema === undefined) return wrong(issue("pmml/element-missing", scorecard.path, "MiningSchema", null));
  const transformations = [
    ...childrenOf(root, "TransformationDictionary"),
    ...childrenOf(scorecard, "LocalTransformations"),
  ];
  return { version, scorecard, dictionary, schema, transformations };
}

/** What a document holds beside its models. */
const BESIDE: ReadonlySet<string> = new Set([
  "Header",
  "MiningBuildTask",
  "DataDictionary",
  "TransformationDictionary",
  "Extension",
]);

function wrong(...issues: readonly Issue[]): { readonly issues: readonly Issue[] } {
  return { issues };
}

import type { ModelDocument } from "../../reference/document.ts";
import { checkBonuses } from "./bonuses.ts";
import { checkClassification } from "./classification.ts";
import { checkInputs } from "./inputs.ts";
import { type Look, scaleOf, sumsToWhole } from "./look.ts";
import { checkNames } from "./names.ts";
import { checkNumbers } from "./numbers.ts";
import { checkParent } from "./tree.ts";

/**
 * What is wrong with a document by DESIGN §4, as plain sentences; nothing for a valid one. It guards the generators
 * (a law must never run on a document that `parseModel` is right to refuse); shape and unknown keys are the types' business.
 */
export function malformations(document: ModelDocument): string[] {
  const found: string[] = [];
  const require = (isSo: boolean, what: string): void => {
    if (!isSo) found.push(what);
  };
  const look: Look = { document, require, ...scaleOf(document) };
  checkNumbers(document, require);
  checkNames(look);
  checkInputs(look);
  const weights = Object.values(document.dimensions).map((each) => each.weight);
  require(sumsToWhole(weights), "dimension weights sum to 1 or 100");
  for (const [id, dimension] of Object.entries(document.dimensions)) checkParent(look, id, dimension, 1);
  checkBonuses(look);
  checkClassification(look);
  return found;
}

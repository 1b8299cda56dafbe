import type { Issue } from "../core/issue.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model, ModelDocument } from "../schema/model-document.ts";
import { agreementOf, type HeldBack, holdBack, type PmmlAgreement } from "./held-back.ts";
import { linearModel } from "./linear-model.ts";
import { writeScorecard } from "./write-scorecard.ts";
import { isWritable, type WrittenElement, writeXml } from "./write-xml.ts";

/** A model written as PMML. */
export interface PmmlDocument {
  /** A PMML 4.4 document with one Scorecard; `null` where the total is not a sum that a scorecard can hold. */
  readonly xml: string | null;
  /** What of the model it does not hold, each with its place in the model. */
  readonly cannotExpress: readonly Issue[];
  /** How its totals stand to those of the model. */
  readonly agreement: PmmlAgreement;
}

/** Sections of a model that decide nothing about a total. */
const BESIDE_THE_TOTAL = [
  "effective",
  "quadrant",
  "tier",
  "gates",
  "minimumCoverage",
  "cases",
] as const satisfies readonly (keyof ModelDocument)[];

/**
 * Writes a model as a PMML 4.4 Scorecard: each indicator becomes a characteristic whose partial scores are its points times
 * its weight in the total. Its inputs are the published inputs of a card, its output field `total` is the total.
 *
 * @returns the document, what of the model it does not hold, and what that makes of the total
 *
 * @example
 * ```ts
 * const { xml, cannotExpress, agreement } = toPmml(model);
 * agreement; // "exact"
 * ```
 */
export function toPmml(model: Model): PmmlDocument {
  requireParsed(model);
  const held = holdBack();
  for (const section of BESIDE_THE_TOTAL) {
    if (model[section] !== undefined) held.tell("pmml/section", [section], null, section);
  }
  const root = writeScorecard(model, linearModel(model, held), held);
  tellUnwritable(root, [], held);
  const agreement = agreementOf(held.issues);
  return { xml: agreement === "none" ? null : writeXml(root), cannotExpress: held.issues, agreement };
}

/** Values that decide a score must be written as they are. */
function tellUnwritable({ name, attributes, content }: WrittenElement, field: readonly string[], held: HeldBack): void {
  const own = attributes.field ?? (name === "DataField" ? attributes.name : undefined);
  const path = own === undefined ? field : ["fields", String(own)];
  const { value } = attributes;
  if (typeof value === "string" && !isWritable(value)) held.tell("pmml/characters", path, null, value);
  if (typeof content !== "string") for (const child of content) tellUnwritable(child, path, held);
}

import fc from "fast-check";
import type { ModelDocument, ScoreOptions } from "../../reference/document.ts";
import { type Account, accountFor } from "./account.ts";
import { cutAims, withAimedCuts } from "./aimed-cuts.ts";
import { modelDocument } from "./model-document.ts";
import { asOfFor, optionsOn } from "./options.ts";

export interface ScoringRow {
  account: Account;
  options: ScoreOptions;
}

export interface ScoringCase {
  document: ModelDocument;
  asOf: string;
  /** The options of a row carry the case's day (but where a bad day is the point of the row). */
  rows: ScoringRow[];
}

/** A document with several accounts of one day, each with its own previous rating and override. */
export function scoringCase(): fc.Arbitrary<ScoringCase> {
  return modelDocument().chain((document) => scoringCaseOf(document));
}

/** The document's cuts may move to where the first row's scores lie. */
export function scoringCaseOf(document: ModelDocument): fc.Arbitrary<ScoringCase> {
  return asOfFor(document).chain((asOf) => {
    const row = fc.record({ account: accountFor(document), options: optionsOn(document, asOf) });
    return fc.record({ aims: cutAims(), rows: fc.array(row, { minLength: 1, maxLength: 5 }) }).map(({ aims, rows }) => {
      const aimed = withAimedCuts(document, rows[0] as ScoringRow, aims);
      return { document: aimed, asOf, rows };
    });
  });
}

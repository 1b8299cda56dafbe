import type { ModelDocument, Side } from "./model-document.ts";
import type { RungName } from "./scorecard.ts";

/** The rating an account had before: what hysteresis and validity read. Every part may be missing. */
export interface PreviousRating<Name = string> {
  /** The tier earned then (before gates and override), by its name of today or of then. */
  readonly tier?: Name | null | undefined;
  readonly validUntil?: string | null | undefined;
  readonly sides?: { readonly x?: Side | null | undefined; readonly y?: Side | null | undefined } | null | undefined;
}

/** A grade given by hand. It comes last, and is always shown beside the earned one. */
export interface TierOverride<Name = string> {
  readonly tier: Name;
  readonly reason: string;
  /** The last day it holds, `YYYY-MM-DD`; without it, until further notice. */
  readonly until?: string | null | undefined;
}

export interface ScoreOptions<M extends ModelDocument = ModelDocument> {
  /** The day of the rating, `YYYY-MM-DD`. Needed by models with date measures, dated rules or validity. */
  readonly asOf?: string | null | undefined;
  readonly previous?: PreviousRating<RungName<M> | (string & {})> | null | undefined;
  readonly override?: TierOverride<RungName<M>> | null | undefined;
}

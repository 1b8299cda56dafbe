import type { Path } from "../core/issue.ts";
import type { PointsChange } from "./curve-difference.ts";

/** What a change is about. */
export type ScoringKind =
  | "range"
  | "places"
  | "field"
  | "measure"
  | "dimension"
  | "indicator"
  | "input"
  | "weight"
  | "curve"
  | "missing"
  | "combine"
  | "condition"
  | "declaration"
  | "cap"
  | "bonus-group"
  | "bonus"
  | "dates"
  | "quadrant"
  | "tier"
  | "gate"
  | "coverage"
  | "order";

/** What no card depends on: words, the model's name and version, the days it is meant for, its cases. */
export type OtherKind = "words" | "name" | "effective" | "case";

export type ChangeKind = ScoringKind | OtherKind;

/**
 * One change of a document: what stood at a place, and what stands there now. A key that is absent says that there was
 * (or is) nothing.
 */
export interface Change<Kind extends ChangeKind = ChangeKind> {
  readonly kind: Kind;
  /** Object keys; entries of a list by what they are called: `["bonuses", "finance", "points"]`. */
  readonly path: Path;
  readonly from?: unknown;
  readonly to?: unknown;
  /** Of a changed curve: where the points differ, and by how much. */
  readonly points?: readonly PointsChange[];
}

export interface ModelName {
  readonly id: string;
  readonly version: string;
  readonly fingerprint: string;
}

/** What differs between two models. */
export interface ModelDiff {
  readonly from: ModelName;
  readonly to: ModelName;
  /** What decides a card, in document order; empty exactly when the fingerprints are the same. */
  readonly scoring: readonly Change<ScoringKind>[];
  /** What no card depends on. */
  readonly other: readonly Change<OtherKind>[];
}

import type { IssueCode } from "../core/issue.ts";

/** Codes of named things; `NO_CODE` is none. */
export interface Codes {
  readonly codes: Uint8Array;
  readonly names: readonly string[];
}

/** The code of a row that has none of the names. */
export const NO_CODE = 255;
/** The day of a row that has none. */
export const NO_DAY = -2147483648;

/** An issue of a rejected row: the whole issue is told by `safeScore` of that row. */
export interface RowIssue {
  readonly row: number;
  readonly field: string;
  readonly code: IssueCode;
}

/** What a row was rated before, column by column: the answer of an earlier call fits. */
export interface PreviousColumns {
  readonly tierEarned?: Codes | null | undefined;
  /** Days since 1970-01-01; `NO_DAY` is none. */
  readonly tierValidUntil?: Int32Array | null | undefined;
  readonly quadrantX?: Codes | null | undefined;
  readonly quadrantY?: Codes | null | undefined;
}

/** A scored portfolio, column by column. Scores are NaN where there is none. */
export interface ScoredColumns extends PreviousColumns {
  readonly rows: number;
  /** `scored`, `insufficient-data`, `disqualified` or `rejected`. */
  readonly status: Codes;
  readonly dimensions: { readonly [id: string]: Float64Array };
  readonly total: Float64Array;
  readonly coverage: Float64Array;
  /** `null` where the model has no quadrant; sides are `low` and `high`. */
  readonly quadrant: Codes | null;
  readonly quadrantX: Codes | null;
  readonly quadrantY: Codes | null;
  /** `null` where the model has no tier. */
  readonly tier: Codes | null;
  readonly tierEarned: Codes | null;
  /** `validity`, `margin` or `step`. */
  readonly tierHeld: Codes | null;
  readonly tierValidUntil: Int32Array | null;
  /** What is wrong with the rejected rows, by row. */
  readonly issues: readonly RowIssue[];
  /** How many rows could not be settled by columns alone and were scored one by one. */
  readonly handedBack: number;
}

export const STATUSES = ["scored", "insufficient-data", "disqualified", "rejected"] as const;
export const SIDES = ["low", "high"] as const;
export const HOLDS = ["validity", "margin", "step"] as const;

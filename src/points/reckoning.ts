import { type ExactDecimal, ONE } from "../core/exact-decimal.ts";
import type { Issue } from "../core/issue.ts";
import type { EarningStatus } from "../schema/earning.ts";
import type { ReadActivity } from "./read-activity.ts";
import type { ReadStanding } from "./read-standing.ts";

/** What a rule sees. */
export interface Circumstances {
  readonly activity: ReadActivity;
  /** Given wherever a rule that answers reads it. */
  readonly standing: ReadStanding;
  readonly issues: Issue[];
}

/** A line that counts, with what its multipliers make. */
export interface CountedLine {
  readonly line: number;
  readonly amount: number;
  readonly factor: ExactDecimal;
}

/** The points of a rule before multipliers: Σ parts ÷ over. Each part is rounded to a whole number by itself. */
export interface Reckoning {
  readonly parts: readonly ExactDecimal[];
  readonly over: ExactDecimal;
  /** Where the rule rounds line by line, the parts are these lines' own. */
  readonly lines: readonly CountedLine[] | null;
  readonly isByLine: boolean;
}

/** Reckons the points of a rule, or says why there are none. */
export type Reckon = (circumstances: Circumstances) => Reckoning | EarningStatus;

/** A whole number of points, or a number of which each part counts. */
export function plainly(base: ExactDecimal): Reckoning {
  return { parts: [base], over: ONE, lines: null, isByLine: false };
}

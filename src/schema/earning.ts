import type { CapSpan } from "./points-plan-document.ts";

/**
 * What became of a rule:
 * - `applied` — it gave its points (0 too);
 * - `capped` — a cap left less of them, or nothing;
 * - `other-activity` — it answers to another kind of activity;
 * - `not-in-force` — the day is outside its dates;
 * - `no-amount` — it reads an amount or lines, and the activity has neither;
 * - `below-minimum` — the activity is below its `minimumAmount`;
 * - `no-score` — the score it reads, or that of the review before, does not exist;
 * - `no-gain` — the score did not rise;
 * - `no-streak` — the run of reviews is not one that earns;
 * - `times-reached` — it gave points as often as it may.
 */
export type EarningStatus =
  | "applied"
  | "capped"
  | "other-activity"
  | "not-in-force"
  | "no-amount"
  | "below-minimum"
  | "no-score"
  | "no-gain"
  | "no-streak"
  | "times-reached";

/** A line that a rule counts. */
export interface LineEarning {
  /** Its place among the lines of the activity; 0 for an activity without lines. */
  readonly line: number;
  readonly amount: number;
  /** What the line multipliers make together. */
  readonly factor: number;
  /** The points of this line, where the rule rounds line by line; else null. */
  readonly points: number | null;
}

/**
 * How a rule came to its points: base × factor = product, rounded, capped. The whole number is rounded from the exact
 * product; base, factor and product are shown with at most 15 significant digits.
 */
export interface RuleEarning {
  readonly id: string;
  readonly status: EarningStatus;
  /** Points before multipliers. Null, as all down to `rounded`, where the rule did not come to reckon. */
  readonly base: number | null;
  /** The multipliers that had a part, in the order of the plan. */
  readonly multipliers: readonly { readonly id: string; readonly factor: number }[];
  /** What they make together. */
  readonly factor: number | null;
  readonly product: number | null;
  /** The product as a whole number. */
  readonly rounded: number | null;
  /** The tightest of the caps that took something away. */
  readonly cappedBy: { readonly of: "rule" | "plan"; readonly span: CapSpan } | null;
  /** What the rule gives. */
  readonly points: number;
  /** Whether the points count toward qualification. */
  readonly isQualifying: boolean;
  /** The lines that counted, of rules that read amounts; else null. */
  readonly lines: readonly LineEarning[] | null;
}

/** What an activity earns, and why; JSON-safe. */
export interface Earning {
  readonly format: 1;
  readonly plan: { readonly id: string; readonly version: string };
  readonly activity: string;
  readonly date: string;
  /** The sum of the rules' points. */
  readonly points: number;
  /** The part of them that counts toward qualification. */
  readonly qualifyingPoints: number;
  /** Every rule of the plan, in its order. */
  readonly rules: readonly RuleEarning[];
}

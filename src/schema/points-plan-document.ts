import type { Band, Named, Rounding } from "./model-document.ts";

/**
 * The points plan: everything that decides what an activity earns and how long points live, as one JSON value.
 *
 * These interfaces are the public types; `points-plan-shape.ts` holds the schemas that are checked against them.
 */

// ---- lines of an activity ------------------------------------------------------------------------------------------

/** What a line must be like: every key that is given must fit, and a list fits by any one of its entries. */
export interface LineSelector {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  /** Each of these labels, with this text. */
  readonly labels?: { readonly [label: string]: string };
  readonly isDelivery?: boolean;
}

/** The lines that any selector of `include` fits (all lines where there is none) and no selector of `exclude`. */
export interface LineChoice {
  readonly include?: readonly LineSelector[];
  readonly exclude?: readonly LineSelector[];
}

// ---- multipliers ---------------------------------------------------------------------------------------------------

/** How factors become one: their product; 1 + Σ (factor − 1), never below 0; the greatest of them. */
export type MultiplierStacking = "multiply" | "add" | "highest";

export interface LineMultiplier {
  readonly lines: LineChoice;
  readonly factor: number;
}

export interface LineMultipliers {
  /** Default `multiply`. */
  readonly stacking?: MultiplierStacking;
  readonly list: readonly LineMultiplier[];
}

interface MultiplierBase extends Named {
  readonly id: string;
  /** In force from this day … */
  readonly from?: string;
  /** … until this day, both inclusive. */
  readonly until?: string;
  /** The rules whose points it multiplies. Default: every rule. */
  readonly rules?: readonly string[];
}

interface NameMultiplier extends MultiplierBase {
  /** The factor of each name. */
  readonly factors: { readonly [name: string]: number };
  /** The factor where the account has no such name, or one that is not listed. Default 1. */
  readonly otherwise?: number;
}

/** By the tier of the account on the day of the activity. */
export interface TierMultiplier extends NameMultiplier {
  readonly kind: "tier";
}

/** By the quadrant of the account on the day of the activity. */
export interface QuadrantMultiplier extends NameMultiplier {
  readonly kind: "quadrant";
}

/** For every account, as long as it is in force. */
export interface CampaignMultiplier extends MultiplierBase {
  readonly kind: "campaign";
  readonly factor: number;
}

export type Multiplier = TierMultiplier | QuadrantMultiplier | CampaignMultiplier;
export type MultiplierKind = Multiplier["kind"];

export interface Multipliers {
  /** Default `multiply`. */
  readonly stacking?: MultiplierStacking;
  readonly list: readonly Multiplier[];
}

// ---- earning rules -------------------------------------------------------------------------------------------------

/** The spans that caps are counted in: one activity, its calendar day, month and year, and all time. */
export type CapSpan = "event" | "day" | "month" | "year" | "lifetime";

/** The most points within each span. */
export type PointsCaps = { readonly [K in CapSpan]?: number };

interface EarningRuleBase extends Named {
  readonly id: string;
  /** In force from this day … */
  readonly from?: string;
  /** … until this day, both inclusive. */
  readonly until?: string;
  /** How the points become a whole number, once, after every multiplier. Default `floor`. */
  readonly rounding?: Rounding;
  readonly caps?: PointsCaps;
  /** Whether its points count toward qualification. Default true. */
  readonly qualifying?: boolean;
}

interface SpendingRule extends EarningRuleBase {
  /** The kind of activity it answers to. Default: any. */
  readonly activity?: string;
  /** The least amount of the whole activity. Default: none. */
  readonly minimumAmount?: number;
}

/** `rate` points for every `per` units of the currency. */
export interface PerAmountRule extends SpendingRule {
  readonly kind: "per-amount";
  readonly rate: number;
  /** Default 1. */
  readonly per?: number;
  /** Whether a part of `per` counts (`exact`, the default) or only full ones do (`whole`). */
  readonly units?: "exact" | "whole";
  /** Whether points are rounded for the whole activity (`bill`, the default) or line by line. */
  readonly basis?: "bill" | "line";
  readonly lines?: LineChoice;
  readonly lineMultipliers?: LineMultipliers;
}

/** Fixed points for every piece of a product. */
export interface PerProductRule extends SpendingRule {
  readonly kind: "per-product";
  readonly skus: readonly string[];
  readonly points: number;
}

/** Fixed points for an activity. */
export interface PerEventRule extends EarningRuleBase {
  readonly kind: "per-event";
  readonly activity: string;
  readonly points: number;
  /** How often it may give points. */
  readonly atMost?: { readonly times: number; readonly per: Exclude<CapSpan, "event"> };
}

interface ReviewRule extends EarningRuleBase {
  /** The kind of activity that is a review of the account. */
  readonly activity: string;
}

/** Points by bands of a published score. */
export interface PerScoreRule extends ReviewRule {
  readonly kind: "per-score";
  /** A dimension of the scorecard, or `"total"`. */
  readonly on: string;
  readonly bands: readonly Band[];
}

/** Points for what a published score gained since the previous review. */
export interface ImprovementRule extends ReviewRule {
  readonly kind: "improvement";
  /** A dimension of the scorecard, or `"total"`. */
  readonly on: string;
  /** Points for each point of score gained. */
  readonly rate: number;
}

/** Points for a run of consecutive reviews that were good enough: by exactly one of `tierAtLeast` and `quadrants`. */
export interface StreakRule extends ReviewRule {
  readonly kind: "streak";
  /** How many reviews in a row. */
  readonly reviews: number;
  readonly tierAtLeast?: string;
  readonly quadrants?: readonly string[];
  readonly points: number;
  /**
   * When a run that goes on earns: at every `reviews`-th review of it (`each-streak`, the default), at every review from
   * the `reviews`-th on (`each-review`), or only at the `reviews`-th (`once`).
   */
  readonly repeat?: "each-streak" | "each-review" | "once";
}

export type EarningRule = PerAmountRule | PerProductRule | PerEventRule | PerScoreRule | ImprovementRule | StreakRule;
export type EarningRuleKind = EarningRule["kind"];

// ---- the life of points --------------------------------------------------------------------------------------------

/** Until when points can be spent, counted from the day they were earned. */
export type Expiry =
  | { readonly kind: "none" }
  /** So many days later. */
  | { readonly kind: "days"; readonly days: number }
  /** The same day so many months later; a day past the month's end becomes its last day. */
  | { readonly kind: "months"; readonly months: number }
  /** The last day of the n-th month, the month of earning being the first. */
  | { readonly kind: "end-of-month"; readonly months: number }
  /** The last day of the n-th calendar year, the year of earning being the first. */
  | { readonly kind: "end-of-year"; readonly years: number }
  /** So many days or months (exactly one of them) after the last qualifying activity, for all points together. */
  | {
      readonly kind: "rolling";
      readonly days?: number;
      readonly months?: number;
      /** Whether an activity that earned nothing extends too. Default false. */
      readonly zeroPointsExtend?: boolean;
    };
export type ExpiryKind = Expiry["kind"];

/** Which points a redemption takes first; equals go by the date they were earned, then by the order of entry. */
export type Consumption = "earliest-expiry" | "first-in-first-out";

/**
 * What happens when an accrual is reversed whose points were spent already: the reversal is refused, the account owes
 * them and later earnings repay first, or other points are taken (and what they cannot cover is refused).
 */
export type NegativeBalance = "block" | "owe" | "take-other-lots";

/** What becomes of points that a reversed redemption gives back after they would have expired. */
export type ExpiredOnReversal = "reinstate" | "lost";

export interface QualificationTier {
  /** A tier of the plan. */
  readonly name: string;
  /** The least qualifying points, inclusive. */
  readonly from: number;
}

/** Points that count toward a tier, in a period of their own, whatever became of them since. */
export interface Qualification {
  readonly period: "calendar-year" | "rolling-12-months" | "anniversary-year";
  /** Best first. An account below the last has none of them. */
  readonly tiers?: readonly QualificationTier[];
}

// ---- the whole -----------------------------------------------------------------------------------------------------

export interface PointsPlanDocument extends Named {
  readonly $schema?: string;
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** What amounts are counted in, for people: `CNY`. */
  readonly currency?: string;
  /** The tiers an account may have, best first. */
  readonly tiers?: readonly string[];
  readonly quadrants?: readonly string[];
  /** The kinds of activity there are. Without the list, any text is one. */
  readonly activities?: readonly string[];
  /** In the order in which they fill the caps: later rules lose first. */
  readonly rules: readonly EarningRule[];
  readonly multipliers?: Multipliers;
  /** Caps of all rules together. */
  readonly caps?: PointsCaps;
  /** How many days after they were earned points can be spent. Default: at once. */
  readonly pending?: { readonly days: number };
  /** Default `{ "kind": "none" }`. */
  readonly expiry?: Expiry;
  /** Whether points can still be spent on the day they expire. Default `usable`. */
  readonly expiryDay?: "usable" | "expired";
  /** Default `earliest-expiry`. */
  readonly consumption?: Consumption;
  /** Default `block`. */
  readonly negativeBalance?: NegativeBalance;
  /** Default `lost`. */
  readonly expiredOnReversal?: ExpiredOnReversal;
  readonly qualification?: Qualification;
  /** What one point is worth in the currency; `liability` reads it. */
  readonly pointValue?: number;
}

declare const parsedPlan: unique symbol;

/**
 * A plan that was parsed: checked as a whole and frozen deep. It is the document itself, so it prints and travels as
 * JSON.
 */
export interface PointsPlan extends PointsPlanDocument {
  readonly [parsedPlan]: true;
}

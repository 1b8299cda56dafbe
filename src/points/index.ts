/** Virtual points: what activities earn, by a plan that is data. */

export type { Activity, ActivityLine } from "../schema/activity.ts";
export type { CardScores, EarnedSoFar, EarnOptions, Review, SpanCounts, Standing } from "../schema/earn-options.ts";
export type { Earning, EarningStatus, LineEarning, RuleEarning } from "../schema/earning.ts";
export type {
  CampaignMultiplier,
  CapSpan,
  Consumption,
  EarningRule,
  EarningRuleKind,
  ExpiredOnReversal,
  Expiry,
  ExpiryKind,
  ImprovementRule,
  LineChoice,
  LineMultiplier,
  LineMultipliers,
  LineSelector,
  Multiplier,
  MultiplierKind,
  MultiplierStacking,
  Multipliers,
  NegativeBalance,
  PerAmountRule,
  PerEventRule,
  PerProductRule,
  PerScoreRule,
  PointsCaps,
  PointsPlan,
  PointsPlanDocument,
  QuadrantMultiplier,
  Qualification,
  QualificationTier,
  StreakRule,
  TierMultiplier,
} from "../schema/points-plan-document.ts";
export type { EarnOutcome } from "./earn.ts";
export { earn, safeEarn } from "./earn.ts";
export { earnedSoFar } from "./earned-so-far.ts";
export type { PlanOutcome } from "./parse-points-plan.ts";
export { parsePointsPlan, safeParsePointsPlan } from "./parse-points-plan.ts";

/** Virtual points: what activities earn, by a plan that is data. */

export type { Activity, ActivityLine } from "../schema/activity.ts";
export type { CardScores, EarnedSoFar, EarnOptions, Review, SpanCounts, Standing } from "../schema/earn-options.ts";
export type { Earning, EarningStatus, LineEarning, RuleEarning } from "../schema/earning.ts";
export type {
  AccrueEntry,
  AdjustEntry,
  EntryKind,
  Ledger,
  LedgerEntry,
  LotTerms,
  Posted,
  RedeemEntry,
  Refusal,
  RefusalReason,
  ReverseAccrualEntry,
  ReverseRedemptionEntry,
  TransferEntry,
} from "../schema/points-ledger.ts";
export type { ClosedPeriod, Closing, Liability, LiabilityOptions, PointsContract } from "../schema/points-liability.ts";
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

export type {
  Expiring,
  LotStatement,
  Movement,
  MovementKind,
  SourceBalance,
  Statement,
  StatementOptions,
  StatementTotals,
} from "../schema/points-statement.ts";
export type { Accrual } from "./accrue.ts";
export { accrue } from "./accrue.ts";
export type { Adjustment } from "./adjust.ts";
export { adjust } from "./adjust.ts";
export type { EarnOutcome } from "./earn.ts";
export { earn, safeEarn } from "./earn.ts";
export { earnedSoFar } from "./earned-so-far.ts";
export { emptyLedger } from "./empty-ledger.ts";
export { liability } from "./liability.ts";

export type { PlanOutcome } from "./parse-points-plan.ts";
export { parsePointsPlan, safeParsePointsPlan } from "./parse-points-plan.ts";
export type { PostOutcome } from "./post.ts";
export { post, safePost } from "./post.ts";
export type { QualificationOptions, QualificationStatement } from "./qualification.ts";
export { qualification } from "./qualification.ts";
export type { RedemptionOrder } from "./redeem.ts";
export { redeem } from "./redeem.ts";
export type { Reversal } from "./reverse.ts";
export { reverse } from "./reverse.ts";
export { statement } from "./statement.ts";
export type { TransferOrder, Transferred } from "./transfer.ts";
export { transfer } from "./transfer.ts";

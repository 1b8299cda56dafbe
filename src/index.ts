export { GuanxiError } from "./core/guanxi-error.ts";
export type { Fact, Issue, IssueCode, Outcome, Path } from "./core/issue.ts";
export type { Language } from "./core/language.ts";
export { type DescribeOptions, describeIssue } from "./core/wording.ts";
export type { Baseline, BaselineName } from "./explain/baseline.ts";
export { type ExplainOptions, explain } from "./explain/explain.ts";
export type {
  BonusPart,
  Cause,
  DimensionPart,
  Explanation,
  GatePart,
  GroupPart,
  IndicatorPart,
  NodePart,
  RankedPart,
  Ranking,
  Reason,
  TotalPart,
} from "./explain/explanation.ts";
export type { DefinedModel } from "./model/define-model.ts";
export { defineModel } from "./model/define-model.ts";
export type { ParseOutcome } from "./model/parse-model.ts";
export { parseModel, safeParseModel } from "./model/parse-model.ts";
export type { ModelPatch } from "./model/with-model.ts";
export { withModel } from "./model/with-model.ts";
export type { CellSpelling } from "./record/cell-spelling.ts";
export type { AccountOutcome, TextRow } from "./record/read-account.ts";
export { readAccount } from "./record/read-account.ts";
export type {
  Band,
  BandsCurve,
  BonusGroup,
  BonusRule,
  BooleanField,
  Branch,
  Caps,
  Case,
  CategoryField,
  ChangeMeasure,
  Combine,
  Condition,
  Curve,
  CurveKind,
  DateField,
  DaysSinceMeasure,
  DifferenceMeasure,
  Dimension,
  Field,
  FieldKind,
  FlagCurve,
  Gate,
  Hold,
  Indicator,
  IndicatorGroup,
  IndicatorNode,
  InputTest,
  LinearCurve,
  LookupCurve,
  Measure,
  MeasureKind,
  Missing,
  MissingKind,
  Model,
  ModelDocument,
  MonthsSinceMeasure,
  Named,
  NumberField,
  Operator,
  Operators,
  Parsed,
  Quadrant,
  QuadrantCell,
  RatioMeasure,
  Rounding,
  Rung,
  ScoreTest,
  Side,
  Stacking,
  SumMeasure,
  Text,
  Tier,
  Titled,
} from "./schema/model-document.ts";
export type { PreviousRating, ScoreOptions, TierOverride } from "./schema/options.ts";
export type {
  AccountOf,
  BonusCard,
  BonusStatus,
  CellName,
  DimensionCard,
  GateCard,
  GateStatus,
  GroupCard,
  HeldBy,
  IndicatorCard,
  NodeCard,
  NodeCards,
  NodeState,
  PreviousCard,
  QuadrantCard,
  RungName,
  Scorecard,
  Sides,
  Status,
  TierCard,
} from "./schema/scorecard.ts";
export { classifyQuadrant, classifyTier } from "./score/classify-scores.ts";
export type { ScoreOutcome, Scorer } from "./score/compile-scorer.ts";
export { compileScorer } from "./score/compile-scorer.ts";
export type { ScoreAllOptions, ScoredAll } from "./score/score.ts";
export { safeScore, score, scoreAll } from "./score/score.ts";

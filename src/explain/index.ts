/** Why a score is what it is, what would change it, and why it changed. */
export type { Baseline, BaselineName } from "./baseline.ts";
export { type CompareOptions, compareCards } from "./compare/compare-cards.ts";
export type {
  CausedChange,
  ChangeCause,
  ChangeCauseKind,
  ComparedCard,
  Comparison,
  ScoreChange,
} from "./compare/comparison.ts";
export { type ExplainOptions, explain } from "./explain.ts";
export type {
  BonusPart,
  Cause,
  CauseKind,
  DimensionPart,
  Explanation,
  GatePart,
  GroupPart,
  IndicatorPart,
  InputPart,
  NodePart,
  RankedPart,
  Ranking,
  Reason,
  TotalPart,
} from "./explanation.ts";
export type { ReasonTexts } from "./find-reasons.ts";
export type {
  FieldChange,
  JointChange,
  PartOfChange,
  ReachingChange,
  Standing,
  UndecidedChange,
  UnreachableChange,
} from "./least/change.ts";
export type { Effort } from "./least/effort.ts";
export type { Goal, GoalKind } from "./least/goal.ts";
export { type LeastChanges, leastChanges } from "./least/least-changes.ts";
export type { LeastChangesOptions } from "./least/least-changes-options.ts";
export type { WordingOptions } from "./texts.ts";
export type { TextKey, Texts } from "./texts-en.ts";

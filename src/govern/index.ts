export { fingerprint } from "../fingerprint/fingerprint.ts";
export { modelJsonSchema } from "../schema/json-schema.ts";
export { applyChanges } from "./apply-changes.ts";
export type { Change, ChangeKind, ModelDiff, ModelName, OtherKind, ScoringKind } from "./change.ts";
export type { OtherwiseChange, PointsChange, SpanChange, ValueChange } from "./curve-difference.ts";
export { type DescribeChangeOptions, describeChange } from "./describe-change.ts";
export { type DescribeFindingOptions, describeCure, describeFinding } from "./describe-finding.ts";
export { diffModels } from "./diff-models.ts";
export type { LintCode, LintFinding, Severity } from "./lint-finding.ts";
export { lintModel } from "./lint-model.ts";
export type { LintOptions } from "./lint-options.ts";
export type { HeadCount, Migration, SimulatedClass } from "./migration.ts";
export type { InForceOutcome } from "./model-in-force.ts";
export { checkSuccession, modelInForce, safeModelInForce } from "./model-in-force.ts";
export { type PassedLimit, passedLimits, type SimulationLimits } from "./passed-limits.ts";
export { type JsonSchema, type RecordSchema, type RecordSchemaOptions, recordSchema } from "./record-schema.ts";
export type { ScoreShift } from "./score-shift.ts";
export { type SensitivityOptions, sensitivity, type WeightReach, type WeightSensitivity } from "./sensitivity.ts";
export { type Simulator, simulateChange, startSimulation } from "./simulate-change.ts";
export type {
  Mover,
  RejectedAccount,
  SimulatedRating,
  SimulatedStep,
  Simulation,
  SimulationOptions,
} from "./simulation.ts";

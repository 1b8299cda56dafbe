export type { OutputValue } from "./compile-outputs.ts";
export type { FromPmmlOptions, PmmlReading } from "./from-pmml.ts";
export { fromPmml, safeFromPmml } from "./from-pmml.ts";
export type { PmmlAgreement } from "./held-back.ts";
export type {
  PmmlApply,
  PmmlAttribute,
  PmmlCharacteristic,
  PmmlCompoundPredicate,
  PmmlConstant,
  PmmlDataType,
  PmmlDerivedField,
  PmmlDiscretize,
  PmmlExpression,
  PmmlExpressionKind,
  PmmlField,
  PmmlFieldRef,
  PmmlInterval,
  PmmlMapValues,
  PmmlNormContinuous,
  PmmlNumber,
  PmmlOptype,
  PmmlOutput,
  PmmlOutputKind,
  PmmlPredicate,
  PmmlPredicateKind,
  PmmlScorecard,
  PmmlSetPredicate,
  PmmlSimplePredicate,
  PmmlTarget,
  PmmlValue,
} from "./pmml-scorecard.ts";
export type { PmmlPartialScore, PmmlReason, PmmlScore } from "./score-pmml.ts";
export { safeScorePmml, scorePmml } from "./score-pmml.ts";
export type { PmmlDocument } from "./to-pmml.ts";
export { toPmml } from "./to-pmml.ts";

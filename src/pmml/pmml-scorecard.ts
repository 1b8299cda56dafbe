/**
 * A PMML Scorecard as plain data. Words that PMML has are PMML's own (`partialScore`, `lessOrEqual`,
 * `invalidValueTreatment`); lists keep the order of the document.
 */

/** A decimal: a number where its shortest text is the decimal, else decimal text. */
export type PmmlNumber = number | string;
/** A value of a field: by its data type a number, a text, or true and false. */
export type PmmlValue = PmmlNumber | boolean;

/** What a field holds. `date` is text `YYYY-MM-DD`. */
export type PmmlDataType = "integer" | "number" | "string" | "boolean" | "date";
export type PmmlOptype = "categorical" | "ordinal" | "continuous";

/** A field of the record, with what its mining schema says of values that are missing, not valid or far out. */
export interface PmmlField {
  readonly name: string;
  readonly dataType: PmmlDataType;
  readonly optype: PmmlOptype;
  /** The valid values; `null` where any is. An ordinal field orders them. */
  readonly values: readonly PmmlValue[] | null;
  /** Values that say that there is none. */
  readonly missingValues: readonly PmmlValue[];
  readonly invalidValues: readonly PmmlValue[];
  /** The valid ranges; `null` where any number is valid. */
  readonly intervals: readonly PmmlInterval[] | null;
  readonly missingValueReplacement: PmmlValue | null;
  readonly missingValueTreatment: "asIs" | "returnInvalid";
  readonly invalidValueTreatment: "returnInvalid" | "asIs" | "asMissing" | "asValue";
  readonly invalidValueReplacement: PmmlValue | null;
  readonly outliers: "asIs" | "asMissingValues" | "asExtremeValues";
  readonly lowValue: PmmlNumber | null;
  readonly highValue: PmmlNumber | null;
}

/** A range of numbers; a margin that is `null` is open to infinity. */
export interface PmmlInterval {
  readonly closure: "openOpen" | "openClosed" | "closedOpen" | "closedClosed";
  readonly leftMargin: PmmlNumber | null;
  readonly rightMargin: PmmlNumber | null;
}

// ---- predicates ----------------------------------------------------------------------------------------------------

export interface PmmlSimplePredicate {
  readonly kind: "simple";
  readonly field: string;
  readonly operator:
    | "equal"
    | "notEqual"
    | "lessThan"
    | "lessOrEqual"
    | "greaterThan"
    | "greaterOrEqual"
    | "isMissing"
    | "isNotMissing";
  /** `null` for `isMissing` and `isNotMissing`. */
  readonly value: PmmlValue | null;
}

export interface PmmlSetPredicate {
  readonly kind: "set";
  readonly field: string;
  readonly operator: "isIn" | "isNotIn";
  readonly values: readonly PmmlValue[];
}

/** `surrogate` is the first of its predicates that is not unknown. */
export interface PmmlCompoundPredicate {
  readonly kind: "compound";
  readonly operator: "and" | "or" | "xor" | "surrogate";
  readonly predicates: readonly PmmlPredicate[];
}

/** A three-valued predicate: a test of a missing field is unknown, but for `isMissing` and `isNotMissing`. */
export type PmmlPredicate =
  | { readonly kind: "true" }
  | { readonly kind: "false" }
  | PmmlSimplePredicate
  | PmmlSetPredicate
  | PmmlCompoundPredicate;
export type PmmlPredicateKind = PmmlPredicate["kind"];

// ---- expressions ---------------------------------------------------------------------------------------------------

/** `null` is a missing value. */
export interface PmmlConstant {
  readonly kind: "constant";
  readonly dataType: PmmlDataType;
  readonly value: PmmlValue | null;
}

export interface PmmlFieldRef {
  readonly kind: "field";
  readonly field: string;
  readonly mapMissingTo: PmmlConstant | null;
}

export interface PmmlApply {
  readonly kind: "apply";
  readonly function: string;
  readonly arguments: readonly PmmlExpression[];
  /** The result when an argument is missing. */
  readonly mapMissingTo: PmmlConstant | null;
  /** The result when the function's own is missing. */
  readonly defaultValue: PmmlConstant | null;
  /** What becomes of a result that there is none of, as of a division by zero. */
  readonly invalidValueTreatment: "returnInvalid" | "asIs" | "asMissing";
}

/** Straight lines through knots `[orig, norm]`. */
export interface PmmlNormContinuous {
  readonly kind: "norm-continuous";
  readonly field: string;
  readonly knots: readonly (readonly [orig: PmmlNumber, norm: PmmlNumber])[];
  readonly outliers: "asIs" | "asMissingValues" | "asExtremeValues";
  readonly mapMissingTo: PmmlConstant | null;
}

/** The value of the first bin that the field's lies in. */
export interface PmmlDiscretize {
  readonly kind: "discretize";
  readonly field: string;
  readonly bins: readonly { readonly interval: PmmlInterval; readonly value: PmmlConstant }[];
  readonly mapMissingTo: PmmlConstant | null;
  readonly defaultValue: PmmlConstant | null;
}

/** A table looked up by one or more fields. */
export interface PmmlMapValues {
  readonly kind: "map-values";
  readonly fields: readonly string[];
  /** A row's inputs stand in the order of `fields`. */
  readonly rows: readonly { readonly inputs: readonly PmmlConstant[]; readonly value: PmmlConstant }[];
  readonly mapMissingTo: PmmlConstant | null;
  readonly defaultValue: PmmlConstant | null;
}

export type PmmlExpression =
  | PmmlConstant
  | PmmlFieldRef
  | PmmlApply
  | PmmlNormContinuous
  | PmmlDiscretize
  | PmmlMapValues;
export type PmmlExpressionKind = PmmlExpression["kind"];

/** A field that is computed from others. */
export interface PmmlDerivedField {
  readonly name: string;
  readonly dataType: PmmlDataType;
  readonly optype: PmmlOptype;
  /** The listed values; an ordinal field orders them. */
  readonly values: readonly PmmlValue[] | null;
  readonly expression: PmmlExpression;
}

// ---- the scorecard -------------------------------------------------------------------------------------------------

export interface PmmlAttribute {
  readonly predicate: PmmlPredicate;
  /** Points, or how they are computed (PMML's `ComplexPartialScore`). */
  readonly partialScore: PmmlNumber | PmmlExpression;
  /** The attribute's own reason code, or else its characteristic's. */
  readonly reasonCode: string | null;
}

export interface PmmlCharacteristic {
  readonly name: string | null;
  readonly reasonCode: string | null;
  /** What a partial score is compared with to rank reasons; `null` where there are no reason codes. */
  readonly baselineScore: PmmlNumber | null;
  /** The first that holds gives the partial score. */
  readonly attributes: readonly PmmlAttribute[];
}

/** What is done to the sum of partial scores, in this order: clamp, rescale, round. */
export interface PmmlTarget {
  readonly min: PmmlNumber | null;
  readonly max: PmmlNumber | null;
  readonly rescaleFactor: PmmlNumber;
  readonly rescaleConstant: PmmlNumber;
  readonly castInteger: "round" | "ceiling" | "floor" | null;
}

export type PmmlOutput =
  | { readonly name: string; readonly kind: "predictedValue" }
  | { readonly name: string; readonly kind: "reasonCode"; readonly rank: number }
  | { readonly name: string; readonly kind: "transformedValue"; readonly expression: PmmlExpression };
export type PmmlOutputKind = PmmlOutput["kind"];

/** A scorecard that `fromPmml` read and `scorePmml` runs. */
export interface PmmlScorecard {
  /** The version of PMML it was written in. */
  readonly version: string;
  readonly modelName: string | null;
  readonly fields: readonly PmmlField[];
  readonly derivedFields: readonly PmmlDerivedField[];
  readonly initialScore: PmmlNumber;
  readonly useReasonCodes: boolean;
  readonly reasonCodeAlgorithm: "pointsAbove" | "pointsBelow";
  /** How the baselines were found: PMML carries it, and nothing is computed from it. */
  readonly baselineMethod: string;
  readonly characteristics: readonly PmmlCharacteristic[];
  readonly target: PmmlTarget | null;
  readonly outputs: readonly PmmlOutput[];
}

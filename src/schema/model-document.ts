/**
 * The model document: everything that decides a score, as one JSON value.
 *
 * These interfaces are the public types; `model-shape.ts` holds the schemas that are checked against them.
 */

/** Text, or texts by language tag (`{ "en": "Revenue", "zh-CN": "收入" }`). */
export type Text = string | { readonly [language: string]: string };

/** Words about a thing. None of them changes a score. */
export interface Titled {
  readonly title?: Text;
  readonly note?: string;
}

/** What every named thing may carry beside its meaning (but for the quadrant and its cells, whose `x` is an axis). */
export interface Named extends Titled {
  /** A free object of the user's own. */
  readonly x?: { readonly [key: string]: unknown };
}

/** How an exact result becomes a published one: half away from zero, toward −∞, toward +∞. */
export type Rounding = "half-away" | "floor" | "ceiling";

// ---- fields and measures -------------------------------------------------------------------------------------------

export interface NumberField extends Named {
  readonly kind: "number";
  readonly unit?: string;
  /** Decimals of the published value, 0 to 15. Default 6. */
  readonly places?: number;
  /** Least and greatest published value, inclusive. */
  readonly min?: number;
  readonly max?: number;
  readonly changeable?: boolean;
}

export interface CategoryField extends Named {
  readonly kind: "category";
  /** The closed list; without it any text is accepted. */
  readonly values?: readonly string[];
  readonly changeable?: boolean;
}

export interface DateField extends Named {
  readonly kind: "date";
  readonly changeable?: boolean;
}

export interface BooleanField extends Named {
  readonly kind: "boolean";
  readonly changeable?: boolean;
}

export type Field = NumberField | CategoryField | DateField | BooleanField;
export type FieldKind = Field["kind"];

interface Rounded {
  /** Decimals of the published measure, 0 to 15. Default 4. */
  readonly places?: number;
  /** Default `half-away`. */
  readonly rounding?: Rounding;
}

/** `of` ÷ `to`; missing when `to` is zero. */
export interface RatioMeasure extends Named, Rounded {
  readonly kind: "ratio";
  readonly of: string;
  readonly to: string;
}

/** (`to` − `from`) ÷ `from`; missing when `from` is zero. */
export interface ChangeMeasure extends Named, Rounded {
  readonly kind: "change";
  readonly from: string;
  readonly to: string;
}

/** `of` − `minus`. */
export interface DifferenceMeasure extends Named, Rounded {
  readonly kind: "difference";
  readonly of: string;
  readonly minus: string;
}

/** The sum of the fields listed. */
export interface SumMeasure extends Named, Rounded {
  readonly kind: "sum";
  readonly of: readonly string[];
}

/** Days from the date to `asOf`, negative if the date lies ahead. */
export interface DaysSinceMeasure extends Named {
  readonly kind: "days-since";
  readonly field: string;
}

/** The largest n with date + n months ≤ `asOf`; a day past the month's end becomes its last day. */
export interface MonthsSinceMeasure extends Named {
  readonly kind: "months-since";
  readonly field: string;
}

export type Measure =
  | RatioMeasure
  | ChangeMeasure
  | DifferenceMeasure
  | SumMeasure
  | DaysSinceMeasure
  | MonthsSinceMeasure;
export type MeasureKind = Measure["kind"];

// ---- conditions ----------------------------------------------------------------------------------------------------

/** The operators of a test; exactly one of them stands beside `input` or `score`. */
export interface Operators {
  readonly eq?: number | string | boolean;
  readonly ne?: number | string | boolean;
  readonly lt?: number | string;
  readonly lte?: number | string;
  readonly gt?: number | string;
  readonly gte?: number | string;
  readonly in?: readonly (number | string)[];
  readonly notIn?: readonly (number | string)[];
  /** Inclusive at both ends. */
  readonly between?: readonly [number, number] | readonly [string, string];
  readonly exists?: boolean;
}
export type Operator = keyof Operators;

/** A test of a field or measure. */
export interface InputTest extends Operators {
  readonly input: string;
}

/** A test of a dimension's score or of the total; in gates only. */
export interface ScoreTest extends Operators {
  readonly score: string;
}

/**
 * A three-valued condition (Kleene): a test of something missing is unknown; `all` with a false is false, `any` with a
 * true is true, `not` unknown is unknown; `exists` is never unknown.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | InputTest
  | ScoreTest;

// ---- curves and indicators -----------------------------------------------------------------------------------------

/** A band holds from its bound up to the next band's; the first has no bound, the others exactly one. */
export interface Band {
  /** Inclusive lower bound. */
  readonly from?: number;
  /** Exclusive lower bound. */
  readonly above?: number;
  readonly points: number;
}

export interface BandsCurve {
  readonly kind: "bands";
  readonly bands: readonly Band[];
}

/** Straight lines between knots `[input, points]`, flat beyond the first and last. */
export interface LinearCurve {
  readonly kind: "linear";
  readonly knots: readonly (readonly [input: number, points: number])[];
}

export interface LookupCurve {
  readonly kind: "lookup";
  readonly points: { readonly [value: string]: number };
  /** Points of a value that is not listed. */
  readonly otherwise?: number;
}

export interface FlagCurve {
  readonly kind: "flag";
  readonly points: { readonly true: number; readonly false: number };
}

export type Curve = BandsCurve | LinearCurve | LookupCurve | FlagCurve;
export type CurveKind = Curve["kind"];

/** What a missing input means: refuse the account, leave the indicator out, or answer it with points. */
export type Missing =
  | { readonly kind: "reject" }
  | { readonly kind: "exclude" }
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "worst" }
  | { readonly kind: "best" };
export type MissingKind = Missing["kind"];

export interface Indicator extends Named {
  /** A field or a measure. */
  readonly input: string;
  /** Under a mean: siblings' weights sum to 1 or to 100; 0 means monitoring only. */
  readonly weight?: number;
  readonly curve: Curve;
  /** Default `{ "kind": "reject" }`. */
  readonly missing?: Missing;
  readonly monotone?: "rising" | "falling";
  /** False: not applicable, as if the indicator were not there. */
  readonly appliesWhen?: Condition;
  /** The reason code that explanations use. */
  readonly reason?: string;
}

/** How children become one number. `sum` and `product` are for additive and multiplicative point systems. */
export type Combine = "mean" | "sum" | "product" | "min" | "max";

/** What a dimension and a group have in common. */
export interface Branch extends Named {
  readonly weight?: number;
  /** Default `mean`. */
  readonly combine?: Combine;
  /** Where a `sum` starts. Default 0. */
  readonly start?: number;
  readonly indicators: { readonly [id: string]: IndicatorNode };
}

export interface IndicatorGroup extends Branch {
  readonly appliesWhen?: Condition;
  readonly reason?: string;
}

export type IndicatorNode = Indicator | IndicatorGroup;

/** How much bonuses and deductions may move a score. */
export interface Caps {
  readonly bonusCap?: number;
  readonly deductionCap?: number;
}

export interface Dimension extends Branch, Caps {
  /** Dimensions' weights sum to 1 or to 100. */
  readonly weight: number;
}

// ---- bonuses -------------------------------------------------------------------------------------------------------

/** Which fired rules of a group count: all, the one of largest magnitude, or the first listed. */
export type Stacking = "sum" | "max" | "first";

export interface BonusGroup extends Named {
  /** Default `sum`. */
  readonly stacking?: Stacking;
  readonly cap?: number;
}

export interface BonusRule extends Named {
  readonly id: string;
  /** A dimension, or `"total"`. */
  readonly to: string;
  /** Points added; negative is a deduction. Either this or `factor`. */
  readonly points?: number;
  /** Adds base × (factor − 1). */
  readonly factor?: number;
  readonly group?: string;
  readonly when?: Condition;
  /** In force from this day … */
  readonly from?: string;
  /** … until this day, both inclusive. */
  readonly until?: string;
  readonly reason?: string;
}

// ---- classification ------------------------------------------------------------------------------------------------

export type Side = "high" | "low";

export interface QuadrantCell extends Titled {
  readonly name: string;
  readonly x: Side;
  readonly y: Side;
}

export interface Quadrant extends Titled {
  /** A dimension, or `"total"`. */
  readonly x: string;
  readonly y: string;
  /** At or above the cut is high. */
  readonly cut: { readonly x: number; readonly y: number };
  /** An axis keeps its previous side while |score − cut| is below this. Default 0. */
  readonly deadBand?: number;
  readonly cells: readonly QuadrantCell[];
}

export interface Rung extends Named {
  readonly name: string;
  /** Inclusive; the last rung has none. */
  readonly from?: number;
  /** Names this rung had in earlier versions. */
  readonly formerly?: readonly string[];
}

export interface Hold {
  /** A fallen score keeps its rung while it is at least `from` − margin. */
  readonly margin?: number;
  /** The most rungs one rating may fall. */
  readonly maxStepsDown?: number;
  /** A rung is kept this many months from when it was earned. */
  readonly validMonths?: number;
}

export interface Tier extends Named {
  /** A dimension, or `"total"`. */
  readonly on: string;
  /** Best first. */
  readonly rungs: readonly Rung[];
  readonly hold?: Hold;
}

/** Exactly one of `tierAtLeast`, `tierAtMost` and `disqualify`. */
export interface Gate extends Named {
  readonly id: string;
  readonly when: Condition;
  readonly tierAtLeast?: string;
  readonly tierAtMost?: string;
  readonly disqualify?: true;
  readonly reason?: string;
}

// ---- the whole -----------------------------------------------------------------------------------------------------

/** A worked example that the model must reproduce; `guanxi validate` runs it. */
export interface Case extends Named {
  readonly id: string;
  readonly asOf?: string;
  readonly account: { readonly [field: string]: unknown };
  readonly previous?: {
    readonly tier?: string | null;
    readonly validUntil?: string | null;
    readonly sides?: { readonly x?: Side | null; readonly y?: Side | null } | null;
  };
  readonly override?: { readonly tier: string; readonly reason: string; readonly until?: string };
  /** Cells of the flat row: `status`, a dimension's id, `total`, `coverage`, `quadrant`, `tier`, `tierEarned` … */
  readonly expect: { readonly [column: string]: number | string | null };
}

export interface ModelDocument extends Named {
  readonly $schema?: string;
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The days it is meant for; read by `modelInForce` only. */
  readonly effective?: { readonly from?: string; readonly until?: string };
  /** Default [0, 100]. */
  readonly range?: readonly [number, number];
  /** Decimals of points (default 4) and of scores (default 2). */
  readonly places?: { readonly points?: number; readonly score?: number };
  readonly fields: { readonly [id: string]: Field };
  readonly measures?: { readonly [id: string]: Measure };
  readonly dimensions: { readonly [id: string]: Dimension };
  readonly bonusGroups?: { readonly [id: string]: BonusGroup };
  readonly bonuses?: readonly BonusRule[];
  /** Caps of the bonuses that go to the total. */
  readonly total?: Caps;
  readonly quadrant?: Quadrant;
  readonly tier?: Tier;
  readonly gates?: readonly Gate[];
  /** Least published coverage of a scored card, 0 to 1. Default 0. */
  readonly minimumCoverage?: number;
  readonly cases?: readonly Case[];
}

declare const parsed: unique symbol;

/** What parsing adds to a document. */
export interface Parsed {
  /** `sha256:` and 64 hexadecimal digits over the scoring content. */
  readonly fingerprint: string;
  readonly [parsed]: true;
}

/**
 * A model that was parsed: checked as a whole and frozen deep. It is the document itself, so it prints and travels as
 * JSON; `fingerprint` is not part of that JSON.
 */
export interface Model extends ModelDocument, Parsed {}

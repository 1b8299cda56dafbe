// The model document as the reference reads it: already known to be well-formed, so only its shape matters here.

export type Day = string;

export type Field =
  | { kind: "number"; unit?: string; places?: number; min?: number; max?: number }
  | { kind: "category"; values?: string[]; changeable?: boolean }
  | { kind: "boolean" }
  | { kind: "date" };

export type Rounding = "half-away" | "floor" | "ceiling";
interface Rounded {
  places?: number;
  rounding?: Rounding;
}
export type Measure =
  | ({ kind: "ratio"; of: string; to: string } & Rounded)
  | ({ kind: "change"; from: string; to: string } & Rounded)
  | ({ kind: "difference"; of: string; minus: string } & Rounded)
  | ({ kind: "sum"; of: string[] } & Rounded)
  | { kind: "days-since"; field: string }
  | { kind: "months-since"; field: string };

export type Constant = number | string | boolean;
export type Operator = "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "in" | "notIn" | "between" | "exists";
export type Test = ({ input: string } | { score: string }) & {
  [K in Operator]?: Constant | Constant[];
};
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Test;

export interface Band {
  from?: number;
  above?: number;
  points: number;
}
export type Curve =
  | { kind: "bands"; bands: Band[] }
  | { kind: "linear"; knots: [number, number][] }
  | { kind: "lookup"; points: Record<string, number>; otherwise?: number }
  | { kind: "flag"; points: { true: number; false: number } };

export type Missing = { kind: "reject" | "exclude" | "worst" | "best" } | { kind: "points"; points: number };

export type Combine = "mean" | "sum" | "product" | "min" | "max";

export interface Indicator {
  input: string;
  weight?: number;
  curve: Curve;
  missing?: Missing;
  appliesWhen?: Condition;
  monotone?: "rising" | "falling";
  reason?: string;
  title?: string | Record<string, string>;
}
export interface Parent {
  combine?: Combine;
  start?: number;
  indicators: Record<string, Indicator | Group>;
}
export interface Group extends Parent {
  weight?: number;
  appliesWhen?: Condition;
  title?: string | Record<string, string>;
}
export interface Dimension extends Parent {
  weight: number;
  bonusCap?: number;
  deductionCap?: number;
}

export type Stacking = "sum" | "max" | "first";
export interface BonusGroup {
  stacking?: Stacking;
  cap?: number;
}
export interface Bonus {
  id: string;
  to: string;
  points?: number;
  factor?: number;
  group?: string;
  when?: Condition;
  from?: Day;
  until?: Day;
}

export type Side = "high" | "low";
export interface Quadrant {
  x: string;
  y: string;
  cut: { x: number; y: number };
  deadBand?: number;
  cells: { name: string; x: Side; y: Side }[];
}
export interface Rung {
  name: string;
  from?: number;
  formerly?: string[];
}
export interface Tier {
  on: string;
  rungs: Rung[];
  hold?: { margin?: number; maxStepsDown?: number; validMonths?: number };
}
export interface Gate {
  id: string;
  when: Condition;
  tierAtLeast?: string;
  tierAtMost?: string;
  disqualify?: true;
}

export interface ModelDocument {
  format: 1;
  id: string;
  version: string;
  title?: string | Record<string, string>;
  note?: string;
  effective?: { from?: Day; until?: Day };
  range?: [number, number];
  places?: { points?: number; score?: number };
  fields: Record<string, Field>;
  measures?: Record<string, Measure>;
  dimensions: Record<string, Dimension>;
  bonusGroups?: Record<string, BonusGroup>;
  bonuses?: Bonus[];
  total?: { bonusCap?: number; deductionCap?: number };
  quadrant?: Quadrant;
  tier?: Tier;
  gates?: Gate[];
  minimumCoverage?: number;
}

export interface Previous {
  tier?: string | null;
  validUntil?: Day | null;
  sides?: { x?: Side | null; y?: Side | null } | null;
}
export interface Override {
  tier: string;
  reason: string;
  until?: Day | null;
}
export interface ScoreOptions {
  asOf?: Day | null;
  previous?: Previous | null;
  override?: Override | null;
}

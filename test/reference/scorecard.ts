import type { Side } from "./document.ts";

// The scorecard of DESIGN §4.2, without the fingerprint: plain JSON, null where there is none.

export type PlainValue = number | string | boolean | null;
export type State = "answered" | "missing" | "not-applicable";
export interface IndicatorCard {
  input: PlainValue;
  points: number | null;
  state: State;
  share: number | null;
  contribution: number | null;
}
export interface GroupCard {
  points: number | null;
  state: State;
  share: number | null;
  contribution: number | null;
  rounding: number | null;
  indicators: Record<string, NodeCard>;
}
export type NodeCard = IndicatorCard | GroupCard;
export interface DimensionCard {
  score: number | null;
  base: number | null;
  coverage: number;
  rounding: number | null;
  indicators: Record<string, NodeCard>;
}
export type BonusStatus =
  | "applied"
  | "capped"
  | "superseded"
  | "not-in-force"
  | "condition-false"
  | "condition-unknown"
  | "no-score";
export interface BonusCard {
  id: string;
  to: string;
  status: BonusStatus;
  points: number;
}
export type GateStatus = "fired" | "not-fired" | "unknown";
export interface GateCard {
  id: string;
  status: GateStatus;
}
export interface Sides {
  x: Side | null;
  y: Side | null;
}
export interface QuadrantCard {
  name: string | null;
  sides: Sides;
  held: { x: boolean; y: boolean };
  distance: { x: number | null; y: number | null };
}
export interface OverrideCard {
  tier: string;
  reason: string;
  until: string | null;
  isInForce: boolean;
}
export interface TierCard {
  name: string | null;
  earned: string | null;
  validUntil: string | null;
  held: null | "validity" | "margin" | "step";
  override: OverrideCard | null;
  up: { name: string; needs: number } | null;
  down: { name: string; slack: number } | null;
}
export interface PreviousCard {
  tier: string | null;
  validUntil: string | null;
  sides: Sides;
}
export type Status = "scored" | "insufficient-data" | "disqualified";
export interface Scorecard {
  format: 1;
  model: { id: string; version: string };
  asOf: string | null;
  status: Status;
  previous: PreviousCard | null;
  inputs: Record<string, PlainValue>;
  measures: Record<string, PlainValue>;
  dimensions: Record<string, DimensionCard>;
  base: number | null;
  total: number | null;
  coverage: number;
  bonuses: BonusCard[];
  gates: GateCard[];
  quadrant: QuadrantCard | null;
  tier: TierCard | null;
}
export interface Issue {
  path: string;
  why: string;
}
export type ReferenceResult = { ok: true; card: Scorecard } | { ok: false; issues: Issue[] };

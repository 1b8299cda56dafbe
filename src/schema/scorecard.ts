import type {
  Dimension,
  Field,
  Indicator,
  IndicatorNode,
  ModelDocument,
  Quadrant,
  Side,
  Tier,
} from "./model-document.ts";

/**
 * The scorecard: what scoring one account answers. JSON-safe; `null` where there is nothing. The type parameter is the
 * type of the model, so a literal model names its own inputs, dimensions, cells and rungs.
 */

export type Status = "scored" | "insufficient-data" | "disqualified";
export type NodeState = "answered" | "missing" | "not-applicable";
export type BonusStatus =
  | "applied"
  | "capped"
  | "superseded"
  | "not-in-force"
  | "condition-false"
  | "condition-unknown"
  | "no-score";
export type GateStatus = "fired" | "not-fired" | "unknown";
export type HeldBy = "validity" | "margin" | "step";

export interface IndicatorCard {
  /** The published field or measure. */
  readonly input: number | string | boolean | null;
  readonly points: number | null;
  readonly state: NodeState;
  /** Part of the parent, published at 6 places; null under a product. */
  readonly share: number | null;
  /** share × points at `places.points`; null under a product. */
  readonly contribution: number | null;
}

export interface GroupCard<N = IndicatorNode> {
  readonly points: number | null;
  readonly state: NodeState;
  readonly share: number | null;
  readonly contribution: number | null;
  /** points − Σ contributions of the children; null under a product and without points. */
  readonly rounding: number | null;
  readonly indicators: NodeCards<N>;
}

export type NodeCards<B> = B extends { readonly indicators: infer I }
  ? { readonly [K in keyof I]: NodeCard<I[K]> }
  : never;

export type NodeCard<N> = [N] extends [Indicator]
  ? IndicatorCard
  : [N] extends [{ readonly indicators: object }]
    ? GroupCard<N>
    : IndicatorCard | GroupCard;

export interface DimensionCard<D = Dimension> {
  /** base + bonuses − deductions, clamped to the range. */
  readonly score: number | null;
  readonly base: number | null;
  /** Answered part of the applicable weight inside the dimension, 0 to 1. */
  readonly coverage: number;
  /** base − Σ contributions; null under a product and without a base. */
  readonly rounding: number | null;
  readonly indicators: NodeCards<D>;
}

export interface BonusCard<Id = string, To = string> {
  readonly id: Id;
  readonly to: To;
  readonly status: BonusStatus;
  /** What the rule adds after caps; negative for a deduction. */
  readonly points: number;
}

export interface GateCard<Id = string> {
  readonly id: Id;
  readonly status: GateStatus;
}

export interface Sides {
  readonly x: Side | null;
  readonly y: Side | null;
}

export interface QuadrantCard<Name = string> {
  readonly name: Name | null;
  readonly sides: Sides;
  /** Whether the dead band kept a side that the score alone would not give. */
  readonly held: { readonly x: boolean; readonly y: boolean };
  /** score − cut. */
  readonly distance: { readonly x: number | null; readonly y: number | null };
}

export interface TierCard<Name = string> {
  /** What gates and an override leave of `earned`. */
  readonly name: Name | null;
  /** What the score and `hold` give. */
  readonly earned: Name | null;
  readonly validUntil: string | null;
  readonly held: HeldBy | null;
  readonly override: {
    readonly tier: Name;
    readonly reason: string;
    readonly until: string | null;
    readonly isInForce: boolean;
  } | null;
  /** The rung above the earned one, and what the score lacks to reach it. */
  readonly up: { readonly name: Name; readonly needs: number } | null;
  /** The rung below, and what the score has above the earned rung's bound (negative while held). */
  readonly down: { readonly name: Name; readonly slack: number } | null;
}

export interface PreviousCard<Name = string> {
  readonly tier: Name | null;
  readonly validUntil: string | null;
  readonly sides: Sides;
}

type Keyed<T, Value> = { readonly [K in keyof T]: Value };
type Published<F> = F extends { readonly kind: "number" }
  ? number
  : F extends { readonly kind: "boolean" }
    ? boolean
    : F extends { readonly kind: "category"; readonly values: readonly (infer V)[] }
      ? V
      : F extends Field
        ? string
        : never;

export type CellName<M> = M extends { readonly quadrant: { readonly cells: readonly { readonly name: infer N }[] } }
  ? N
  : string;
export type RungName<M> = M extends { readonly tier: { readonly rungs: readonly { readonly name: infer N }[] } }
  ? N
  : string;
type IdIn<List> = List extends readonly { readonly id: infer Id }[] ? Id : string;
type TargetOf<M extends ModelDocument> = (keyof M["dimensions"] & string) | "total";

export interface Scorecard<M extends ModelDocument = ModelDocument> {
  readonly format: 1;
  readonly model: { readonly id: M["id"]; readonly version: M["version"]; readonly fingerprint: string };
  readonly asOf: string | null;
  readonly status: Status;
  readonly previous: PreviousCard<RungName<M>> | null;
  readonly inputs: { readonly [K in keyof M["fields"]]: Published<M["fields"][K]> | null };
  readonly measures: MeasuresOf<M>;
  readonly dimensions: { readonly [K in keyof M["dimensions"]]: DimensionCard<M["dimensions"][K]> };
  readonly base: number | null;
  readonly total: number | null;
  readonly coverage: number;
  readonly bonuses: readonly BonusCard<IdIn<M["bonuses"]>, TargetOf<M>>[];
  readonly gates: readonly GateCard<IdIn<M["gates"]>>[];
  readonly quadrant: QuadrantOf<M>;
  readonly tier: TierOf<M>;
}

type MeasuresOf<M> = M extends { readonly measures: infer T }
  ? Keyed<T, number | null>
  : "measures" extends keyof M
    ? Keyed<{ readonly [id: string]: unknown }, number | null>
    : Keyed<{ readonly [id in never]: unknown }, number | null>;
type QuadrantOf<M> = M extends { readonly quadrant: Quadrant }
  ? QuadrantCard<CellName<M>>
  : "quadrant" extends keyof M
    ? QuadrantCard | null
    : null;
type TierOf<M> = M extends { readonly tier: Tier }
  ? TierCard<RungName<M>>
  : "tier" extends keyof M
    ? TierCard | null
    : null;

/**
 * The record a model reads: a key for every field, null where the value is not known. Numbers may come as decimal text;
 * dates are `YYYY-MM-DD`.
 */
export type AccountOf<M extends ModelDocument> = {
  readonly [K in keyof M["fields"]]:
    | (M["fields"][K] extends { readonly kind: "number" } ? number | string : Published<M["fields"][K]>)
    | null
    | undefined;
};

import type { Combine, MissingKind } from "../schema/model-document.ts";
import type {
  BonusStatus,
  GateStatus,
  NodeState,
  QuadrantCard,
  Scorecard,
  Status,
  TierCard,
} from "../schema/scorecard.ts";

/**
 * The explanation of one card: JSON-safe, every number a decimal of at most 15 digits. At every level what stands below a
 * number adds up to it exactly, because the differences that rounding, caps and clamps make are lines of their own.
 */

/** The piece of a curve, or the rule about missing inputs, that gave an indicator its points. */
export type Cause =
  | {
      readonly kind: "band";
      /** Where the band begins and ends; null where it is open. */
      readonly low: number | null;
      readonly isLowIncluded: boolean;
      readonly high: number | null;
      readonly isHighIncluded: boolean;
    }
  | {
      readonly kind: "span";
      /** The two knots, `[input, points]`, that the input lies between. */
      readonly from: readonly [input: number, points: number];
      readonly to: readonly [input: number, points: number];
    }
  | {
      readonly kind: "beyond";
      /** At or beyond the first or the last knot, where the line is flat. */
      readonly side: "low" | "high";
      readonly knot: readonly [input: number, points: number];
    }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "otherwise"; readonly value: string }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "missing"; readonly answer: MissingKind }
  | { readonly kind: "not-applicable" };
export type CauseKind = Cause["kind"];

/** A field or measure as the card published it. */
export interface InputPart {
  readonly id: string;
  readonly title: string;
  readonly value: number | string | boolean | null;
  readonly unit: string | null;
}

export interface IndicatorPart {
  readonly kind: "indicator";
  /** The ids from the dimension down, joined by points. */
  readonly path: string;
  /** The declared reason, that of the nearest group above, or else the path. */
  readonly code: string;
  readonly title: string;
  readonly weight: number | null;
  readonly input: InputPart;
  readonly state: NodeState;
  readonly points: number | null;
  /** Part of the parent, as on the card; null under a product. */
  readonly share: number | null;
  readonly contribution: number | null;
  /** The most and the least points it could have. */
  readonly best: number;
  readonly worst: number;
  /** `best` − points; null without points. */
  readonly lost: number | null;
  readonly cause: Cause;
  /** The cause in words. */
  readonly because: string;
}

/** What a dimension and a group have in common: points = start + Σ contributions + clamp + rounding. */
interface CombinedPart {
  readonly combine: Combine;
  /** Where a sum starts; 0 elsewhere. */
  readonly start: number;
  /** What the range took off or put on; null without points and under a product. */
  readonly clamp: number | null;
  /** What rounding took off or put on; null without points and under a product. */
  readonly rounding: number | null;
  readonly parts: readonly NodePart[];
}

export interface GroupPart extends CombinedPart {
  readonly kind: "group";
  readonly path: string;
  readonly code: string;
  readonly title: string;
  readonly weight: number | null;
  readonly state: NodeState;
  readonly points: number | null;
  readonly share: number | null;
  readonly contribution: number | null;
}

export type NodePart = IndicatorPart | GroupPart;

export interface BonusPart {
  readonly id: string;
  /** `bonus:` and the id: no path of an indicator is like it. */
  readonly path: string;
  /** The declared reason, or else the path. */
  readonly code: string;
  readonly title: string;
  readonly status: BonusStatus;
  /** What the rule gives before stacking and caps; null if it did not fire. */
  readonly asked: number | null;
  /** What was added, as on the card: `asked` − what the caps took, or 0 where another rule took its place. */
  readonly points: number;
  readonly lostToGroupCap: number;
  readonly lostToCap: number;
}

/** A score made of a base: score = base + Σ points of bonuses + clamp. */
interface ScorePart {
  readonly score: number | null;
  readonly base: number | null;
  readonly bonuses: readonly BonusPart[];
  /** What the range took off or put on after bonuses; null without a score. */
  readonly scoreClamp: number | null;
}

export interface DimensionPart extends ScorePart, CombinedPart {
  readonly kind: "dimension";
  readonly path: string;
  readonly title: string;
  readonly weight: number;
  readonly coverage: number;
  /** Part of the base of the total, published at 6 places; 0 without a score or a weight. */
  readonly share: number;
  /** share × score. */
  readonly contribution: number;
}

/** base = Σ contributions of the dimensions + rounding. */
export interface TotalPart extends ScorePart {
  readonly kind: "total";
  readonly path: "total";
  readonly title: string;
  /** Null without a base. */
  readonly rounding: number | null;
  readonly parts: readonly DimensionPart[];
}

/** One of the parts that a score is the sum of. */
export interface RankedPart {
  readonly kind: "indicator" | "group" | "bonus" | "start" | "clamp";
  /** Of a start or a clamp: where it was. */
  readonly path: string;
  readonly title: string;
  /** Part of the score: the product of the shares down the path, rounded at 6 places at each step. */
  readonly share: number;
  readonly points: number;
  /** share × points. */
  readonly contribution: number;
  /** contribution ÷ score, published at 4 places; null where the score is 0. */
  readonly portion: number | null;
  /** share × what its best points would have added; null for what is no indicator or group. */
  readonly lost: number | null;
}

/** A flat list, greatest contribution first: the score = Σ contributions + rounding. */
export interface Ranking {
  readonly of: string;
  readonly score: number | null;
  readonly parts: readonly RankedPart[];
  /** Null without a score. */
  readonly rounding: number | null;
}

/** Why a score is not what the baseline would make it. */
export interface Reason {
  readonly kind: "indicator" | "group" | "bonus";
  readonly code: string;
  readonly path: string;
  readonly title: string;
  readonly points: number;
  /** The points it is compared with. */
  readonly baseline: number;
  /** share × (points − baseline): below 0 what it cost the score, above 0 what it brought. */
  readonly effect: number;
  readonly text: string;
}

export interface GatePart {
  readonly id: string;
  /** The declared reason, or else `gate:` and the id. */
  readonly code: string;
  readonly title: string;
  readonly status: GateStatus;
  readonly text: string;
}

export interface Explanation {
  readonly format: 1;
  readonly model: Scorecard["model"];
  readonly asOf: string | null;
  readonly status: Status;
  readonly total: TotalPart;
  readonly ranking: Ranking;
  /** The greatest effect first; equal ones in the order of the model. */
  readonly reasons: readonly Reason[];
  readonly gates: readonly GatePart[];
  readonly quadrant: QuadrantCard | null;
  readonly tier: TierCard | null;
}

import type { Issue } from "../core/issue.ts";
import type { PreviousRating, ScoreOptions } from "../schema/options.ts";
import type { Change, ModelName, ScoringKind } from "./change.ts";
import type { Migration, SimulatedClass } from "./migration.ts";
import type { ScoreShift } from "./score-shift.ts";

/** What a change of the model does to a portfolio. */
export interface Simulation {
  readonly from: ModelName;
  readonly to: ModelName;
  readonly accounts: number;
  /** By status alone. */
  readonly status: Migration;
  /** `null` where neither model has a ladder. */
  readonly tier: Migration | null;
  /** `null` where neither model has a quadrant. */
  readonly quadrant: Migration | null;
  /** `null` where no account has a total before and after. */
  readonly shift: ScoreShift | null;
  /** Accounts whose status, tier or quadrant is another. */
  readonly moved: number;
  /** The first of them, as many as were asked for. */
  readonly movers: readonly Mover[];
  /** The changes in the order they were made, each with the accounts it moved. */
  readonly steps: readonly SimulatedStep[];
  /** The first accounts that either model rejects, as many as movers. */
  readonly rejected: readonly RejectedAccount[];
}

/** Where one account is, by one model. */
export interface SimulatedRating {
  readonly status: SimulatedClass["status"];
  readonly total: number | null;
  readonly tier: string | null;
  readonly quadrant: string | null;
}

export interface Mover {
  readonly id: string;
  readonly from: SimulatedRating;
  readonly to: SimulatedRating;
  /** The steps that changed its status, tier or quadrant, in their order; a later one may undo an earlier one. */
  readonly causes: readonly { readonly step: number; readonly from: SimulatedRating; readonly to: SimulatedRating }[];
}

/** Changes that were made together, because only together they are a model. */
export interface SimulatedStep {
  readonly changes: readonly Change<ScoringKind>[];
  /** Accounts that are elsewhere in the end and that changed class at this step. */
  readonly moved: number;
}

export interface RejectedAccount {
  readonly id: string;
  /** Whether the model before or the one after rejects it; both, where both do. */
  readonly by: "from" | "to" | "both";
  readonly issues: readonly Issue[];
}

export interface SimulationOptions extends Pick<ScoreOptions, "asOf"> {
  /** The previous rating of an account, by its place in the list; both models read it. */
  readonly previous?: (index: number) => PreviousRating | null | undefined;
  /** What an account is called among the movers; its place in the list, from 0, if not told. */
  readonly idOf?: (index: number) => string;
  /** How many movers are listed. Default 100. */
  readonly mostMovers?: number;
}

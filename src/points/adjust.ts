import type { AdjustEntry, Ledger, Posted } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { postOne } from "./post-one.ts";

/** A correction; its kind goes without saying. */
export type Adjustment = Omit<AdjustEntry, "kind">;

/**
 * Posts a correction by hand: points above 0 come in, below 0 they are taken.
 *
 * @example
 * ```ts
 * const { ledger } = adjust(plan, emptyLedger(), { id: "goodwill-1", date: "2026-02-01", points: 50, note: "complaint" });
 * statement(plan, ledger, "2026-02-01").totals.adjusted; // 50
 * ```
 */
export function adjust(plan: PointsPlan, ledger: Ledger, adjustment: Adjustment): Posted {
  return postOne(plan, ledger, { ...adjustment, kind: "adjust" });
}

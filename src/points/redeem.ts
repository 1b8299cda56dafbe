import type { Ledger, Posted, RedeemEntry } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { postOne } from "./post-one.ts";

/** A redemption; its kind goes without saying. */
export type RedemptionOrder = Omit<RedeemEntry, "kind">;

/**
 * Posts spent points: all of them, or none where there are not so many.
 *
 * @example
 * ```ts
 * redeem(plan, emptyLedger(), { id: "gift-1", date: "2026-02-01", points: 30 }).refused;
 * // [{ id: "gift-1", reason: "not-enough", asked: 30, available: 0 }]
 * ```
 */
export function redeem(plan: PointsPlan, ledger: Ledger, redemption: RedemptionOrder): Posted {
  return postOne(plan, ledger, { ...redemption, kind: "redeem" });
}

import type { AccrueEntry, Ledger, Posted } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { postOne } from "./post-one.ts";

/** An accrual; its kind goes without saying. */
export type Accrual = Omit<AccrueEntry, "kind">;

/**
 * Posts earned points.
 *
 * @example
 * ```ts
 * const { ledger } = accrue(plan, emptyLedger(), { id: "bill-1", date: "2026-01-15", points: 100 });
 * ledger.entries.length; // 1
 * ```
 */
export function accrue(plan: PointsPlan, ledger: Ledger, accrual: Accrual): Posted {
  return postOne(plan, ledger, { ...accrual, kind: "accrue" });
}

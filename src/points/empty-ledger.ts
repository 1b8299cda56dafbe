import type { Ledger } from "../schema/points-ledger.ts";

/**
 * The ledger of an account to which nothing has happened yet.
 *
 * @example
 * ```ts
 * emptyLedger(); // { format: 1, entries: [] }
 * ```
 */
export function emptyLedger(): Ledger {
  return { format: 1, entries: [] };
}

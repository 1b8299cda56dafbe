import { GuanxiError } from "../core/guanxi-error.ts";
import type { Issue } from "../core/issue.ts";
import type { Ledger, LedgerEntry, Posted } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { termsOf } from "./account.ts";
import { openBook, readInto, withoutRefused, writeLedger } from "./open-book.ts";
import { refuseNew } from "./refuse-new.ts";
import { requirePlan } from "./require-plan.ts";

/** What was posted, or everything that is wrong with the ledger and the entries. */
export type PostOutcome = ({ readonly ok: true } & Posted) | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Posts entries to a ledger, in any order and as many at once as there are.
 *
 * Entries of one call arrive together. An entry that asks for more than there is on its day is refused; so is one that comes
 * late and would make a recorded entry impossible. Of new entries that cannot all be, those that come first in the order of
 * evaluation stay. An entry that is in the ledger already, with the same content, changes nothing.
 *
 * Cost: linear in the entries of the ledger, and once more for each late entry that is refused; where such entries do not
 * stand in a row, as often more as the logarithm of how many stand between them.
 *
 * @returns the next ledger, and what was refused; the given ledger is not touched
 * @throws GuanxiError with every issue of the entries, and of the ledger if it was not written here
 *
 * @example
 * ```ts
 * const { ledger, refused } = post(plan, emptyLedger(), [
 *   { id: "a", kind: "accrue", date: "2026-01-15", points: 100 },
 *   { id: "b", kind: "redeem", date: "2026-02-01", points: 30 },
 *   { id: "c", kind: "redeem", date: "2026-02-02", points: 80 },
 * ]);
 * statement(plan, ledger, "2026-02-28").balance; // 70
 * refused; // [{ id: "c", reason: "not-enough", asked: 80, available: 70 }]
 * ```
 */
export function post(plan: PointsPlan, ledger: Ledger, entries: readonly LedgerEntry[]): Posted {
  const outcome = safePost(plan, ledger, entries);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return { ledger: outcome.ledger, refused: outcome.refused };
}

/** As `post`, for a ledger and entries of unknown shape: `{ ok: false, issues }` instead of throwing. */
export function safePost(plan: PointsPlan, ledger: unknown, entries: unknown): PostOutcome {
  requirePlan(plan);
  const issues: Issue[] = [];
  const before = openBook(ledger, issues);
  if (before === null) return { ok: false, issues };
  const reading = readInto(before, entries, [], issues, REPEATS);
  if (reading === null) return { ok: false, issues };
  const { postings, refusals } = refuseNew(termsOf(plan), reading);
  const after = withoutRefused(reading, before, postings, refusals);
  const refused = refusals.size === 0 ? [] : reading.book.postings.flatMap((posting) => refusals.get(posting) ?? []);
  return { ok: true, ledger: writeLedger(after), refused };
}

const REPEATS = true;

import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import type { Ledger, Posted, ReverseAccrualEntry } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { openBook } from "./open-book.ts";
import { postOne } from "./post-one.ts";
import { findOn } from "./roll.ts";

/** A reversal; its kind is that of the entry it reverses. */
export type Reversal = Omit<ReverseAccrualEntry, "kind">;

/**
 * Posts the reversal of an accrual or a redemption, of all that earlier reversals left or of some of it.
 *
 * @example
 * ```ts
 * const earned = accrue(plan, emptyLedger(), { id: "bill-1", date: "2026-01-15", points: 100 });
 * const { ledger } = reverse(plan, earned.ledger, { id: "return-1", date: "2026-01-20", of: "bill-1", points: 40 });
 * statement(plan, ledger, "2026-01-31").balance; // 60
 * ```
 */
export function reverse(plan: PointsPlan, ledger: Ledger, reversal: Reversal): Posted {
  const issues: Issue[] = [];
  const book = openBook(ledger, issues);
  const of: unknown = reversal?.of;
  const target = book === null || typeof of !== "string" ? undefined : findOn(book.roll, of);
  if (issues.length > 0) throw new GuanxiError(issues);
  const kind = target === undefined ? undefined : KINDS[target.entry.kind as keyof typeof KINDS];
  if (kind === undefined) {
    const [code, found] =
      target === undefined
        ? (["ledger/unknown-entry", factOf(reversal?.of)] as const)
        : (["ledger/reversal-kind", target.entry.kind] as const);
    throw new GuanxiError([issue(code, ["of"], Object.keys(KINDS), found)]);
  }
  return postOne(plan, ledger, { ...reversal, kind });
}

/** By what each kind of entry is reversed; the others are undone by their opposite. */
const KINDS = { accrue: "reverse-accrual", redeem: "reverse-redemption" } as const;

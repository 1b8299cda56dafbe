import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { writeDate } from "../core/plain-date.ts";
import { MOST_POINTS } from "../schema/limits.ts";
import type { Ledger, Refusal, TransferEntry } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { termsOf } from "./account.ts";
import type { Book } from "./book.ts";
import { evaluate } from "./evaluate.ts";
import { lastUsableOf, type Take } from "./lot.ts";
import { openBook } from "./open-book.ts";
import { post } from "./post.ts";
import { postOne } from "./post-one.ts";
import { type Posting, sourceOf } from "./posting.ts";
import { readObject } from "./read-object.ts";
import { findOn } from "./roll.ts";
import { NEVER } from "./validity.ts";

/** Points that go from one account to another. */
export interface TransferOrder {
  /** The id of the entry that takes them; those that bring them are called this with `.1`, `.2` … after it. */
  readonly id: string;
  readonly date: string;
  readonly points: number;
  /** Only points of this source. */
  readonly source?: string;
  /** What the accounts are called in each other's ledger. */
  readonly from?: string;
  readonly to?: string;
  readonly note?: string;
}

export interface Transferred {
  readonly from: Ledger;
  readonly to: Ledger;
  /** Both ledgers are as they were if the points are not there, or come too late for the other one. */
  readonly refused: readonly Refusal[];
}

/**
 * Moves points between the ledgers of two accounts under one plan. They are taken as a redemption would take them, and keep
 * their source, the day they were earned and their last day; under rolling expiry they join those of the other account.
 *
 * What is brought stays as it was on the day of the call, whatever arrives later in the ledger they came from.
 *
 * @throws GuanxiError as `post`; then neither ledger changed
 *
 * @example
 * ```ts
 * const { ledger } = accrue(plan, emptyLedger(), { id: "bill-1", date: "2026-01-15", points: 100 });
 * const moved = transfer(plan, ledger, emptyLedger(), { id: "gift", date: "2026-02-01", points: 40 });
 * statement(plan, moved.from, "2026-02-01").balance; // 60
 * statement(plan, moved.to, "2026-02-01").lots[0]?.earned; // "2026-01-15"
 * ```
 */
export function transfer(plan: PointsPlan, from: Ledger, to: Ledger, order: TransferOrder): Transferred {
  checkOrder(order);
  const { id, date, points, source, note } = order;
  const base = { kind: "transfer", date, note } as const;
  const out = withoutGaps({ ...base, id, points: -points, counterparty: order.to, source });
  const { ledger, refused } = postOne(plan, from, out);
  if (refused.length > 0) return { from, to, refused };
  const entries = takesOf(plan, ledger, id).map(({ slice, points }, i) =>
    withoutGaps({
      ...base,
      id: `${id}.${i + 1}`,
      points,
      counterparty: order.from,
      earned: writeDate(slice.lot.posting.earned),
      source: sourceOf(slice.lot.posting),
      lastUsableDay: slice.pool === null ? dateOrNull(lastUsableOf(slice)) : undefined,
    }),
  );
  const brought = post(plan, to, entries);
  if (brought.refused.length > 0) return { from, to, refused: brought.refused };
  return { from: ledger, to: brought.ledger, refused };
}

const KEYS = ["id", "date", "points", "source", "from", "to", "note"];

/** What the entries could not tell from points that go the other way. */
function checkOrder(order: TransferOrder): void {
  const issues: Issue[] = [];
  const points = readObject({ issues }, order, [], KEYS) === null ? 1 : order.points;
  if (!Number.isInteger(points) || points < 1 || points > MOST_POINTS) {
    issues.push(issue("ledger/points", ["points"], [1, MOST_POINTS], factOf(points)));
  }
  if (issues.length > 0) throw new GuanxiError(issues);
}

type WithGaps<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Keys without a value mean nothing to an entry. */
function withoutGaps(entry: WithGaps<TransferEntry>): TransferEntry {
  return entry as TransferEntry;
}

function takesOf(plan: PointsPlan, ledger: Ledger, id: string): readonly Take[] {
  const issues: Issue[] = [];
  const book = openBook(ledger, issues) as Book;
  const out = findOn(book.roll, id) as Posting;
  return evaluate(termsOf(plan), book.postings, { remembered: out }).redemptions.get(out)?.takes ?? [];
}

function dateOrNull(day: number): string | null {
  return day === NEVER ? null : writeDate(day);
}

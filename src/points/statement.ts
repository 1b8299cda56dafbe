import { GuanxiError } from "../core/guanxi-error.ts";
import type { Issue } from "../core/issue.ts";
import type { Ledger } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import type { Movement, Statement, StatementOptions } from "../schema/points-statement.ts";
import { termsOf } from "./account.ts";
import { evaluate } from "./evaluate.ts";
import { holdingsOf } from "./holdings.ts";
import { lotStatement } from "./lot-statement.ts";
import { openBook } from "./open-book.ts";
import { readObject } from "./read-object.ts";
import { readCount, readDay } from "./read-options.ts";
import { requirePlan } from "./require-plan.ts";
import { sourcesOf } from "./sources.ts";

/**
 * What an account's points are at the end of a day, and how they came to be so. Entries of later days have not happened
 * yet. Cost: linear in the entries.
 *
 * @throws GuanxiError for a day that is none, a ledger that is none, and wrong options
 *
 * @example
 * ```ts
 * const { ledger } = accrue(plan, emptyLedger(), { id: "bill-1", date: "2026-01-15", points: 100 });
 * statement(plan, ledger, "2026-02-28").balance; // 100
 * ```
 */
export function statement(plan: PointsPlan, ledger: Ledger, asOf: string, options: StatementOptions = {}): Statement {
  requirePlan(plan);
  const issues: Issue[] = [];
  const day = readDay(asOf, "asOf", issues);
  const given = readObject({ issues }, options ?? {}, [], ["expiringWithin"]);
  const expiringWithin = readCount(given?.expiringWithin, ["expiringWithin"], MOST_DAYS, issues);
  const book = openBook(ledger, issues);
  if (book === null || issues.length > 0) throw new GuanxiError(issues);
  const movements: Movement[] = [];
  const run = evaluate(termsOf(plan), book.postings, { asOf: day, movements });
  const { lots } = run.account;
  return {
    asOf,
    ...holdingsOf(run, day, expiringWithin),
    sources: sourcesOf(lots),
    lots: lots.map(lotStatement),
    movements,
  };
}

/** All days of the calendar. */
const MOST_DAYS = 3_652_059;

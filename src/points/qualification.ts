import { GuanxiError } from "../core/guanxi-error.ts";
import type { Issue } from "../core/issue.ts";
import { writeDate } from "../core/plain-date.ts";
import type { Ledger } from "../schema/points-ledger.ts";
import type { PointsPlan, Qualification, QualificationTier } from "../schema/points-plan-document.ts";
import { termsOf } from "./account.ts";
import { evaluate } from "./evaluate.ts";
import { openBook } from "./open-book.ts";
import type { Posting } from "./posting.ts";
import { qualificationPeriod } from "./qualification-period.ts";
import { qualifyingPoints } from "./qualifying-points.ts";
import { readObject } from "./read-object.ts";
import { readDay } from "./read-options.ts";
import { requirePlan } from "./require-plan.ts";
import type { Run } from "./run.ts";

export interface QualificationOptions {
  /** The day the account joined, from which anniversary years count. Default: the day of its first entry. */
  readonly joined?: string;
}

/** The points that count toward a tier, on a day. */
export interface QualificationStatement {
  readonly asOf: string;
  readonly period: Qualification["period"];
  /** The first and the last day of the period in which the day lies. */
  readonly from: string;
  readonly until: string;
  readonly points: number;
  /** The best tier of the plan that so many points reach; `null` for none. */
  readonly tier: string | null;
  /** The next better tier, and the points that lack for it. */
  readonly up: { readonly name: string; readonly needs: number } | null;
}

/**
 * The qualifying points of an account in the plan's period (default: the calendar year) up to the end of a day. They come
 * from accruals and adjustments dated in the period. Spending and expiry do not touch them; the reversal of an accrual
 * takes off the reversed share, in the period of the accrual.
 *
 * @throws GuanxiError for a day that is none, a ledger that is none, and wrong options
 *
 * @example
 * ```ts
 * const { ledger } = accrue(plan, emptyLedger(), { id: "bill-1", date: "2026-01-15", points: 100 });
 * qualification(plan, ledger, "2026-02-28").points; // 100
 * ```
 */
export function qualification(
  plan: PointsPlan,
  ledger: Ledger,
  asOf: string,
  options: QualificationOptions = {},
): QualificationStatement {
  requirePlan(plan);
  const issues: Issue[] = [];
  const given = readObject({ issues }, options ?? {}, [], ["joined"]);
  const day = readDay(asOf, "asOf", issues);
  const joined = given?.joined === undefined ? undefined : readDay(given.joined, "joined", issues);
  const book = openBook(ledger, issues);
  if (book === null || issues.length > 0) throw new GuanxiError(issues);
  const run = evaluate(termsOf(plan), book.postings, { asOf: day });
  return { asOf, ...qualificationOf(plan, book.postings, run, day, joined) };
}

/** @param run of the postings, up to the day or further */
export function qualificationOf(
  plan: PointsPlan,
  postings: readonly Posting[],
  run: Pick<Run, "lots">,
  day: number,
  joined: number | undefined,
): Omit<QualificationStatement, "asOf"> {
  const { period = "calendar-year", tiers = NO_TIERS } = plan.qualification ?? {};
  const { from, until } = qualificationPeriod(period, day, joined ?? postings[0]?.day ?? day);
  const points = qualifyingPoints(postings, run, from, Math.min(until, day));
  return { period, from: writeDate(from), until: writeDate(until), points, ...standing(tiers, points) };
}

function standing(tiers: readonly QualificationTier[], points: number): Pick<QualificationStatement, "tier" | "up"> {
  if (tiers.length === 0) return NO_STANDING;
  const reached = tiers.findIndex(({ from }) => points >= from);
  const next = tiers[(reached < 0 ? tiers.length : reached) - 1];
  return {
    tier: tiers[reached]?.name ?? null,
    up: next === undefined ? null : { name: next.name, needs: next.from - points },
  };
}

const NO_TIERS: readonly QualificationTier[] = [];
const NO_STANDING = { tier: null, up: null };

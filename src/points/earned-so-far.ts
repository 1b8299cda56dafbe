import type { EarnedSoFar, SpanCounts } from "../schema/earn-options.ts";
import type { Earning } from "../schema/earning.ts";

type Counts = { -readonly [K in keyof SpanCounts]-?: number };

/**
 * What caps need to know before an activity, counted from the earnings of the account: the points of the same calendar
 * day, month and year, and of all time. Leave out those that were reversed; their order does not matter.
 *
 * @param earnings what `earn` answered for this account so far
 * @param date the day of the coming activity, `YYYY-MM-DD`
 *
 * @example
 * ```ts
 * const plan = parsePointsPlan({
 *   format: 1, id: "capped", version: "1", caps: { month: 150 },
 *   rules: [{ id: "spend", kind: "per-amount", rate: 1 }],
 * });
 * const first = earn(plan, { kind: "bill", date: "2026-03-01", amount: 100 }, { earnedSoFar: {} });
 * const soFar = earnedSoFar([first], "2026-03-31");
 * earn(plan, { kind: "bill", date: "2026-03-31", amount: 100 }, { earnedSoFar: soFar }).points; // 50
 * ```
 */
export function earnedSoFar(earnings: readonly Earning[], date: string): EarnedSoFar {
  const points = noCounts();
  const rules = new Map<string, { readonly points: Counts; readonly times: Counts }>();
  for (const earning of earnings) {
    const spans = SPAN_KEYS.filter((span) => span === "lifetime" || isWithin(earning.date, date, LENGTHS[span]));
    for (const rule of earning.rules) {
      if (rule.points === 0) continue;
      const counts = rules.get(rule.id) ?? { points: noCounts(), times: noCounts() };
      rules.set(rule.id, counts);
      for (const span of spans) {
        points[span] += rule.points;
        counts.points[span] += rule.points;
        counts.times[span] += 1;
      }
    }
  }
  return { points, rules: Object.fromEntries(rules) };
}

/** How much of a date its day, month and year are. */
const LENGTHS = { day: 10, month: 7, year: 4 } as const;
const SPAN_KEYS = ["day", "month", "year", "lifetime"] as const satisfies readonly (keyof SpanCounts)[];

function isWithin(one: string, other: string, length: number): boolean {
  return one.slice(0, length) === other.slice(0, length);
}

function noCounts(): Counts {
  return { day: 0, month: 0, year: 0, lifetime: 0 };
}

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  emptyLedger,
  type Ledger,
  type LedgerEntry,
  type PointsPlan,
  type PointsPlanDocument,
  parsePointsPlan,
  post,
  qualification,
  type Refusal,
  statement,
} from "guanxi/points";
import { describe, expect, it } from "vitest";
import { plusDays } from "../support/arbitraries/calendar-days.ts";
import published from "./published-cases.json" with { type: "json" };

// Published and upstream cases. Where the systems they come from disagree, the options beside a case give its answer.

interface Step {
  readonly op: "earn" | "spend" | "expire_earned_in" | "expire_lot";
  readonly points?: number;
  readonly day?: number;
  readonly date?: string;
  readonly year?: number;
  readonly expect?: Expected;
}

interface Expected {
  readonly balance?: number;
  readonly remaining?: number;
  readonly expired?: number;
  readonly error?: string;
  readonly taken_per_lot?: readonly number[];
  readonly lot_remaining?: readonly number[];
  readonly total_spent?: number;
  readonly spend_response?: readonly { readonly payer: string; readonly points: number }[];
  readonly balances?: { readonly [payer: string]: number };
}

interface Case {
  readonly id: string;
  readonly lots?: readonly { readonly points: number; readonly earned?: string; readonly expires_in_days?: number }[];
  readonly spend?: number;
  readonly debt?: number;
  readonly events?: readonly Step[];
  readonly transactions?: readonly { readonly payer: string; readonly points: number; readonly timestamp: string }[];
  readonly expected: Expected;
}

type Life = Partial<PointsPlanDocument>;

/** The plan of each case, and a day for each step that has none. */
const PLANS: { readonly [id: string]: { readonly life: Life; readonly days?: readonly string[] } } = {
  "fetch-rewards-2022": { life: { consumption: "first-in-first-out" } },
  "nestjs-fifo-1": { life: { consumption: "first-in-first-out" } },
  "nestjs-fifo-3": { life: { consumption: "first-in-first-out" } },
  "nestjs-fifo-insufficient": { life: { consumption: "first-in-first-out", negativeBalance: "block" } },
  "fastify-oldest-expiry-first": { life: { consumption: "earliest-expiry" } },
  "fastify-expired-not-counted": { life: {} },
  "fastify-debt": { life: { negativeBalance: "owe" } },
  "supabase-lifecycle": { life: { consumption: "first-in-first-out" } },
  // What was earned in 2022 expires after the redemption of June 2024: at the end of the third year.
  "django-yearly-expiry": {
    life: { consumption: "first-in-first-out", expiry: { kind: "end-of-year", years: 3 } },
  },
  "openloyalty-spend": { life: {}, days: ["2026-01-01", "2026-01-02"] },
  "openloyalty-not-enough": { life: {}, days: ["2026-01-01", "2026-01-02", "2026-01-03"] },
  "alpineiq-fifo": { life: { consumption: "first-in-first-out" } },
  "aiq-fifo-expiry": { life: { consumption: "first-in-first-out", expiry: { kind: "months", months: 6 } } },
};

const cases = published.ledger_cases as readonly unknown[] as readonly Case[];
const TODAY = "2026-06-30";

function planOf({ id }: Case): PointsPlan {
  return parsePointsPlan({ format: 1, id: "published", version: "1", rules: [], ...PLANS[id]?.life });
}

/** The entries of lots, of payers, of a debt. */
function openingOf({ lots = [], transactions = [], debt }: Case): readonly LedgerEntry[] {
  const owed = { points: debt ?? 0 };
  return [
    ...lots.map(
      ({ points, earned = plusDays(TODAY, -30), expires_in_days: days }, i): LedgerEntry => ({
        id: `lot-${i}`,
        kind: "accrue",
        date: earned,
        points,
        ...(days === undefined ? {} : { lastUsableDay: plusDays(TODAY, days) }),
      }),
    ),
    ...transactions.map(({ payer, points, timestamp }, i): LedgerEntry => {
      const entry = { id: `${i}`, date: timestamp.slice(0, 10), points, source: payer };
      return points > 0 ? { ...entry, kind: "accrue" } : { ...entry, kind: "adjust" };
    }),
    // An order that was returned after its points were spent.
    ...(debt === undefined
      ? []
      : ([
          { id: "order", kind: "accrue", date: plusDays(TODAY, -2), ...owed },
          { id: "spent", kind: "redeem", date: plusDays(TODAY, -1), ...owed },
          { id: "returned", kind: "reverse-accrual", date: TODAY, of: "order" },
        ] as const)),
  ];
}

function expectAnswer(
  plan: PointsPlan,
  ledger: Ledger,
  asOf: string,
  refused: readonly Refusal[],
  told: Expected,
  spent: string,
) {
  const { balance, lots, totals, movements, sources } = statement(plan, ledger, asOf);
  const taken = movements.find(({ entry, kind }) => entry === spent && kind === "redeem")?.lots ?? [];
  const takenFrom = (entry: string) => 0 - (taken.find((each) => each.entry === entry)?.points ?? 0);
  const answers: { readonly [K in keyof Expected]: (value: never) => void } = {
    balance: (value: number) => expect(balance).toBe(value),
    remaining: (value: number) => expect(balance).toBe(value),
    total_spent: (value: number) => expect(totals.spent).toBe(value),
    error: () => expect(refused).toEqual([{ id: spent, reason: "not-enough", asked: 100, available: balance }]),
    taken_per_lot: (value: readonly number[]) => expect(lots.map(({ entry }) => takenFrom(entry))).toEqual(value),
    lot_remaining: (value: readonly number[]) => expect(lots.map(({ remaining }) => remaining)).toEqual(value),
    spend_response: (value: NonNullable<Expected["spend_response"]>) => {
      const payerOf = (entry: string) => lots.find((lot) => lot.entry === entry)?.source;
      expect(taken.map(({ entry, points }) => ({ payer: payerOf(entry), points }))).toEqual(value);
    },
    balances: (value: NonNullable<Expected["balances"]>) => {
      expect(Object.fromEntries(sources.map(({ source, usable }) => [source, usable]))).toEqual(value);
    },
  };
  for (const [key, value] of Object.entries(told)) {
    if (key !== "expired") (answers[key as keyof Expected] as (value: unknown) => void)(value);
  }
  if (told.error === undefined) expect(refused).toEqual([]);
}

function run(each: Case): void {
  const plan = planOf(each);
  let { ledger, refused } = post(plan, emptyLedger(), openingOf(each));
  expect(refused).toEqual([]);
  if (each.spend !== undefined) {
    ({ ledger, refused } = post(plan, ledger, [{ id: "spend", kind: "redeem", date: TODAY, points: each.spend }]));
  }
  let [asOf, expiredBefore] = [TODAY, 0];
  const earned: string[] = [];
  (each.events ?? []).forEach((step, i) => {
    const id = `step-${String(i).padStart(2, "0")}`;
    const { op, points = 0, date, day = 0 } = step;
    if (op === "earn" || op === "spend") {
      asOf = date ?? PLANS[each.id]?.days?.[i] ?? plusDays(TODAY, day);
      if (op === "earn") earned.push(asOf);
      const kind = op === "earn" ? "accrue" : "redeem";
      ({ ledger, refused } = post(plan, ledger, [{ id, kind, date: asOf, points }]));
    } else {
      // The first day on which the lots have expired that the step speaks of.
      asOf = op === "expire_lot" ? "2024-07-16" : `${(step.year ?? 0) + 3}-01-01`;
      const { expired } = statement(plan, ledger, asOf).totals;
      expect(expired - expiredBefore).toBe(step.expect?.expired);
      expiredBefore = expired;
    }
    if (step.expect !== undefined) expectAnswer(plan, ledger, asOf, refused, step.expect, id);
    refused = [];
  });
  const final = each.events === undefined ? refused : [];
  expectAnswer(plan, ledger, asOf, final, each.expected, "spend");
}

const file = resolve(process.env.GUANXI_SHARED ?? "", "oracles/points.json");
const hasFile = process.env.GUANXI_SHARED !== undefined && existsSync(file);

describe("published cases", () => {
  it.skipIf(!hasFile)("are those that were collected (skipped: no data)", () => {
    expect(published).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });
});

describe("published ledgers", () => {
  it("all have a plan here", () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(PLANS));
  });

  it.each(cases.map((each) => [each.id, JSON.stringify(PLANS[each.id]?.life), each] as const))(
    "%s, by %s",
    (_, __, each) => {
      run(each);
    },
  );
});

describe("published rules of validity", () => {
  const plan = (life: Life) => parsePointsPlan({ format: 1, id: "rule", version: "1", rules: [], ...life });
  const lastDay = (life: Life, date: string) => {
    const { ledger } = post(plan(life), emptyLedger(), [{ id: "a", kind: "accrue", date, points: 100 }]);
    return statement(plan(life), ledger, date).lots[0]?.lastUsableDay;
  };

  it.each([["2021-05-01"], ["2021-05-17"], ["2021-05-31"]])(
    "to the end of the 36th month, the month of earning being the first: %s lives until 2024-04-30",
    (date) => {
      expect(lastDay({ expiry: { kind: "end-of-month", months: 36 } }, date)).toBe("2024-04-30");
    },
  );

  it.each([["2010-01-01"], ["2010-12-31"]])(
    "three natural years, the year of earning being the first: %s lives until 2012-12-31",
    (date) => {
      expect(lastDay({ expiry: { kind: "end-of-year", years: 3 } }, date)).toBe("2012-12-31");
    },
  );

  it("a redemption of 500 from the item nearest to expiry leaves 500 of its 1,000", () => {
    const by = plan({ expiry: { kind: "months", months: 12 } });
    const { ledger } = post(by, emptyLedger(), [
      { id: "near", kind: "accrue", date: "2026-01-10", points: 1000 },
      { id: "far", kind: "accrue", date: "2026-02-10", points: 1000 },
      { id: "gift", kind: "redeem", date: "2026-03-01", points: 500 },
    ]);
    expect(statement(by, ledger, "2026-03-01").lots.map(({ remaining }) => remaining)).toEqual([500, 1000]);
  });

  it("rolling: a purchase that awards nothing extends only where the plan says so", () => {
    const expired = (zeroPointsExtend: boolean) => {
      const by = plan({ expiry: { kind: "rolling", months: 12, zeroPointsExtend } });
      const { ledger } = post(by, emptyLedger(), [
        { id: "a", kind: "accrue", date: "2024-01-15", points: 100 },
        { id: "b", kind: "accrue", date: "2024-12-10", points: 0 },
      ]);
      const { lots, totals } = statement(by, ledger, "2025-01-16");
      return [totals.expired, lots[0]?.lastUsableDay];
    };
    expect(expired(false)).toEqual([100, "2025-01-15"]);
    expect(expired(true)).toEqual([0, "2025-12-10"]);
  });

  it("tiers by points of a period: 100 are Silver, 50 less Basic again, 550 Gold", () => {
    const tiers = ["Platinum", "Gold", "Silver", "Basic"];
    const from = [1000, 500, 100, 0];
    const by = plan({
      tiers,
      qualification: { period: "calendar-year", tiers: tiers.map((name, i) => ({ name, from: from[i] as number })) },
    });
    const { ledger } = post(by, emptyLedger(), [
      { id: "a", kind: "accrue", date: "2023-01-10", points: 100 },
      { id: "b", kind: "adjust", date: "2023-02-15", points: -50, qualifyingPoints: -50 },
      { id: "c", kind: "accrue", date: "2023-02-25", points: 500 },
    ]);
    const tierOn = (day: string) => qualification(by, ledger, day).tier;
    expect(["2023-01-09", "2023-01-10", "2023-02-15", "2023-02-25"].map(tierOn)).toEqual([
      "Basic",
      "Silver",
      "Basic",
      "Gold",
    ]);
  });
});

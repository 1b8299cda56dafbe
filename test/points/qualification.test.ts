import { emptyLedger, type LedgerEntry, parsePointsPlan, post, type Qualification, qualification } from "guanxi/points";
import { describe, expect, it } from "vitest";

const planOf = (qualification?: Qualification) =>
  parsePointsPlan({
    format: 1,
    id: "plan",
    version: "1",
    rules: [],
    tiers: ["gold", "silver"],
    expiry: { kind: "days", days: 30 },
    ...(qualification === undefined ? {} : { qualification }),
  });
const bill = (id: string, date: string, points: number, more: object = {}): LedgerEntry => ({
  id,
  kind: "accrue",
  date,
  points,
  ...more,
});
const ledgerOf = (...entries: LedgerEntry[]) => {
  const { ledger, refused } = post(planOf(), emptyLedger(), entries);
  expect(refused).toEqual([]);
  return ledger;
};

describe("qualifying points", () => {
  it("are those of accruals, whatever became of them since", () => {
    const ledger = ledgerOf(
      bill("a", "2026-01-10", 100),
      { id: "x", kind: "redeem", date: "2026-01-15", points: 60 },
      bill("b", "2026-03-10", 50, { qualifyingPoints: 20 }),
      bill("c", "2026-03-11", 50, { qualifyingPoints: 0 }),
      bill("d", "2026-03-12", 0, { qualifyingPoints: 7 }),
      { id: "e", kind: "adjust", date: "2026-03-13", points: 1000 },
      { id: "f", kind: "adjust", date: "2026-03-14", points: 0, qualifyingPoints: -3 },
      { id: "g", kind: "transfer", date: "2026-03-15", points: 500 },
    );
    expect(qualification(planOf(), ledger, "2026-06-30").points).toBe(124);
  });

  it("lose what is reversed, in proportion, in the period of the accrual", () => {
    const part = (points: number) =>
      ledgerOf(bill("a", "2025-12-20", 90, { qualifyingPoints: 10 }), {
        id: "r",
        kind: "reverse-accrual",
        date: "2026-01-05",
        of: "a",
        points,
      });
    const on = (points: number, day: string) => qualification(planOf(), part(points), day).points;
    expect(on(45, "2025-12-31")).toBe(10);
    expect(on(45, "2026-01-05")).toBe(0);
    const rolling = planOf({ period: "rolling-12-months" });
    const left = [4, 5, 45, 89, 90].map((points) => qualification(rolling, part(points), "2026-01-05").points);
    // 10 × 4 ÷ 90 = 0.44…, 10 × 5 ÷ 90 = 0.55…, both rounded half away from zero.
    expect(left).toEqual([10, 9, 5, 0, 0]);
  });

  it("stay exact where products do not fit a double", () => {
    const ledger = ledgerOf(bill("a", "2026-01-01", 400_000_000_000_003, { qualifyingPoints: 300_000_000_000_001 }), {
      id: "r",
      kind: "reverse-accrual",
      date: "2026-01-02",
      of: "a",
      points: 200_000_000_000_001,
    });
    // 300000000000001 − 150000000000000.125…
    expect(qualification(planOf(), ledger, "2026-01-02").points).toBe(150_000_000_000_001);
  });
});

describe("the period", () => {
  const ledger = ledgerOf(
    bill("a", "2024-02-29", 1),
    bill("b", "2024-12-31", 10),
    bill("c", "2025-01-01", 100),
    bill("d", "2025-02-28", 1000),
    bill("e", "2025-03-01", 10_000),
  );
  const of = (period: Qualification["period"], asOf: string, joined?: string) => {
    const { from, until, points } = qualification(
      planOf({ period }),
      ledger,
      asOf,
      joined === undefined ? {} : { joined },
    );
    return [from, until, points];
  };

  it.each([
    ["calendar-year", "2024-12-31", undefined, ["2024-01-01", "2024-12-31", 11]],
    ["calendar-year", "2025-02-28", undefined, ["2025-01-01", "2025-12-31", 1100]],
    ["rolling-12-months", "2025-02-27", undefined, ["2024-02-28", "2025-02-27", 111]],
    ["rolling-12-months", "2025-02-28", undefined, ["2024-02-29", "2025-02-28", 1111]],
    ["rolling-12-months", "2025-03-01", undefined, ["2024-03-02", "2025-03-01", 11_110]],
    ["rolling-12-months", "0001-06-30", undefined, ["0001-01-01", "0001-06-30", 0]],
    ["anniversary-year", "2025-02-27", undefined, ["2024-02-29", "2025-02-27", 111]],
    ["anniversary-year", "2025-02-28", undefined, ["2025-02-28", "2026-02-27", 1000]],
    ["anniversary-year", "2025-03-01", "2020-03-01", ["2025-03-01", "2026-02-28", 10_000]],
    ["anniversary-year", "2025-02-28", "2020-03-01", ["2024-03-01", "2025-02-28", 1110]],
    ["anniversary-year", "9999-06-30", "2020-05-01", ["9999-05-01", "9999-12-31", 0]],
  ] as const)("%s on %s, joined %s: %j", (period, asOf, joined, expected) => {
    expect(of(period, asOf, joined)).toEqual(expected);
  });

  it("of an account without entries begins on the day itself, if years count from the first", () => {
    const plan = planOf({ period: "anniversary-year" });
    expect(qualification(plan, emptyLedger(), "2026-05-01")).toEqual({
      asOf: "2026-05-01",
      period: "anniversary-year",
      from: "2026-05-01",
      until: "2027-04-30",
      points: 0,
      tier: null,
      up: null,
    });
  });
});

describe("the tier", () => {
  const plan = planOf({
    period: "calendar-year",
    tiers: [
      { name: "gold", from: 1000 },
      { name: "silver", from: 300 },
    ],
  });

  it.each([
    [299, null, { name: "silver", needs: 1 }],
    [300, "silver", { name: "gold", needs: 700 }],
    [999, "silver", { name: "gold", needs: 1 }],
    [1000, "gold", null],
  ])("of %i points is %s", (points, tier, up) => {
    expect(qualification(plan, ledgerOf(bill("a", "2026-01-01", points)), "2026-06-30")).toMatchObject({ tier, up });
  });
});

it("wrong arguments are told by name", () => {
  const call = (asOf: string, options: object) => () => qualification(planOf(), emptyLedger(), asOf, options);
  expect(call("2026-02-30", {})).toThrow("asOf: expected a day of the calendar");
  expect(call("2026-02-28", { joined: "yesterday" })).toThrow("joined: expected a day of the calendar");
  expect(call("2026-02-28", null as never)).not.toThrow();
  expect(call("2026-02-28", { joinedAt: "2026-01-01" })).toThrow('expected a known key ("joined"), got "joinedAt"');
});

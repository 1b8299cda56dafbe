import { type Earning, earn, earnedSoFar, parsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";

const plan = parsePointsPlan({
  format: 1,
  id: "p",
  version: "1",
  rules: [
    { id: "spend", kind: "per-amount", activity: "bill", rate: 1 },
    { id: "visit", kind: "per-event", activity: "visit", points: 5 },
  ],
});
const bill = (date: string, amount: number) => earn(plan, { kind: "bill", date, amount });
const visit = (date: string) => earn(plan, { kind: "visit", date });

const EARNINGS: readonly Earning[] = [
  bill("2025-12-31", 1000),
  bill("2026-01-31", 100),
  bill("2026-03-01", 10),
  bill("2026-03-31", 1),
  visit("2026-03-31"),
  visit("2026-03-31"),
  visit("2026-02-28"),
];

describe("what was earned so far", () => {
  it("is counted for the day, month and year of the coming activity, and for ever", () => {
    expect(earnedSoFar(EARNINGS, "2026-03-31")).toEqual({
      points: { day: 11, month: 21, year: 126, lifetime: 1126 },
      rules: {
        spend: {
          points: { day: 1, month: 11, year: 111, lifetime: 1111 },
          times: { day: 1, month: 2, year: 3, lifetime: 4 },
        },
        visit: {
          points: { day: 10, month: 10, year: 15, lifetime: 15 },
          times: { day: 2, month: 2, year: 3, lifetime: 3 },
        },
      },
    });
  });

  it("does not depend on the order of the earnings", () => {
    expect(earnedSoFar([...EARNINGS].reverse(), "2026-03-31")).toEqual(earnedSoFar(EARNINGS, "2026-03-31"));
  });

  it("counts no activity that earned nothing, and is nothing for a new account", () => {
    const none = { day: 0, month: 0, year: 0, lifetime: 0 };
    expect(earnedSoFar([], "2026-03-31")).toEqual({ points: none, rules: {} });
    expect(earnedSoFar([bill("2026-03-31", 0.5)], "2026-03-31")).toEqual({ points: none, rules: {} });
  });

  it("of the same day in another month is not of that month", () => {
    expect(earnedSoFar([bill("2025-03-31", 7)], "2026-03-31").points).toEqual({
      day: 0,
      month: 0,
      year: 0,
      lifetime: 7,
    });
  });
});

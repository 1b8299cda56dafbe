import type { Draft } from "./small-model.ts";

/** A small plan that uses every section and every kind, for mistakes to be made in. */
export function smallPlan(): Draft {
  return {
    format: 1,
    id: "small",
    version: "1",
    title: { en: "Small", "zh-CN": "小" },
    currency: "CNY",
    tiers: ["gold", "silver", "bronze"],
    quadrants: ["partner", "win-over", "maintain", "watch"],
    activities: ["purchase", "visit", "review"],
    rules: [
      {
        id: "spend",
        kind: "per-amount",
        activity: "purchase",
        rate: 1,
        per: 10,
        rounding: "ceiling",
        minimumAmount: 20,
        lines: { exclude: [{ isDelivery: true }, { labels: { offer: "special" } }] },
        lineMultipliers: { stacking: "highest", list: [{ lines: { include: [{ categories: ["tea"] }] }, factor: 2 }] },
        caps: { event: 500, year: 2000 },
      },
      { id: "kettle", kind: "per-product", skus: ["kettle-1"], points: 50, from: "2026-01-01", until: "2026-06-30" },
      {
        id: "visit",
        kind: "per-event",
        activity: "visit",
        points: 10,
        atMost: { times: 2, per: "month" },
        qualifying: false,
      },
      {
        id: "rating",
        kind: "per-score",
        activity: "review",
        on: "total",
        bands: [{ points: 0 }, { from: 60, points: 20 }, { above: 80, points: 50 }],
      },
      { id: "better", kind: "improvement", activity: "review", on: "relationship", rate: 2.5, rounding: "half-away" },
      { id: "loyal", kind: "streak", activity: "review", reviews: 3, tierAtLeast: "silver", points: 100 },
    ],
    multipliers: {
      stacking: "multiply",
      list: [
        { id: "tier", kind: "tier", factors: { gold: 2, silver: 1.5 }, rules: ["spend", "kettle"] },
        { id: "partner", kind: "quadrant", factors: { partner: 1.2 }, otherwise: 1, rules: ["spend"] },
        { id: "spring", kind: "campaign", factor: 3, from: "2026-03-01", until: "2026-03-31", rules: ["spend"] },
      ],
    },
    caps: { day: 1000, lifetime: 100000 },
    pending: { days: 7 },
    expiry: { kind: "end-of-month", months: 36 },
    expiryDay: "usable",
    consumption: "earliest-expiry",
    negativeBalance: "owe",
    expiredOnReversal: "reinstate",
    qualification: {
      period: "calendar-year",
      tiers: [
        { name: "gold", from: 1000 },
        { name: "silver", from: 300 },
      ],
    },
    pointValue: 0.01,
  };
}

/** A small model that uses every section, for mistakes to be made in; `any`, because the mistakes are of every kind. */
// biome-ignore lint/suspicious/noExplicitAny: mistakes are not of the type of a model
export type Draft = any;

export function smallModel(): Draft {
  return {
    format: 1,
    id: "small",
    version: "1",
    title: { en: "Small", "zh-CN": "小" },
    effective: { from: "2026-01-01", until: "2026-12-31" },
    range: [0, 100],
    places: { points: 2, score: 1 },
    fields: {
      revenue: { kind: "number", unit: "CNY", places: 2, min: 0, max: 1000000 },
      before: { kind: "number", places: 2 },
      industry: { kind: "category", values: ["finance", "retail"] },
      city: { kind: "category" },
      since: { kind: "date" },
      sponsor: { kind: "boolean" },
    },
    measures: {
      growth: { kind: "change", from: "before", to: "revenue" },
      both: { kind: "sum", of: ["before", "revenue"] },
      age: { kind: "days-since", field: "since" },
    },
    dimensions: {
      value: {
        weight: 60,
        bonusCap: 5,
        indicators: {
          revenue: { input: "revenue", weight: 70, curve: line(), monotone: "rising" },
          growth: {
            input: "growth",
            weight: 30,
            missing: { kind: "points", points: 10 },
            curve: { kind: "bands", bands: [{ points: 20 }, { from: 0, points: 50 }, { above: 0.3, points: 100 }] },
          },
        },
      },
      relationship: {
        weight: 40,
        combine: "sum",
        start: 5,
        indicators: {
          industry: { input: "industry", curve: { kind: "lookup", points: { finance: 50, retail: 20 } } },
          sponsor: { input: "sponsor", curve: { kind: "flag", points: { true: 30, false: 0 } } },
          city: { input: "city", curve: { kind: "lookup", points: { Beijing: 5 }, otherwise: 0 } },
          inner: {
            combine: "max",
            appliesWhen: { not: { input: "age", gte: 1000 } },
            indicators: { age: { input: "age", curve: line(), missing: { kind: "exclude" } } },
          },
        },
      },
    },
    bonusGroups: { trade: { stacking: "max", cap: 4 } },
    bonuses: [
      { id: "finance", to: "value", points: 3, group: "trade", when: { input: "industry", in: ["finance"] } },
      { id: "grown", to: "total", factor: 1.1, from: "2026-01-01", until: "2026-06-30" },
    ],
    total: { bonusCap: 10 },
    quadrant: {
      x: "relationship",
      y: "value",
      cut: { x: 60, y: 60 },
      deadBand: 2,
      cells: [
        { name: "partner", x: "high", y: "high" },
        { name: "win-over", x: "low", y: "high" },
        { name: "maintain", x: "high", y: "low" },
        { name: "watch", x: "low", y: "low" },
      ],
    },
    tier: {
      on: "total",
      rungs: [{ name: "gold", from: 80 }, { name: "silver", from: 50, formerly: ["second"] }, { name: "bronze" }],
      hold: { margin: 2, validMonths: 12 },
    },
    gates: [{ id: "known", when: { score: "value", lt: 30 }, tierAtMost: "silver" }],
    minimumCoverage: 0.5,
    cases: [{ id: "acme", account: { revenue: 1000 }, expect: { total: 87, tier: "gold" } }],
  };
}

function line(): Draft {
  return {
    kind: "linear",
    knots: [
      [0, 0],
      [1000, 100],
    ],
  };
}

/** An account that the small model scores, and the options it needs. */
export function smallAccount(): Draft {
  return { revenue: 1000, before: 800, industry: "finance", city: "Beijing", since: "2025-01-31", sponsor: true };
}
export const SMALL_DAY = "2026-03-31";

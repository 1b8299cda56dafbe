import { defineModel } from "guanxi";

/** A literal model of every part that types can see. */
export const model = defineModel({
  format: 1,
  id: "typed",
  version: "1",
  fields: {
    revenue: { kind: "number", places: 2 },
    costs: { kind: "number", places: 2 },
    industry: { kind: "category", values: ["finance", "retail"] },
    city: { kind: "category" },
    lastVisit: { kind: "date" },
    isSponsor: { kind: "boolean" },
  },
  measures: {
    margin: { kind: "difference", of: "revenue", minus: "costs" },
    daysSinceVisit: { kind: "days-since", field: "lastVisit" },
  },
  dimensions: {
    value: {
      weight: 60,
      indicators: {
        revenue: {
          input: "revenue",
          weight: 50,
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 100],
            ],
          },
        },
        profit: {
          weight: 50,
          indicators: {
            margin: {
              input: "margin",
              weight: 1,
              missing: { kind: "exclude" },
              curve: { kind: "bands", bands: [{ points: 0 }, { from: 0, points: 100 }] },
            },
          },
        },
      },
    },
    relationship: {
      weight: 40,
      indicators: {
        industry: {
          input: "industry",
          weight: 1,
          curve: { kind: "lookup", points: { finance: 100, retail: 50 } },
          appliesWhen: { input: "industry", in: ["finance", "retail"] },
        },
      },
    },
  },
  bonusGroups: { key: { stacking: "max", cap: 5 } },
  bonuses: [{ id: "sponsor", to: "value", points: 5, group: "key", when: { input: "isSponsor", eq: true } }],
  quadrant: {
    x: "relationship",
    y: "value",
    cut: { x: 50, y: 50 },
    cells: [
      { name: "partner", x: "high", y: "high" },
      { name: "win-over", x: "low", y: "high" },
      { name: "maintain", x: "high", y: "low" },
      { name: "watch", x: "low", y: "low" },
    ],
  },
  tier: { on: "total", rungs: [{ name: "A", from: 80 }, { name: "B" }] },
  gates: [{ id: "known", when: { score: "relationship", lt: 30 }, tierAtMost: "B" }],
});

export const account = {
  revenue: 500,
  costs: "120.50",
  industry: "finance",
  city: null,
  lastVisit: "2026-03-01",
  isSponsor: false,
} as const;

import type { ModelDocument } from "../../src/schema/model-document.ts";

/** A model with every kind of curve, cause, cap and class, small enough to be checked by hand. */
export const SHOP: ModelDocument = {
  format: 1,
  id: "shop",
  version: "1",
  fields: {
    revenue: { kind: "number", unit: "CNY", places: 2, min: 0, title: { en: "Revenue", "zh-CN": "收入" } },
    growth: { kind: "number", places: 4 },
    contact: { kind: "category", values: ["staff", "manager", "executive"] },
    hasContract: { kind: "boolean" },
    region: { kind: "category", changeable: false },
    visits: { kind: "number", places: 0, min: 0, max: 24 },
    arrears: { kind: "number", places: 0, min: 0 },
  },
  dimensions: {
    value: {
      weight: 60,
      bonusCap: 8,
      title: { en: "Value", "zh-CN": "价值" },
      indicators: {
        revenue: {
          input: "revenue",
          weight: 75,
          reason: "R01",
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 60],
              [4000, 100],
            ],
          },
        },
        growth: {
          input: "growth",
          weight: 25,
          missing: { kind: "exclude" },
          curve: {
            kind: "bands",
            bands: [{ points: 20 }, { from: 0, points: 50 }, { from: 0.1, points: 80 }, { above: 0.3, points: 100 }],
          },
        },
      },
    },
    relationship: {
      weight: 40,
      combine: "sum",
      start: 10,
      indicators: {
        contact: {
          input: "contact",
          missing: { kind: "worst" },
          curve: { kind: "lookup", points: { staff: 0, manager: 20, executive: 40 } },
        },
        contract: {
          input: "hasContract",
          missing: { kind: "points", points: 5 },
          curve: { kind: "flag", points: { true: 30, false: 0 } },
        },
        visits: {
          input: "visits",
          missing: { kind: "best" },
          appliesWhen: { not: { input: "region", eq: "abroad" } },
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [12, 40],
            ],
          },
        },
      },
    },
  },
  bonusGroups: { loyal: { cap: 6 } },
  bonuses: [
    { id: "north", to: "value", points: 4, group: "loyal", when: { input: "region", eq: "north" }, title: "Northern" },
    { id: "signed", to: "value", points: 5, group: "loyal", when: { input: "hasContract", eq: true }, reason: "B02" },
    { id: "grown", to: "value", points: 3, when: { input: "growth", gte: 0.1 } },
    { id: "late", to: "total", points: -2.5, when: { input: "arrears", gte: 1 }, title: "Late payment" },
  ],
  quadrant: {
    x: "relationship",
    y: "value",
    cut: { x: 60, y: 50 },
    cells: [
      { name: "partner", x: "high", y: "high" },
      { name: "win-over", x: "low", y: "high" },
      { name: "maintain", x: "high", y: "low" },
      { name: "watch", x: "low", y: "low" },
    ],
  },
  tier: { on: "total", rungs: [{ name: "A", from: 80 }, { name: "B", from: 60 }, { name: "C" }] },
  gates: [
    { id: "arrears", when: { input: "arrears", gte: 3 }, tierAtMost: "B", reason: "G01", title: "In arrears" },
    { id: "known", when: { input: "contact", eq: "executive" }, tierAtLeast: "B" },
    { id: "fraud", when: { input: "region", eq: "nowhere" }, disqualify: true },
  ],
};

export const SHOP_ACCOUNT = {
  revenue: 1600,
  growth: 0.1,
  contact: "manager",
  hasContract: true,
  region: "north",
  visits: 6,
  arrears: 1,
};

/** A small model with every section that the command line writes or reads. */
export const SHOP = {
  format: 1,
  id: "shop",
  version: "1.0",
  title: { en: "Shop accounts" },
  fields: {
    netRevenue: { kind: "number", places: 2, min: 0 },
    region: { kind: "category", values: ["north", "south"] },
    lastOrder: { kind: "date" },
    isPartner: { kind: "boolean" },
    remark: { kind: "category" },
  },
  measures: { age: { kind: "days-since", field: "lastOrder" } },
  dimensions: {
    value: {
      weight: 50,
      title: "Value",
      indicators: {
        money: {
          weight: 100,
          indicators: {
            revenue: {
              input: "netRevenue",
              weight: 100,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [1000, 100],
                ],
              },
            },
          },
        },
      },
    },
    relationship: {
      weight: 50,
      title: "Relationship",
      indicators: {
        recency: {
          input: "age",
          weight: 100,
          missing: { kind: "exclude" },
          curve: {
            kind: "linear",
            knots: [
              [0, 100],
              [100, 0],
            ],
          },
        },
      },
    },
  },
  bonuses: [
    { id: "partner", to: "value", points: 5, when: { input: "isPartner", eq: true } },
    { id: "north", to: "total", points: 1, when: { input: "region", eq: "north" } },
  ],
  quadrant: {
    x: "relationship",
    y: "value",
    cut: { x: 50, y: 50 },
    deadBand: 5,
    cells: [
      { name: "partner", x: "high", y: "high" },
      { name: "win-over", x: "low", y: "high" },
      { name: "maintain", x: "high", y: "low" },
      { name: "watch", x: "low", y: "low" },
    ],
  },
  tier: {
    on: "total",
    rungs: [{ name: "A", from: 80, formerly: ["gold"] }, { name: "B", from: 50, formerly: ["silver"] }, { name: "C" }],
    hold: { margin: 2, maxStepsDown: 1, validMonths: 12 },
  },
  cases: [
    {
      id: "even",
      asOf: "2026-01-31",
      account: { netRevenue: 500, region: "south", lastOrder: "2025-12-12", isPartner: false },
      expect: { value: 50, relationship: 50, total: 50, quadrant: "partner", tier: "B" },
    },
  ],
} as const;

export const HEAD = "id,netRevenue,region,lastOrder,isPartner";
export const DAY = "2026-01-31";

/** Columns of the shop's scores, beside the id. */
export const OWN =
  "status,value,relationship,total,coverage,quadrant,quadrantX,quadrantY,tier,tierEarned,tierHeld,tierValidUntil";

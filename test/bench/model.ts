import type { ModelDocument } from "guanxi";

/** Twelve indicators in two dimensions: four bands, four lines, two lookups, two flags; a bonus group, quadrant and tier. */
export const BENCH_MODEL: ModelDocument = {
  format: 1,
  id: "bench",
  version: "1",
  note: "made for timing; the figures mean nothing",
  fields: {
    revenue: { kind: "number", places: 2 },
    margin: { kind: "number", places: 2 },
    volume: { kind: "number", places: 2 },
    tenure: { kind: "number", places: 2 },
    visits: { kind: "number", places: 2 },
    tickets: { kind: "number", places: 2 },
    satisfaction: { kind: "number", places: 2 },
    response: { kind: "number", places: 2 },
    industry: { kind: "category", values: ["finance", "government", "retail", "education"] },
    contact: { kind: "category", values: ["staff", "manager", "executive"] },
    isSponsor: { kind: "boolean" },
    hasContract: { kind: "boolean" },
  },
  dimensions: {
    value: {
      weight: 60,
      bonusCap: 12,
      indicators: {
        revenue: { input: "revenue", weight: 30, curve: line([0, 0], [300, 60], [700, 85], [1000, 100]) },
        margin: { input: "margin", weight: 20, curve: line([0, 0], [400, 70], [1000, 100]) },
        volume: { input: "volume", weight: 20, curve: bands([10, 100], [30, 250], [50, 400], [70, 600], [100, 800]) },
        tenure: { input: "tenure", weight: 10, curve: bands([20, 150], [40, 300], [70, 500], [100, 900]) },
        industry: {
          input: "industry",
          weight: 10,
          curve: { kind: "lookup", points: { finance: 100, government: 90, retail: 40, education: 60 } },
        },
        isSponsor: { input: "isSponsor", weight: 10, curve: { kind: "flag", points: { true: 100, false: 0 } } },
      },
    },
    relationship: {
      weight: 40,
      indicators: {
        visits: { input: "visits", weight: 25, curve: line([0, 0], [128, 50], [512, 90], [768, 95], [1000, 100]) },
        satisfaction: { input: "satisfaction", weight: 25, curve: line([0, 0], [512, 64], [1000, 100]) },
        tickets: { input: "tickets", weight: 15, curve: bands([80, 100], [60, 300], [40, 500], [20, 700], [0, 900]) },
        response: { input: "response", weight: 15, curve: bands([90, 120], [60, 340], [30, 560], [0, 780]) },
        contact: {
          input: "contact",
          weight: 10,
          curve: { kind: "lookup", points: { staff: 30, manager: 60, executive: 100 } },
        },
        hasContract: { input: "hasContract", weight: 10, curve: { kind: "flag", points: { true: 100, false: 20 } } },
      },
    },
  },
  bonusGroups: { industry: { stacking: "max", cap: 5 } },
  bonuses: [
    {
      id: "finance",
      to: "value",
      points: 5,
      group: "industry",
      when: { input: "industry", in: ["finance", "government"] },
    },
    { id: "sponsor", to: "value", points: 3, group: "industry", when: { input: "isSponsor", eq: true } },
  ],
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
  tier: {
    on: "total",
    rungs: [
      { name: "A1", from: 85 },
      { name: "A2", from: 75 },
      { name: "B1", from: 60 },
      { name: "B2", from: 45 },
      { name: "C" },
    ],
  },
};

function line(...knots: [number, number][]) {
  return { kind: "linear" as const, knots };
}

/** Bands of [points, bound]; below the first bound there are 50 points. */
function bands(...steps: [points: number, from: number][]) {
  return { kind: "bands" as const, bands: [{ points: 50 }, ...steps.map(([points, from]) => ({ from, points }))] };
}

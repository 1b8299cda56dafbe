/**
 * 07 · Building curves: min–max, target-is-best and diminishing returns become plain knots, which score like any other.
 *
 *   npx tsx examples/07-building-curves.ts
 */
import { defineModel, score } from "guanxi";
import { logCurve, minMaxCurve, targetCurve } from "guanxi/curves";

// Each doubling of the revenue earns the same. Straight lines follow the logarithm within a proven bound.
const returns = logCurve({ from: 10000, to: 10000000, maximumError: 2, places: 0 });
console.log(returns.curve.knots.length, "knots, off by at most", returns.maximumError, "points");
// 8 knots, off by at most 2 points

// Twelve visits a year are best, four more or less as good; none neglects the customer, 36 are a burden.
const visits = targetCurve({ target: 12, from: 0, to: 36, plateau: 4 });
console.log(visits.knots); // [ [ 0, 0 ], [ 8, 100 ], [ 16, 100 ], [ 36, 0 ] ]

const churn = minMaxCurve({ min: 0, max: 0.25, direction: "falling" });
console.log(churn.knots); // [ [ 0, 100 ], [ 0.25, 0 ] ]

const model = defineModel({
  format: 1,
  id: "built",
  version: "1",
  fields: {
    revenue: { kind: "number", unit: "CNY", places: 2, min: 0 },
    visits: { kind: "number", unit: "visits a year", places: 0, min: 0 },
    churn: { kind: "number", places: 4, min: 0, max: 1 },
  },
  dimensions: {
    value: {
      weight: 60,
      indicators: {
        revenue: { input: "revenue", weight: 70, curve: returns.curve },
        churn: { input: "churn", weight: 30, curve: churn },
      },
    },
    relationship: { weight: 40, indicators: { visits: { input: "visits", weight: 100, curve: visits } } },
  },
});

const card = score(model, { revenue: 316227.77, visits: 4, churn: 0.1 });
console.log(card.dimensions.value.indicators.revenue.points, "where the logarithm says 50");
// 48.9209 where the logarithm says 50
console.log(card.dimensions.relationship.indicators.visits.points, card.total); // 50 51.34

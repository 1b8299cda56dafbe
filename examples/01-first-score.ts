/**
 * 01 · A first score: define a model in code, score one account, read its card.
 *
 *   npx tsx examples/01-first-score.ts
 */
import { defineModel, score } from "guanxi";

// Two dimensions, an indicator each. The literal types everything below: try to misspell `annualRevenue`, or to score
// a contact called "director", and it does not compile.
const model = defineModel({
  format: 1,
  id: "first-score",
  version: "1",
  note: "weights, curves and cuts are illustrative",
  fields: {
    annualRevenue: { kind: "number", unit: "CNY", places: 2, min: 0 },
    contact: { kind: "category", values: ["staff", "manager", "executive"] },
  },
  dimensions: {
    value: {
      weight: 60,
      indicators: {
        revenue: {
          input: "annualRevenue",
          weight: 100,
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [500000, 60],
              [2000000, 100],
            ],
          },
        },
      },
    },
    relationship: {
      weight: 40,
      indicators: {
        contact: {
          input: "contact",
          weight: 100,
          curve: { kind: "lookup", points: { staff: 30, manager: 60, executive: 100 } },
        },
      },
    },
  },
  quadrant: {
    x: "relationship",
    y: "value",
    cut: { x: 60, y: 60 },
    cells: [
      { name: "partner", x: "high", y: "high" },
      { name: "win-over", x: "low", y: "high" },
      { name: "maintain", x: "high", y: "low" },
      { name: "watch", x: "low", y: "low" },
    ],
  },
  tier: { on: "total", rungs: [{ name: "A", from: 80 }, { name: "B", from: 60 }, { name: "C" }] },
});

const card = score(model, { annualRevenue: 1100000, contact: "executive" });

console.log(card.dimensions.value.score, card.dimensions.relationship.score); // 76 100
console.log(card.total); // 85.6
console.log(card.quadrant.name, card.quadrant.distance); // partner { x: 40, y: 16 }
console.log(card.tier.name, card.tier.down); // A { name: 'B', slack: 5.6 }

// Numbers are exact decimals, never nearly so; decimal text is read as it stands.
console.log(0.1 + 0.2, score(model, { annualRevenue: "0.30", contact: "staff" }).inputs.annualRevenue);
// 0.30000000000000004 0.3

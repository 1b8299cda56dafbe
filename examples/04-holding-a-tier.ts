/**
 * 04 · Holding a tier: review after review, a rating remembers the one before it.
 *
 *   npx tsx examples/04-holding-a-tier.ts
 */
import { defineModel, type PreviousRating, score } from "guanxi";
import { minMaxCurve } from "guanxi/curves";

const model = defineModel({
  format: 1,
  id: "held",
  version: "1",
  fields: { points: { kind: "number", places: 2 } },
  dimensions: {
    value: {
      weight: 100,
      indicators: { points: { input: "points", weight: 100, curve: minMaxCurve({ min: 0, max: 100 }) } },
    },
  },
  tier: {
    on: "total",
    rungs: [{ name: "A1", from: 85 }, { name: "A2", from: 75 }, { name: "B1", from: 60 }, { name: "B2" }],
    // A rung is kept for 12 months; then within 2 points of it; and then one review falls one rung at most.
    hold: { validMonths: 12, margin: 2, maxStepsDown: 1 },
  },
});

// What a review leaves for the next one: store these with the account.
let previous: PreviousRating = {};
const reviews = [
  ["2024-06-30", 78],
  ["2024-12-31", 86],
  ["2025-06-30", 64],
  ["2025-12-31", 84],
  ["2026-06-30", 70],
  ["2026-12-31", 58],
  ["2027-06-30", 58],
] as const;

for (const [asOf, points] of reviews) {
  const { tier } = score(model, { points }, { asOf, previous });
  const why = tier.held === null ? "earned" : `held by ${tier.held}`;
  console.log(asOf, points, tier.name, "until", tier.validUntil, why);
  previous = { tier: tier.earned, validUntil: tier.validUntil };
}
// 2024-06-30 78 A2 until 2025-06-30 earned
// 2024-12-31 86 A1 until 2025-12-31 earned
// 2025-06-30 64 A1 until 2025-12-31 held by validity
// 2025-12-31 84 A1 until 2026-12-31 held by margin
// 2026-06-30 70 A1 until 2026-12-31 held by validity
// 2026-12-31 58 A2 until 2027-12-31 held by step
// 2027-06-30 58 A2 until 2027-12-31 held by validity

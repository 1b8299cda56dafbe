/**
 * 08 · Earning points: what an activity gives, and why, by a plan that is data. No ledger is needed for that.
 *
 *   npx tsx examples/08-earning-points.ts
 */
import { parseModel, score } from "guanxi";
import { earn, earnedSoFar, parsePointsPlan } from "guanxi/points";
import modelDocument from "./models/group-customer.json" with { type: "json" };
import planDocument from "./points/group-customer-points.json" with { type: "json" };
import operatorDocument from "./points/operator-stars.json" with { type: "json" };

// The rule of a mobile operator: a point per yuan, times the multiplier of the star, rounded up.
const operator = parsePointsPlan(operatorDocument);
const bill = { kind: "bill", date: "2021-05-31", amount: 88.3 };
for (const tier of ["one-star", "two-star", "four-star", "five-star-gold", null]) {
  console.log(tier ?? "no star", earn(operator, bill, { standing: { tier } }).points);
}
// one-star 89
// two-star 133
// four-star 221
// five-star-gold 442
// no star 0

// Every step can be told: the points before multipliers, the multipliers, their product, the whole number.
const [told] = earn(operator, bill, { standing: { tier: "four-star" } }).rules;
console.log(told?.base, "×", told?.factor, "=", told?.product, "→", told?.rounded); // 88.3 × 2.5 = 220.75 → 221

// A group customer, rated by the model: tier and quadrant come from the card.
const model = parseModel(modelDocument);
const plan = parsePointsPlan(planDocument);
const card = score(model, { ...modelDocument.cases[0]?.account }, { asOf: "2026-06-30" });
console.log(card.tier?.name, card.quadrant?.name, card.dimensions.relationship?.score); // A1 partner 97.3

// In May a campaign adds half to what the tier multiplies; gifted fees earn nothing, ICT services double.
const may = {
  kind: "bill",
  date: "2026-05-20",
  lines: [
    { amount: "12680.50", category: "voice" },
    { amount: 45000, category: "ict" },
    { amount: 880, category: "gifted-fee" },
    { amount: 3200, category: "line", sku: "cloud-line", quantity: 2 },
  ],
};
const first = earn(plan, may, { standing: { card }, earnedSoFar: {} });
for (const { id, status, base, factor, points } of first.rules) {
  if (status !== "other-activity") console.log(id, status, base, factor, points);
}
// spending applied 1058 2.5 2645
// cloud-line applied 600 2 1200

// A review: points for the score, for what it gained, and for the fourth good review in a row.
const review = { kind: "review", date: "2026-06-30" };
const previousCard = { total: 70, dimensions: { relationship: { score: 72.4 } } };
const reviews = [{ tier: "B1" }, { tier: "A2" }, { tier: "A2" }];
const second = earn(plan, review, {
  standing: { card, previousCard, reviews },
  earnedSoFar: earnedSoFar([first], review.date),
});
console.log(second.rules.filter(({ points }) => points > 0).map(({ id, points }) => `${id} ${points}`));
// [ 'rating 300', 'improvement 498', 'loyalty 500' ]

// What was earned before is all that caps need: a workshop counts four times in a year.
const workshop = { kind: "workshop", date: "2026-07-15" };
const earnings = [first, second];
for (let i = 0; i < 5; i++) {
  earnings.push(earn(plan, workshop, { earnedSoFar: earnedSoFar(earnings, workshop.date) }));
}
console.log(
  earnings
    .slice(2)
    .map(({ points, rules }) => `${points} ${rules[3]?.status}`)
    .join(", "),
);
// 100 applied, 100 applied, 100 applied, 100 applied, 0 times-reached

/**
 * 03 · Bonuses and gates: every number on a card is the number the next step used, so it can be told in full.
 *
 *   npx tsx examples/03-bonuses-and-gates.ts
 */
import { parseModel, score } from "guanxi";
import document from "./models/group-customer.json" with { type: "json" };

const model = parseModel(document);

// A fine customer, with two flaws: a dispute is open, and the bill has not been paid for three months.
const customer = {
  ...document.cases[0]?.account,
  isHeadquarters: true,
  memberRevenue: 2500000,
  hostsMajorEvent: true,
  openDispute: true,
  arrearsMonths: 3,
};
const card = score(model, customer, { asOf: "2026-06-30" });
const { value, relationship } = card.dimensions;

// Contributions add up to the base, and `rounding` is what the last digit took.
for (const [id, { contribution }] of Object.entries(value?.indicators ?? {})) console.log(id, contribution);
// income 43.0938
// potential 23.8
// loyalty 13.35
// influence 9
console.log("rounding", value?.rounding, "base", value?.base); // rounding -0.0038 base 89.24

// A bonus says what became of it: superseded by a better one of its group, capped by group or dimension, …
for (const { id, to, status, points } of card.bonuses) console.log(`${id} → ${to}: ${status} ${points}`);
// priority-industry → value: applied 5
// public-interest → value: superseded 0
// headquarters → value: applied 3
// large-payer → value: capped 2
// major-event → value: capped 0
// slow-payer → value: condition-false 0
// open-dispute → relationship: applied -5
console.log("value", value?.base, "→", value?.score, "relationship", relationship?.base, "→", relationship?.score);
// value 89.24 → 99.24 relationship 97.3 → 92.3

// A gate leaves the score alone and moves the class. Earned and given stand side by side.
console.log(card.gates.filter(({ status }) => status === "fired")); // [ { id: 'arrears', status: 'fired' } ]
console.log(card.total, card.tier?.earned, card.tier?.name); // 96.46 A1 B2

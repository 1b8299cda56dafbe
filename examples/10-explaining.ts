/**
 * 08 · Explaining: why a score is what it is, what would change it, and why it changed.
 *
 *   npx tsx examples/10-explaining.ts
 */
import { parseModel, score } from "guanxi";
import { compareCards, explain, leastChanges } from "guanxi/explain";
import document from "./models/group-customer.json" with { type: "json" };

const model = parseModel(document);

// A valuable customer, hardly cared for: the second case of the model.
const account = { ...model.cases?.[1]?.account } as Parameters<typeof score>[1];
const day = { asOf: "2026-06-30" };
const card = score(model, account, day);

// Every level adds up: contributions and the named lines are the score above them.
const { total, reasons } = explain(model, card, { most: 2 });
for (const { title, base, bonuses, score: own, contribution } of total.parts) {
  const rules = bonuses.filter(({ points }) => points !== 0).map(({ id, points }) => `${id} ${points}`);
  console.log(title, base, rules.join(" "), "=", own, "gives", contribution);
}
// Value 88.4 priority-industry 5 = 93.4 gives 56.04
// Relationship 43.46 open-dispute -5 = 38.46 gives 15.384
console.log("rounding", total.rounding, "total", total.score, card.tier?.name); // rounding -0.004 total 71.42 B1
for (const { code, effect, text } of reasons) console.log(code, effect, text);
// R12 -3.24 temperature: Relationship temperature, weighted by role 0 −5 hostile … +5 firm supporter lies between -5 (0 points) and 0 (40 points); 40 points and not 100, which costs 3.24
// R11 -3.15 coverage: Coverage of key persons 0.25 lies between 0 (0 points) and 0.5 (50 points); 25 points and not 100, which costs 3.15

// The least change of each field that lifts the tier, what reaches it first; and of one that comes nearest.
const up = leastChanges(model, account, { kind: "tier-up" }, day);
console.log("to", up.target); // to A2
for (const { text } of up.changes.slice(0, 2)) console.log(text);
// raise ICT revenue, last 12 months by 1108113.75 CNY to 1608113.75 CNY
// not reachable by Revenue billed to members, last 12 months alone: 4973293.34 CNY comes nearest, with 74.57

// Two fields together, by the effort that each takes: the cheapest way, proved.
const effort = { visitsMade: { weight: 1 }, satisfaction: { weight: 2, per: 5 }, openDispute: { weight: 3 } };
const { together } = leastChanges(model, account, { kind: "score", atLeast: 74 }, { ...day, effort });
if (together?.kind === "change") console.log(together.text, "for", together.cost, together.isProved);
// raise Satisfaction, as the customer says by 2.9 points 0–100 to 72.9 points 0–100, and change A dispute is open from true to false for 4.16 true

// Half a year later: time has passed, two visits were made, the dispute is closed.
const later = { ...account, visitsMade: 8, openDispute: false } as typeof account;
const comparison = compareCards(card, score(model, later, { asOf: "2026-12-31" }), { models: [model] });
for (const { of, change, causes } of comparison.scores) {
  if (change !== 0) console.log(of, change, causes.map(({ text }) => text).join(" · "));
}
// total 1.58 time passed from 2026-06-30 to 2026-12-31: -1.22 · Visits made changed from 6 visits a year to 8 visits a year: +0.8 · A dispute is open changed from true to false: +2
// relationship 3.93 time passed from 2026-06-30 to 2026-12-31: -3.07 · Visits made changed from 6 visits a year to 8 visits a year: +2 · A dispute is open changed from true to false: +5

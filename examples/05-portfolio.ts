/**
 * 05 · A portfolio: score a whole file. A row that cannot be read is rejected with its reasons and never stops the rest.
 *
 *   npx tsx examples/05-portfolio.ts
 */
import { readFileSync } from "node:fs";
import { describeIssue, parseModel, type Scorecard, scoreAll } from "guanxi";
import Papa from "papaparse";
import document from "./models/group-customer.json" with { type: "json" };

const model = parseModel(document);

// 500 invented customers. Numbers stay text, so that no digit is lost; only yes and no become booleans.
const { data: accounts } = Papa.parse<{ id: string; name: string }>(
  readFileSync(new URL("data/accounts.csv", import.meta.url), "utf8"),
  { header: true, skipEmptyLines: true, dynamicTyping: (column) => model.fields[String(column)]?.kind === "boolean" },
);

const { cards, rejected } = scoreAll(model, accounts, { asOf: "2026-06-30" });

console.log(accounts.length, "accounts,", rejected.length, "rejected"); // 500 accounts, 6 rejected

const statuses = countBy((card) => card.status);
const quadrants = countBy((card) => card.quadrant?.name);
const tiers = countBy((card) => card.tier?.name);
console.log(statuses); // { disqualified: 5, 'insufficient-data': 18, scored: 471 }
console.log(quadrants); // { maintain: 112, partner: 131, watch: 171, 'win-over': 57 }
console.log(tiers); // { A1: 25, A2: 49, B1: 126, B2: 156, C: 115 }

// Three bad numbers, a new industry, a day that does not exist, and a bill that is missing.
for (const { index, issues } of rejected) {
  console.log(accounts[index]?.id, issues.map((issue) => describeIssue(issue)).join("; "));
}
// GC-0038 memberRevenue: expected a decimal number, got "12O000.00"
// GC-0117 industry: expected "government", "finance", "education", "healthcare", "manufacturing", "transport", "internet", "retail", "construction" or "other", got "blockchain"
// GC-0203 contractDate: expected a day of the calendar written YYYY-MM-DD, got "2021-02-30"
// GC-0288 ictRevenue: expected a decimal number, got "1,204,500.00"
// GC-0361 memberChurnRate: expected at most 1, got 1.7
// GC-0446 memberRevenue: expected a value, because dimensions.value.indicators.income.indicators.memberRevenue rejects a missing one, got nothing

// High value, weak relationship: whom to visit first.
const atRisk = accounts
  .map(({ id, name }, i) => ({ id, name, card: cards[i] }))
  .filter(({ card }) => card?.quadrant?.name === "win-over")
  .sort((a, b) => relationshipOf(a.card) - relationshipOf(b.card));
for (const { id, name, card } of atRisk.slice(0, 3)) {
  console.log(id, name, "value", card?.dimensions.value?.score, "relationship", relationshipOf(card));
}
// GC-0131 松屿联维区政务服务中心 value 61.53 relationship 16.38
// GC-0066 望川鑫信证券营业部 value 80.97 relationship 23.98
// GC-0368 望川正通实验学校 value 62.49 relationship 25.91

function relationshipOf(card: Scorecard | null | undefined): number {
  return card?.dimensions.relationship?.score ?? 0;
}

function countBy(name: (card: Scorecard) => string | null | undefined): { [name: string]: number } {
  const counts: { [name: string]: number } = {};
  for (const card of cards) {
    const key = card === null ? null : name(card);
    if (key !== null && key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

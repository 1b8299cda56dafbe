/**
 * Explaining a portfolio: 10,000 cards of the example of group customers (500 invented accounts, 20 times over), least
 * changes of its first accounts, and cards compared between two days. Medians of rounds: `npm run bench:explain`.
 */
import { readFileSync } from "node:fs";
import { parseModel, readAccount, type Scorecard, safeScore } from "guanxi";
import { compareCards, explain, leastChanges } from "guanxi/explain";
import Papa from "papaparse";
import { root } from "../support/root.ts";

const CARDS = 10_000;
const ROUNDS = 5;
const LEAST = 40;
const COMPARED = 1_000;

const model = parseModel(JSON.parse(readFileSync(`${root}examples/models/group-customer.json`, "utf8")));
const { data } = Papa.parse<{ [column: string]: string }>(readFileSync(`${root}examples/data/accounts.csv`, "utf8"), {
  header: true,
  skipEmptyLines: true,
});
const accounts = data.flatMap((row) => {
  const read = readAccount(model, row);
  return read.ok ? [read.account] : [];
});
const cardsOn = (asOf: string): readonly Scorecard[] =>
  accounts.flatMap((account) => {
    const outcome = safeScore(model, account, { asOf });
    return outcome.ok ? [outcome.card] : [];
  });
const [earlier, later] = [cardsOn("2026-03-31"), cardsOn("2026-06-30")];
const cards = Array.from({ length: CARDS }, (_, i) => later[i % later.length] as Scorecard);

report(`explain, English, ${CARDS.toLocaleString("en")} cards`, CARDS, () => {
  for (const card of cards) explain(model, card);
});
report(`explain, Chinese, ${CARDS.toLocaleString("en")} cards`, CARDS, () => {
  for (const card of cards) explain(model, card, { language: "zh-CN", baseline: "cut" });
});
report(`compareCards, ${COMPARED.toLocaleString("en")} pairs of days`, COMPARED, () => {
  for (let i = 0; i < COMPARED; i++) {
    const before = earlier[i % earlier.length] as Scorecard;
    compareCards(before, later[i % later.length] as Scorecard, { models: [model] });
  }
});
report(`leastChanges to the next tier, ${LEAST} accounts of ${Object.keys(model.fields).length} fields`, LEAST, () => {
  for (const account of accounts.slice(0, LEAST))
    leastChanges(model, account, { kind: "tier-up" }, { asOf: "2026-06-30" });
});

function report(what: string, count: number, run: () => void): void {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(ROUNDS / 2)] as number;
  console.log(`${what}: ${(median / 1000).toFixed(2)} s, ${((median / count) * 1000).toFixed(0)} µs each`);
}

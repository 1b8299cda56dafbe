import { compileScorer, type Scorecard } from "guanxi";
import { scoreColumns } from "guanxi/batch";
import { agree, agreeOnTotals, EXACT, FLOAT, ROUNDED } from "./agreement.ts";
import { type AnswerRow, answersOf, answersOfRows } from "./answers.ts";
import { emptyAnswers, scoreByHand } from "./by-hand.ts";
import { cardByHand } from "./card-by-hand.ts";
import { type Comparison, type Contest, comparisonOf } from "./comparison.ts";
import { naiveDecimalScorer } from "./naive-decimal.ts";
import { asColumns, type BenchAccount, type DataSet, drawColumns, modelOf, recordsOf } from "./portfolio.ts";
import { race, type Side } from "./race.ts";
import { FEELIN } from "./rivals/feel.ts";
import { titleOf } from "./rivals/installed.ts";
import { openJsonLogic } from "./rivals/json-logic.ts";
import { JSON_RULES } from "./rivals/json-rules.ts";
import type { RecordRival } from "./rivals/record-rival.ts";
import { ZEN } from "./rivals/zen.ts";
import { sameCards } from "./same-card.ts";

const RECORDS = 20_000;
const DECIMAL_RECORDS = 5_000;
const RULE_ENGINES: readonly RecordRival[] = [ZEN, JSON_RULES, FEELIN];

/** Sides that take records, and `scoreColumns` over all rows beside them, on one data set. */
export async function raceRecords(data: DataSet, rows: number, rounds: number): Promise<readonly Comparison[]> {
  const model = modelOf(data);
  const columns = drawColumns(data, rows);
  const records = recordsOf(columns, Math.min(rows, RECORDS));
  const scored = scoreColumns(model, asColumns(columns));
  const exact = answersOf(scored);
  const float = scoreByHand(columns, rows, emptyAnswers(rows));
  const scorer = compileScorer(model);
  const { fingerprint } = scorer.score(records[0] as BenchAccount).model;

  const cards = records.map((record) => scorer.score(record));
  agree("score", exact, answersOfRows(cards.map(rowOf)), records.length, EXACT);
  const byHand = records.map((record) => cardByHand(record, fingerprint));
  agree("the card by hand", float, answersOfRows(byHand.map(rowOf)), records.length, FLOAT);
  agree("the card by hand", exact, answersOfRows(byHand.map(rowOf)), records.length, ROUNDED);
  if (sameCards(cards, byHand) < records.length * 0.95) throw new Error("too few cards could be compared key by key");

  const sides: Side[] = [
    { id: "columns", rows, run: () => scoreColumns(model, asColumns(columns)) },
    { id: "score", rows: records.length, run: () => records.map((record) => scorer.score(record)) },
    { id: "card-by-hand", rows: records.length, run: () => records.map((record) => cardByHand(record, fingerprint)) },
  ];

  const decimal = naiveDecimalScorer(data.places);
  const fewer = records.slice(0, DECIMAL_RECORDS);
  agree("decimal.js", exact, answersOfRows(fewer.map(decimal)), fewer.length, EXACT);
  sides.push({ id: "decimal", rows: fewer.length, run: () => sum(fewer, (record) => decimal(record).total) });

  const jsonLogic = await openJsonLogic();
  if (jsonLogic !== null) {
    agreeOnTotals("json-logic-engine", float, records.map(jsonLogic), FLOAT);
    sides.push({ id: "json-logic", rows: records.length, run: () => sum(records, jsonLogic) });
  }
  for (const rival of RULE_ENGINES) {
    const score = await rival.open();
    if (score === null) continue;
    const few = records.slice(0, rival.rows);
    const answers: AnswerRow[] = [];
    for (const record of few) answers.push(await score(record));
    agree(rival.name, float, answersOfRows(answers), few.length, FLOAT);
    const run = async () => {
      let total = 0;
      for (const record of few) total += (await score(record)).total;
      return total;
    };
    sides.push({ id: rival.name, rows: few.length, run });
  }

  const lap = await race(sides, rounds);
  return contestsOn(data).map((contest) => comparisonOf(contest, lap));
}

function contestsOn({ title }: DataSet): readonly Contest[] {
  const columns = { ours: "columns", door: "`scoreColumns`", data: title };
  const score = { ours: "score", door: "`compileScorer(…).score`", data: title };
  const engines = RULE_ENGINES.map(({ name }) => ({ theirs: name, against: titleOf(name) }));
  return [
    { ...columns, theirs: "decimal", against: "decimal.js by hand, record by record", target: 200 },
    ...engines.map((engine) => ({ ...columns, ...engine, target: 20 })),
    { ...score, theirs: "card-by-hand", against: "float function that fills the same card", target: 0.4 },
    { ...score, theirs: "json-logic", against: `${titleOf("json-logic-engine")} compiled, a bare total`, target: null },
    { ...score, theirs: "decimal", against: "decimal.js by hand, scores and classes only", target: null },
    ...engines.map((engine) => ({ ...score, ...engine, target: null })),
  ];
}

function sum<T>(items: readonly T[], score: (item: T) => number | null): number {
  let total = 0;
  for (const item of items) total += score(item) ?? 0;
  return total;
}

function rowOf({ dimensions, total, quadrant, tier }: Scorecard): AnswerRow {
  return {
    value: dimensions.value?.score as number,
    relationship: dimensions.relationship?.score as number,
    total: total as number,
    quadrant: quadrant?.name as string,
    tier: tier?.name as string,
  };
}

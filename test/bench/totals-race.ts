import { compileScorer } from "guanxi";
import { agreeOnTotals, FLOAT } from "./agreement.ts";
import { emptyAnswers, scoreByHand } from "./by-hand.ts";
import { type Comparison, comparisonOf } from "./comparison.ts";
import { type DataSet, drawColumns, modelOf, recordsOf } from "./portfolio.ts";
import { race, type Side } from "./race.ts";
import { titleOf } from "./rivals/installed.ts";
import { openJsonLogic } from "./rivals/json-logic.ts";

const RECORDS = 20_000;

/**
 * Like for like: a record in, a bare total out. A race of its own, since the cards that other sides make and throw away leave
 * work to the collector, and it does that work while somebody else runs.
 */
export async function raceTotals(data: DataSet, rounds: number): Promise<readonly Comparison[]> {
  const columns = drawColumns(data, RECORDS);
  const records = recordsOf(columns, RECORDS);
  const { score, total } = compileScorer(modelOf(data));
  for (const record of records)
    if (total(record) !== score(record).total) throw new Error("the card has another total");
  const sides: Side[] = [{ id: "total", rows: RECORDS, run: () => sum(records, total) }];

  const jsonLogic = await openJsonLogic();
  if (jsonLogic !== null) {
    const float = scoreByHand(columns, RECORDS, emptyAnswers(RECORDS));
    agreeOnTotals("json-logic-engine", float, records.map(jsonLogic), FLOAT);
    sides.push({ id: "json-logic", rows: RECORDS, run: () => sum(records, jsonLogic) });
  }
  const contest = {
    ours: "total",
    door: "`compileScorer(…).total`",
    theirs: "json-logic",
    against: `${titleOf("json-logic-engine")} compiled, a bare total`,
    data: data.title,
    target: 1,
  };
  return [comparisonOf(contest, await race(sides, rounds))];
}

function sum<T>(items: readonly T[], score: (item: T) => number | null): number {
  let total = 0;
  for (const item of items) total += score(item) ?? 0;
  return total;
}

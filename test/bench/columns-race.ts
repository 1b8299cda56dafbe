import { scoreColumns } from "guanxi/batch";
import { agree, FLOAT, ROUNDED } from "./agreement.ts";
import { answersOf } from "./answers.ts";
import { scoreBranchFree } from "./branch-free.ts";
import { emptyAnswers, scoreByHand } from "./by-hand.ts";
import { type Comparison, comparisonOf } from "./comparison.ts";
import { asColumns, type DataSet, drawColumns, modelOf, publishedInputs } from "./portfolio.ts";
import { race, type Side } from "./race.ts";
import { openDuckDb } from "./rivals/duckdb.ts";
import { titleOf } from "./rivals/installed.ts";
import { shareOfTies } from "./ties.ts";

/** What is known of a data set once its race is run. */
export interface ColumnsRace {
  readonly data: string;
  readonly rows: number;
  /** The part of the cells under linear curves whose exact points lie on a rounding tie. */
  readonly tieShare: number;
  /** How many rows float arithmetic puts into another quadrant or tier than exact arithmetic. */
  readonly otherClass: number;
  readonly comparisons: readonly Comparison[];
}

/**
 * `scoreColumns` against whole-column rivals on one data set. Answers come first: guanxi against the loop by hand on
 * inputs as the model publishes them (the loop does not round, and a bound would part the two), the other floats against
 * the loop on the inputs as they are.
 */
export async function raceColumns(data: DataSet, rows: number, rounds: number): Promise<ColumnsRace> {
  const model = modelOf(data);
  const columns = drawColumns(data, rows);
  const published = publishedInputs(columns, data.places);
  const scored = scoreColumns(model, asColumns(published));
  if (scored.handedBack > 0) throw new Error(`${scored.handedBack} rows were handed back`);
  const exact = answersOf(scored);
  const otherClass = agree("the loop by hand", exact, scoreByHand(published, rows, emptyAnswers(rows)), rows, ROUNDED);
  const tieShare = shareOfTies(published, data.places);

  const kept = scoreByHand(columns, rows, emptyAnswers(rows));
  agree("the loop without branches", kept, scoreBranchFree(columns, rows, emptyAnswers(rows)), rows, FLOAT);
  const duckDb = await openDuckDb(columns);
  if (duckDb !== null) {
    agree("DuckDB", kept, await duckDb.answers(), rows, FLOAT);
  }

  const sides: Side[] = [
    { id: "columns", rows, run: () => scoreColumns(model, asColumns(columns)) },
    { id: "by-hand", rows, run: () => scoreByHand(columns, rows, emptyAnswers(rows)) },
    { id: "by-hand-kept", rows, run: () => scoreByHand(columns, rows, kept) },
    { id: "branch-free", rows, run: () => scoreBranchFree(columns, rows, emptyAnswers(rows)) },
  ];
  if (duckDb !== null) sides.push({ id: "duckdb", rows, run: duckDb.run });
  const lap = await race(sides, rounds);
  duckDb?.close();

  const contest = { ours: "columns", door: "`scoreColumns`", data: data.title };
  const comparisons = [
    { theirs: "by-hand", against: "float loop by hand", target: data.id === "money" ? 0.7 : 1 },
    { theirs: "by-hand-kept", against: "float loop by hand, arrays kept from call to call", target: null },
    { theirs: "branch-free", against: "float loop tuned to have no branches", target: null },
    { theirs: "duckdb", against: `${titleOf("@duckdb/node-api")}, one thread, DOUBLE`, target: 2.5 },
  ].map((rival) => comparisonOf({ ...contest, ...rival }, lap));
  return { data: data.title, rows, tieShare, otherClass, comparisons };
}

import { emptyOutputs } from "../../batch/answer/outputs.ts";
import { scoreColumns } from "../../batch/score-columns.ts";
import type { Model } from "../../schema/model-document.ts";
import { REJECTED } from "./answer-columns.ts";
import type { Columns } from "./find-columns.ts";
import { compilePreviousColumns } from "./previous-columns.ts";
import { compileCellColumns } from "./read-cells.ts";
import type { ScoreSettings } from "./score-settings.ts";
import type { BatchScorer } from "./score-table.ts";

/**
 * Scores the rows of a table by columns. A row that cannot be one of them, or is rejected, is left to be scored by itself,
 * which also tells all that is wrong with it.
 */
export function compileColumnScorer(
  model: Model,
  fields: Columns["fields"],
  { spelling, asOf, previous: previousFile }: ScoreSettings,
): BatchScorer {
  const readCells = compileCellColumns(model, fields, spelling);
  const previousOf = previousFile === undefined ? null : compilePreviousColumns(model);
  return (rows, carried) => {
    const { columns, odd } = readCells(rows);
    const previous = previousOf?.(carried, odd);
    const answers = scoreColumns(model, columns, { asOf, previous });
    answers.status.codes.forEach((code, row) => {
      if (code === REJECTED) odd[row] = 1;
    });
    return { answers, odd };
  };
}

/** Leaves every row to be scored by itself, for its card: details are told by cards. */
export function compileCardScorer(model: Model): BatchScorer {
  return (rows) => ({ answers: emptyOutputs(model, rows.rows), odd: new Uint8Array(rows.rows).fill(1) });
}

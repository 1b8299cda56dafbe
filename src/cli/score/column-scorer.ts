import { scoreColumns } from "../../batch/score-columns.ts";
import type { Model } from "../../schema/model-document.ts";
import { compileColumnAnswers } from "./answers.ts";
import type { Columns } from "./find-columns.ts";
import { compilePreviousColumns } from "./previous-columns.ts";
import { compileCellColumns } from "./read-cells.ts";
import type { ScoreSettings } from "./score-settings.ts";
import type { ColumnScorer } from "./score-table.ts";

/**
 * Scores the rows of a table by columns. A row that cannot be one of them, or is rejected, is left to be scored by itself,
 * which also tells all that is wrong with it.
 */
export function compileColumnScorer(
  model: Model,
  fields: Columns["fields"],
  { spelling, asOf, previous: previousFile }: ScoreSettings,
): ColumnScorer {
  const readCells = compileCellColumns(model, fields, spelling);
  const answersIn = compileColumnAnswers(model);
  const previousOf = previousFile === undefined ? null : compilePreviousColumns(model);
  return (rows, carried) => {
    const { columns, odd } = readCells(rows);
    const previous = previousOf?.(carried, odd);
    const answersOf = answersIn(scoreColumns(model, columns, { asOf, previous }));
    return (row) => (odd[row] === 1 ? null : answersOf(row));
  };
}

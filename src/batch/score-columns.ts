import { writeDate } from "../core/plain-date.ts";
import { CHUNK } from "../lanes/lane.ts";
import type { Model, Side } from "../schema/model-document.ts";
import type { PreviousRating } from "../schema/options.ts";
import { safeScore } from "../score/score.ts";
import { emptyOutputs, writeRow } from "./answer/outputs.ts";
import { type ArrowTable, columnsOfArrow, isArrowTable } from "./arrow/arrow-table.ts";
import { checkCall } from "./check-call.ts";
import type { Columns } from "./column.ts";
import { recordOf } from "./no-record.ts";
import { dayOf, programOf } from "./program.ts";
import type { ScoreColumnsOptions } from "./score-columns-options.ts";
import {
  type Codes,
  NO_CODE,
  NO_DAY,
  type PreviousColumns,
  type RowIssue,
  type ScoredColumns,
} from "./scored-columns.ts";

/**
 * Scores a portfolio held as columns; each row as `score` answers it, to the last digit. One bad row never stops the
 * rest. Cost: linear in rows; memory beyond the columns in and out: a few megabytes for the lanes of one chunk, and a
 * code a row for each column of plain text. Where the host has no WebAssembly, every row is scored by itself.
 *
 * @param model from `parseModel` or `defineModel`
 * @param given a column per field, all of the same length; a field without one is missing in every row. Or a table of
 *   `apache-arrow`, whose memory is read where it lies
 * @throws GuanxiError if the columns differ in length, or the options are wrong
 *
 * @example
 * ```ts
 * const scored = scoreColumns(model, { value: new Float64Array([90, 20]), relationship: [80, "40"] }, { asOf: "2026-03-31" });
 * [...scored.total]; // [85, 30]
 * scored.tier?.names[scored.tier.codes[0] ?? 0]; // "A1"
 * ```
 */
export function scoreColumns(
  model: Model,
  given: Columns | ArrowTable,
  options: ScoreColumnsOptions = {},
): ScoredColumns {
  const columns = isArrowTable(given) ? columnsOfArrow(model, given) : given;
  const rows = checkCall(model, columns, options);
  const { asOf } = options;
  const previous = options.previous ?? {};
  const { chunk, readersOf, run, finishOf } = programOf(model);
  const readers = readersOf(columns);
  const out = emptyOutputs(model, rows);
  const { finish, reject } = finishOf(previous, out);
  const issues: RowIssue[] = [];
  let handedBack = 0;

  const scoreByItself = (row: number) => {
    handedBack += 1;
    const account = recordOf(Object.keys(model.fields), (i) => readers[i]?.valueAt(row));
    const outcome = safeScore(model, account, { asOf, previous: previousOf(previous, row) });
    if (outcome.ok) return writeRow(out, row, outcome.card);
    reject(row);
    for (const { path, code } of outcome.issues) issues.push({ row, field: path.join("."), code });
    return undefined;
  };

  chunk.asOf = dayOf(asOf);
  chunk.space.load();
  for (let first = 0; first < rows; first += CHUNK) {
    chunk.first = first;
    chunk.rows = Math.min(CHUNK, rows - first);
    if (chunk.space.canRun) {
      run(readers, out);
      for (const row of finish()) scoreByItself(row);
    } else for (let row = first; row < first + chunk.rows; row++) scoreByItself(row);
  }
  return { ...out, issues, handedBack };
}

/** The previous rating of a row as `score` takes it. */
function previousOf(previous: PreviousColumns, row: number): PreviousRating {
  const nameAt = (column: Codes | null | undefined) => {
    const code = column?.codes[row] ?? NO_CODE;
    return code === NO_CODE ? null : (column?.names[code] ?? null);
  };
  const day = previous.tierValidUntil?.[row] ?? NO_DAY;
  return {
    tier: nameAt(previous.tierEarned),
    validUntil: day === NO_DAY ? null : writeDate(day),
    sides: { x: nameAt(previous.quadrantX) as Side | null, y: nameAt(previous.quadrantY) as Side | null },
  };
}

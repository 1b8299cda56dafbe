import { writeDate } from "../core/plain-date.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { scorePlacesOf } from "../schema/defaults.ts";
import type { Model, Side } from "../schema/model-document.ts";
import type { PreviousRating } from "../schema/options.ts";
import { safeScore } from "../score/score.ts";
import { COVERAGE_PLACES } from "../weight/coverage.ts";
import { type ArrowTable, columnsOfArrow, isArrowTable } from "./arrow-table.ts";
import { checkCall } from "./check-call.ts";
import type { Columns } from "./column.ts";
import { compileFinish } from "./finish.ts";
import { CHUNK, type Lane } from "./lanes.ts";
import { recordOf } from "./no-record.ts";
import { emptyOutputs, publishLane, writeRow } from "./outputs.ts";
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
 * rest. Cost: linear in rows; memory beyond the columns in and out: the lanes of one chunk, and a code a row for each
 * column of plain text.
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
  const program = programOf(model);
  const readers = program.readersOf(columns);
  const { chunk, scores } = program;
  const out = emptyOutputs(model, rows);
  const dimensions = Object.values(out.dimensions);
  const { finish, reject } = compileFinish(model, program, previous, out);
  const scoreUnit = powerOfTen(scorePlacesOf(model));
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
  for (let first = 0; first < rows; first += CHUNK) {
    chunk.first = first;
    chunk.rows = Math.min(CHUNK, rows - first);
    program.run(readers);
    for (let d = 0; d < dimensions.length; d++) {
      publishLane(scores.dimensions[d] as Lane, chunk.rows, scoreUnit, dimensions[d] as Float64Array, first);
    }
    publishLane(scores.total, chunk.rows, scoreUnit, out.total, first);
    publishLane(scores.coverage, chunk.rows, powerOfTen(COVERAGE_PLACES), out.coverage, first);
    for (const row of finish()) scoreByItself(row);
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

import { type Outputs, writeRow } from "../../batch/answer/outputs.ts";
import { type Issue, issue } from "../../core/issue.ts";
import { describeIssue, formatPath } from "../../core/wording.ts";
import type { AccountReader } from "../../record/read-account.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import { answerColumns, blank } from "./answer-columns.ts";
import type { Columns } from "./find-columns.ts";
import { firstRows } from "./first-rows.ts";
import type { IdIndex } from "./id-index.ts";
import type { Tables } from "./open-tables.ts";
import { type PreviousState, ratingOf } from "./previous-states.ts";
import type { RowLayout } from "./row-layout.ts";
import type { Counter } from "./tally.ts";

/** All that is needed to score the rows of one table. */
export interface TableScorer {
  readonly columns: Columns;
  readonly layout: RowLayout;
  readonly readId: (cell: string) => string;
  readonly readAccount: AccountReader;
  readonly safeScore: (account: unknown, previous: ReturnType<typeof ratingOf> | null) => Rated;
  readonly scoreTogether: BatchScorer;
  readonly hasDetail: boolean;
  readonly previous: IdIndex<PreviousState> | null;
  readonly counter: Counter;
}

/** Scores rows all together. */
export type BatchScorer = (
  rows: CsvRows,
  carried: readonly (PreviousState | null)[],
) => {
  readonly answers: Outputs;
  /** 1 for a row that is to be scored by itself. */
  readonly odd: Uint8Array;
};

type Rated =
  | { readonly ok: true; readonly card: Scorecard }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Scores rows as they come, one row out for each row in, in order. */
export function rowScorer(table: TableScorer, out: Pick<Tables, "scores" | "errors">): (rows: CsvRows) => void {
  const { columns, layout, counter, previous, readId, scoreTogether, hasDetail } = table;
  const { meet } = firstRows();
  let rowsBefore = 0;
  return (rows) => {
    const ids: string[] = [];
    for (let i = 0; i < rows.rows; i++) ids.push(readId(rows.cellAt(i, columns.id)));
    const carried = ids.map((id) => (id === "" ? null : (previous?.find(id) ?? null)));
    const { answers, odd } = scoreTogether(rows, carried);
    const writeAnswered = out.scores.rowsOf(answerColumns(answers));
    ids.forEach((id, i) => {
      const row = rowsBefore + i + 1;
      const fault = faultOfShape(columns, rows, i, id) ?? faultOfId(columns, meet(id, row));
      let card: Scorecard | null = null;
      if (fault !== null || odd[i] === 1) {
        const before = carried[i] as PreviousState | null;
        const outcome = fault === null ? rate(table, rows, i, before) : rejectedFor(fault);
        if (!outcome.ok) {
          const { issues } = outcome;
          blank(answers, i);
          counter.reject({ row, id, issues });
          out.scores.row(layout.rejected(id, before, rows, i));
          for (const each of issues) out.errors?.row([row, id, each.code, formatPath(each.path), describeIssue(each)]);
          return;
        }
        card = outcome.card;
        writeRow(answers, i, card);
      }
      writeAnswered(id, i, layout.beside(rows, i, hasDetail ? card : null));
    });
    counter.count(ids, answers);
    rowsBefore += rows.rows;
  };
}

/** The shape of the row first, then its id, then its cells, then its score: each can only be trusted on the one before. */
function faultOfShape(columns: Columns, rows: CsvRows, row: number, id: string): Issue | null {
  if (rows.isMisquoted(row)) return issue("cli/quotes", [], null, null);
  const width = rows.widthOf(row);
  if (width !== columns.count) return issue("cli/cells", [], columns.count, width);
  return id === "" ? issue("cli/id-missing", [columns.idName], null, null) : null;
}

function faultOfId({ idName }: Columns, first: number | null): Issue | null {
  return first === null ? null : issue("cli/id-repeated", [idName], null, first);
}

function rejectedFor(found: Issue): Rated {
  return { ok: false, issues: [found] };
}

/** One row by itself, with its card or everything that is wrong with it. */
function rate(
  { columns, readAccount, safeScore }: TableScorer,
  rows: CsvRows,
  row: number,
  carried: PreviousState | null,
): Rated {
  const text: { [field: string]: string | undefined } = {};
  for (const { field, at } of columns.fields) text[field] = rows.cellAt(row, at);
  const read = readAccount(text);
  return read.ok ? safeScore(read.account, carried === null ? null : ratingOf(carried)) : read;
}

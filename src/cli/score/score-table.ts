import { type Issue, issue } from "../../core/issue.ts";
import { describeIssue, formatPath } from "../../core/wording.ts";
import type { AccountReader } from "../../record/read-account.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { Cell } from "../../score/flat-row.ts";
import { ownText } from "../csv/own-text.ts";
import type { CsvRows } from "../csv/read-csv.ts";
import type { Columns } from "./find-columns.ts";
import { type IdIndex, idIndex } from "./id-index.ts";
import { type PreviousState, ratingOf } from "./previous-states.ts";
import type { RowLayout } from "./row-layout.ts";
import type { Counter } from "./tally.ts";

/** All that is needed to score the rows of one table. */
export interface TableScorer {
  readonly columns: Columns;
  readonly layout: RowLayout;
  readonly readId: (cell: string) => string;
  readonly readAccount: AccountReader;
  readonly safeScore: (
    account: unknown,
    previous: ReturnType<typeof ratingOf> | null,
  ) => { readonly ok: true; readonly card: Scorecard } | { readonly ok: false; readonly issues: readonly Issue[] };
  readonly previous: IdIndex<PreviousState> | null;
  readonly counter: Counter;
}

/** The rows written for some that were read, and the issues of those among them that were rejected. */
export interface ScoredRows {
  readonly scores: readonly (readonly Cell[])[];
  readonly errors: readonly (readonly Cell[])[];
}

export const ERROR_COLUMNS = ["row", "id", "code", "field", "message"] as const;

/** Scores rows as they come, one row out for each row in, in order. */
export function rowScorer(table: TableScorer): (batch: CsvRows) => ScoredRows {
  const { columns, layout, counter, previous } = table;
  const firstRows = idIndex<number>();
  let row = 0;
  const scoreOne = (cells: readonly string[], isMisquoted: boolean, scores: Cell[][], errors: Cell[][]) => {
    row++;
    const id = table.readId(cells[columns.id] ?? "");
    const carried = id === "" ? null : (previous?.find(id) ?? null);
    const outcome = rate(table, cells, isMisquoted, id, carried, () => repeatedId(firstRows, id, row));
    if (outcome.ok) {
      counter.count(id, outcome.card);
      scores.push(layout.scored(id, outcome.card, cells) as Cell[]);
      return;
    }
    const { issues } = outcome;
    counter.reject({ row, id, issues });
    scores.push(layout.rejected(id, carried, cells) as Cell[]);
    for (const each of issues) errors.push([row, id, each.code, formatPath(each.path), describeIssue(each)]);
  };
  return ({ rows, misquoted }) => {
    const scores: Cell[][] = [];
    const errors: Cell[][] = [];
    rows.forEach((cells, i) => {
      scoreOne(cells, misquoted.has(i), scores, errors);
    });
    return { scores, errors };
  };
}

type Rated = ReturnType<TableScorer["safeScore"]>;

/** The shape of the row first, then its id, then its cells, then its score: each can only be trusted on the one before. */
function rate(
  { columns, readAccount, safeScore }: TableScorer,
  cells: readonly string[],
  isMisquoted: boolean,
  id: string,
  carried: PreviousState | null,
  repeated: () => Issue | null,
): Rated {
  if (isMisquoted) return rejectedFor(issue("cli/quotes", [], null, null));
  if (cells.length !== columns.count) return rejectedFor(issue("cli/cells", [], columns.count, cells.length));
  if (id === "") return rejectedFor(issue("cli/id-missing", [columns.idName], null, null));
  const again = repeated();
  if (again !== null) return rejectedFor({ ...again, path: [columns.idName] });
  const text: { [field: string]: string | undefined } = {};
  for (const { field, at } of columns.fields) text[field] = cells[at];
  const read = readAccount(text);
  return read.ok ? safeScore(read.account, carried === null ? null : ratingOf(carried)) : read;
}

function rejectedFor(found: Issue): Rated {
  return { ok: false, issues: [found] };
}

/** Remembers the row of an id; an issue if it had one before. */
function repeatedId(firstRows: IdIndex<number>, id: string, row: number): Issue | null {
  const first = firstRows.find(id);
  if (first !== undefined) return issue("cli/id-repeated", [], null, first);
  firstRows.put(ownText(id), row);
  return null;
}

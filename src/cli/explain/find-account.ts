import { GuanxiError } from "../../core/guanxi-error.ts";
import { type Issue, issue } from "../../core/issue.ts";
import { nearMiss } from "../../core/near-miss.ts";
import { compileAccountReader } from "../../record/read-account.ts";
import { compileNumberText } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import type { PreviousRating } from "../../schema/options.ts";
import { cellsOf } from "../csv/csv-rows.ts";
import { plainText } from "../csv/plain-text.ts";
import type { Io } from "../io.ts";
import { findColumns } from "../score/find-columns.ts";
import { openAccounts } from "../score/open-accounts.ts";
import { ratingOf, readPreviousStates } from "../score/previous-states.ts";
import { stop } from "../stop.ts";
import type { ExplainSettings } from "./explain-settings.ts";

/** One account of a table, with its previous rating; or what is wrong with its row. */
export type FoundAccount =
  | {
      readonly ok: true;
      readonly account: { readonly [field: string]: unknown };
      readonly previous: PreviousRating | null;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the table to its end, so that an id that is there twice is told. */
export async function findAccount(model: Model, settings: ExplainSettings, io: Io): Promise<FoundAccount> {
  const { spelling, delimiter, map } = settings;
  const readNumber = compileNumberText(spelling);
  const plain = plainText(readNumber);
  const reader = compileAccountReader(model.fields, spelling);
  if (!reader.ok) throw new GuanxiError(reader.issues);
  const table = await openAccounts(settings, io);
  const names = table.first.map(plain);
  const columns = findColumns(names, model, { delimiter, id: settings.idColumn, map, keep: [] }, []);

  let found: { readonly cells: readonly string[]; readonly isMisquoted: boolean; readonly row: number } | undefined;
  const others: string[] = [];
  let row = 0;
  for await (const batch of table.rows) {
    for (let i = 0; i < batch.rows; i++) {
      row++;
      const id = plain(batch.cellAt(i, columns.id));
      if (id !== settings.id) {
        if (others.length < MOST_COMPARED) others.push(id);
      } else if (found !== undefined) return refused(issue("cli/id-repeated", [columns.idName], null, found.row));
      else found = { cells: cellsOf(batch, i), isMisquoted: batch.isMisquoted(i), row };
    }
  }
  if (found === undefined) return stop("cli/id-unknown", ["--id"], null, settings.id, nearMiss(settings.id, others));
  if (found.isMisquoted) return refused(issue("cli/quotes", [], null, null));
  if (found.cells.length !== columns.count) {
    return refused(issue("cli/cells", [], columns.count, found.cells.length));
  }
  const cells = found.cells;
  const read = reader.read(Object.fromEntries(columns.fields.map(({ field, at }) => [field, cells[at]])));
  if (!read.ok) return read;
  if (settings.previous === undefined) return { ...read, previous: null };
  const from = { idName: columns.idName, delimiter, readNumber };
  const state = (await readPreviousStates(settings.previous, model, from, io)).find(settings.id);
  return { ...read, previous: state === undefined ? null : ratingOf(state) };
}

/** Ids that are looked at for one that was likely meant. */
const MOST_COMPARED = 10_000;

function refused(found: Issue): FoundAccount {
  return { ok: false, issues: [found] };
}

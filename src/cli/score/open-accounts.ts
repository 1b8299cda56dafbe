import { type CsvRows, cellsOf } from "../csv/csv-rows.ts";
import { readCsv } from "../csv/read-csv.ts";
import { decodeText, readBytes } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import type { TableSettings } from "../table-settings.ts";

/** A table of accounts, opened: its first line is read. */
export interface Accounts {
  /** The names of the columns, as they stand. */
  readonly first: readonly string[];
  readonly rows: AsyncIterable<CsvRows>;
}

type AccountsSettings = Pick<TableSettings, "accounts" | "delimiter" | "encoding">;

export async function openAccounts({ accounts, delimiter, encoding }: AccountsSettings, io: Io): Promise<Accounts> {
  let rows = 0;
  const refuse = (): never => stop("cli/encoding", [], encoding, Math.max(0, rows - 1));
  const batches = readCsv(decodeText(readBytes(accounts, io), encoding, refuse), delimiter, () => rows);
  const { value: first } = await batches.next();
  if (first === undefined) return stop("cli/header", [], null, "an empty file");
  if (first.isMisquoted(0)) stop("cli/quote-stray", [], null, 0);
  rows = first.rows;
  async function* rest() {
    yield (first as CsvRows).withoutFirst();
    for await (const batch of batches) {
      rows += batch.rows;
      yield batch;
    }
  }
  return { first: cellsOf(first, 0), rows: rest() };
}

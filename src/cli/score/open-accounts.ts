import { type CsvRows, readCsv } from "../csv/read-csv.ts";
import { decodeText, readBytes } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import type { ScoreSettings } from "./score-settings.ts";

/** A table of accounts, opened: its first line is read. */
export interface Accounts {
  /** The names of the columns, as they stand. */
  readonly first: readonly string[];
  readonly rows: AsyncIterable<CsvRows>;
}

type AccountsSettings = Pick<ScoreSettings, "accounts" | "delimiter" | "encoding">;

export async function openAccounts({ accounts, delimiter, encoding }: AccountsSettings, io: Io): Promise<Accounts> {
  let rows = 0;
  const refuse = (): never => stop("cli/encoding", [], encoding, Math.max(0, rows - 1));
  const batches = readCsv(decodeText(readBytes(accounts, io), encoding, refuse), delimiter, () => rows);
  const { value: first } = await batches.next();
  if (first === undefined) return stop("cli/header", [], null, "an empty file");
  if (first.misquoted.has(0)) stop("cli/quote-stray", [], null, 0);
  rows = first.rows.length;
  async function* rest() {
    const misquoted = new Set([...(first as CsvRows).misquoted].map((i) => i - 1));
    yield { rows: (first as CsvRows).rows.slice(1), misquoted };
    for await (const batch of batches) {
      rows += batch.rows.length;
      yield batch;
    }
  }
  return { first: first.rows[0] as readonly string[], rows: rest() };
}

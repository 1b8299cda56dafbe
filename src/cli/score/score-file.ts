import { GuanxiError } from "../../core/guanxi-error.ts";
import { unguardFormula } from "../../record/formula-guard.ts";
import { compileAccountReader } from "../../record/read-account.ts";
import { compileNumberText, type NumberTextReader } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import type { PreviousRating } from "../../schema/options.ts";
import { compileScorer, type Scorer } from "../../score/compile-scorer.ts";
import { type CsvRows, readCsv } from "../csv/read-csv.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type Output, openOutput } from "../files/open-output.ts";
import { decodeText, readBytes } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import { findColumns } from "./find-columns.ts";
import { readPreviousStates } from "./previous-states.ts";
import { startProgress } from "./progress.ts";
import { layOutRows, ownColumns } from "./row-layout.ts";
import type { ScoreSettings } from "./score-settings.ts";
import { ERROR_COLUMNS, rowScorer, type ScoredRows } from "./score-table.ts";
import { rejectionLine, summaryText } from "./summary.ts";
import { type TableWriter, tableWriter } from "./table-format.ts";
import { type Counter, counter } from "./tally.ts";

/**
 * Scores a table from file to file. Everything that can be refused is refused before a file is opened for writing; then
 * rows go through in batches, each written before the next is read.
 */
export async function scoreFile(model: Model, settings: ScoreSettings, io: Io): Promise<ExitCode> {
  const readNumber = compileNumberText(settings.spelling);
  const plain = (cell: string) => unguardFormula(cell.trim(), readNumber);
  const scorer = compileScorer(model);
  checkDay(scorer, settings);
  const accounts = await openAccounts(settings, io);
  const names = accounts.first.map(plain);
  const columns = findColumns(names, model, settings, ownColumns(model, settings.hasDetail));
  const layout = layOutRows(model, columns, settings.hasDetail);
  const reader = compileAccountReader(model.fields, settings.spelling);
  if (!reader.ok) throw new GuanxiError(reader.issues);
  const from = { idName: columns.idName, delimiter: settings.delimiter, readNumber };
  const previous =
    settings.previous === undefined ? null : await readPreviousStates(settings.previous, model, from, io);
  const tally = counter(model);
  const safeScore = (account: unknown, rating: PreviousRating | null) =>
    scorer.safeScore(account, { asOf: settings.asOf, previous: rating });
  const score = rowScorer({
    columns,
    layout,
    readId: plain,
    readAccount: reader.read,
    safeScore,
    previous,
    counter: tally,
  });

  const { isQuiet } = settings;
  const progress = startProgress(io, !isQuiet);
  const written = await openTables(settings, layout.columns, readNumber, io);
  try {
    for await (const batch of accounts.rows) {
      await written.write(score(batch));
      await progress.show(tally.rows());
    }
    await written.finish();
  } catch (error) {
    await written.discard();
    throw error;
  } finally {
    await progress.clear();
  }
  await tellResult(model, settings, columns.idName, tally, io);
  return tally.tally().statuses.rejected > 0 ? EXIT.rejectedRows : EXIT.done;
}

/** A day that the model needs is asked for at once, and not by every row. */
function checkDay(scorer: Scorer, { asOf }: ScoreSettings): void {
  const outcome = scorer.safeScore({}, { asOf });
  const missing = outcome.ok ? undefined : outcome.issues.find(({ code }) => code === "options/as-of-missing");
  if (missing !== undefined)
    stop("usage/value", ["--as-of"], `the day of the rating, because of ${missing.expected}`, null);
}

interface Accounts {
  /** The names of the columns, as they stand. */
  readonly first: readonly string[];
  readonly rows: AsyncIterable<CsvRows>;
}

async function openAccounts({ accounts, delimiter, encoding }: ScoreSettings, io: Io): Promise<Accounts> {
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

interface Tables {
  readonly write: (rows: ScoredRows) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The scores, and the errors where they are asked for: written side by side, and named only when both are whole. */
async function openTables(
  settings: ScoreSettings,
  columns: readonly string[],
  readNumber: NumberTextReader | null,
  io: Io,
): Promise<Tables> {
  const { out, errors, format, delimiter, hasByteOrderMark } = settings;
  const style = { delimiter, hasByteOrderMark, readNumber };
  const tables: { readonly output: Output; readonly writer: TableWriter; readonly part: keyof ScoredRows }[] = [];
  const add = async (file: string, part: keyof ScoredRows, writer: TableWriter) => {
    const output = await openOutput(file, io);
    tables.push({ output, writer, part });
    await output.write(writer.begin);
  };
  const discard = async () => {
    for (const { output } of tables) await output.discard();
  };
  try {
    await add(out, "scores", tableWriter(format, { ...style, columns }));
    if (errors !== undefined) await add(errors, "errors", tableWriter("csv", { ...style, columns: ERROR_COLUMNS }));
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    write: async (rows) => {
      for (const { output, writer, part } of tables) {
        if (rows[part].length > 0) await output.write(writer.rows(rows[part]));
      }
    },
    finish: async () => {
      for (const { output, writer } of tables) await output.write(writer.end());
      for (const { output } of tables) await output.finish();
      for (const { output } of tables) await output.publish();
    },
    discard,
  };
}

/** The summary, where rows do not go; rejected rows also to the one who asked for no file of them. */
async function tellResult(
  model: Model,
  settings: ScoreSettings,
  idName: string,
  counter: Counter,
  io: Io,
): Promise<void> {
  const tally = counter.tally();
  const { out, errors, isQuiet } = settings;
  const sink = out === "-" ? io.stderr : io.stdout;
  const written = [
    { what: "scores", file: out },
    ...(errors === undefined ? [] : [{ what: "errors", file: errors }]),
  ].filter(({ file }) => file !== "-");
  if (!isQuiet) {
    const facts = { asOf: settings.asOf ?? null, idName, written, errors, hasColour: sink.hasColour };
    await sink.write(summaryText(model, tally, facts));
  }
  // One who sees the summary on the same terminal has just read them.
  const isTold = !isQuiet && (sink === io.stderr || (sink.isTerminal && io.stderr.isTerminal));
  if (errors !== undefined || isTold) return;
  for (const rejection of tally.rejections) await io.stderr.write(`guanxi: ${rejectionLine(rejection)}\n`);
  const rest = tally.statuses.rejected - tally.rejections.length;
  if (rest > 0) await io.stderr.write(`guanxi: … and ${rest} more rejected rows; --errors FILE writes them all\n`);
}

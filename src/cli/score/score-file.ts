import { GuanxiError } from "../../core/guanxi-error.ts";
import { unguardFormula } from "../../record/formula-guard.ts";
import { compileAccountReader } from "../../record/read-account.ts";
import { compileNumberText } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import type { PreviousRating } from "../../schema/options.ts";
import { compileScorer, type Scorer } from "../../score/compile-scorer.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import { compileCardScorer, compileColumnScorer } from "./column-scorer.ts";
import { findColumns } from "./find-columns.ts";
import { openAccounts } from "./open-accounts.ts";
import { openTables } from "./open-tables.ts";
import { readPreviousStates } from "./previous-states.ts";
import { startProgress } from "./progress.ts";
import { layOutRows, ownColumns } from "./row-layout.ts";
import type { ScoreSettings } from "./score-settings.ts";
import { rowScorer, type TableScorer } from "./score-table.ts";
import { counter } from "./tally.ts";
import { tellResult } from "./tell-result.ts";

/**
 * Scores a table from file to file. Everything that can be refused is refused before a file is opened for writing; then
 * rows go through in batches, each written before the next is read.
 */
export async function scoreFile(model: Model, settings: ScoreSettings, io: Io): Promise<ExitCode> {
  const readNumber = compileNumberText(settings.spelling);
  const unguard = (cell: string) => unguardFormula(cell, readNumber);
  const plain = (cell: string) => unguard(cell.trim());
  const scorer = compileScorer(model);
  checkDay(scorer, settings);
  const accounts = await openAccounts(settings, io);
  const names = accounts.first.map(plain);
  const columns = findColumns(names, model, settings, ownColumns(model, settings.hasDetail));
  const layout = layOutRows(model, columns, settings.hasDetail, unguard);
  const reader = compileAccountReader(model.fields, settings.spelling);
  if (!reader.ok) throw new GuanxiError(reader.issues);
  const from = { idName: columns.idName, delimiter: settings.delimiter, readNumber };
  const previous =
    settings.previous === undefined ? null : await readPreviousStates(settings.previous, model, from, io);
  const tally = counter(model);
  const safeScore = (account: unknown, rating: PreviousRating | null) =>
    scorer.safeScore(account, { asOf: settings.asOf, previous: rating });
  const table: TableScorer = {
    columns,
    layout,
    readId: plain,
    readAccount: reader.read,
    safeScore,
    scoreTogether: settings.hasDetail ? compileCardScorer(model) : compileColumnScorer(model, columns.fields, settings),
    hasDetail: settings.hasDetail,
    previous,
    counter: tally,
  };

  const { isQuiet } = settings;
  const progress = startProgress(io, !isQuiet);
  const written = await openTables(settings, layout.columns, readNumber, io);
  const score = rowScorer(table, written);
  try {
    for await (const batch of accounts.rows) {
      score(batch);
      await written.flush();
      await progress.show(tally.rows());
    }
    await written.finish();
  } catch (error) {
    await written.discard();
    throw error;
  } finally {
    await progress.clear();
  }
  const result = tally.tally();
  await tellResult(model, settings, columns.idName, result, io);
  return result.statuses.rejected > 0 ? EXIT.rejectedRows : EXIT.done;
}

/** A day that the model needs is asked for at once, and not by every row. */
export function checkDay(scorer: Scorer, { asOf }: Pick<ScoreSettings, "asOf">): void {
  const outcome = scorer.safeScore({}, { asOf });
  const missing = outcome.ok ? undefined : outcome.issues.find(({ code }) => code === "options/as-of-missing");
  if (missing !== undefined)
    stop("usage/value", ["--as-of"], `the day of the rating, because of ${missing.expected}`, null);
}

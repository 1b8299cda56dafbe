import { GuanxiError } from "../../core/guanxi-error.ts";
import { type Issue, issue } from "../../core/issue.ts";
import { nearMiss } from "../../core/near-miss.ts";
import { startSimulation } from "../../govern/simulate-change.ts";
import type { Simulation } from "../../govern/simulation.ts";
import { compileAccountReader } from "../../record/read-account.ts";
import { compileNumberText } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import { compileScorer } from "../../score/compile-scorer.ts";
import { cellsOf } from "../csv/csv-rows.ts";
import { plainText } from "../csv/plain-text.ts";
import type { Io } from "../io.ts";
import { type Columns, findColumns } from "../score/find-columns.ts";
import { openAccounts } from "../score/open-accounts.ts";
import { ratingOf, readPreviousStates } from "../score/previous-states.ts";
import { checkDay } from "../score/score-file.ts";
import type { ScoreSettings } from "../score/score-settings.ts";
import { stop } from "../stop.ts";

export interface SimulateSettings extends ScoreSettings {
  readonly mostMovers: number;
}

/** Rates every row of a table by both models, in batches. */
export async function simulateFile(from: Model, to: Model, settings: SimulateSettings, io: Io): Promise<Simulation> {
  const { asOf, mostMovers, spelling, delimiter } = settings;
  for (const model of [from, to]) checkDay(compileScorer(model), settings);
  const simulator = startSimulation(from, to, { asOf, mostMovers });
  // A field of another kind is read as the new model has it.
  const fields = { ...from.fields, ...to.fields };
  const reader = compileAccountReader(fields, spelling);
  if (!reader.ok) throw new GuanxiError(reader.issues);
  const readNumber = compileNumberText(spelling);
  const plain = plainText(readNumber);
  const accounts = await openAccounts(settings, io);
  const columns = columnsOfBoth(accounts.first.map(plain), [from, to], Object.keys(fields), settings);
  const previous =
    settings.previous === undefined
      ? null
      : await readPreviousStates(settings.previous, from, { idName: columns.idName, delimiter, readNumber }, io);
  for await (const batch of accounts.rows) {
    for (let i = 0; i < batch.rows; i++) {
      const cells = cellsOf(batch, i);
      const id = plain(cells[columns.id] ?? "");
      const fault = faultOf(cells, batch.isMisquoted(i), columns.count);
      if (fault !== null) {
        simulator.reject(id, [fault]);
        continue;
      }
      const text: { [field: string]: string | undefined } = {};
      for (const { field, at } of columns.fields) text[field] = cells[at];
      const read = reader.read(text);
      const carried = previous?.find(id);
      if (read.ok) simulator.add(read.account, id, carried === undefined ? null : ratingOf(carried));
      else simulator.reject(id, read.issues);
    }
  }
  return simulator.simulation();
}

function faultOf(cells: readonly string[], isMisquoted: boolean, count: number): Issue | null {
  if (isMisquoted) return issue("cli/quotes", [], null, null);
  return cells.length === count ? null : issue("cli/cells", [], count, cells.length);
}

/** The columns of both models; `--map` may name a field of either. */
function columnsOfBoth(
  names: readonly string[],
  models: readonly [Model, Model],
  ids: readonly string[],
  settings: ScoreSettings,
): Columns {
  for (const field of settings.map.keys()) {
    if (!ids.includes(field)) stop("usage/unknown-field", ["--map"], ids, field, nearMiss(field, ids));
  }
  const [before, after] = models.map((model) => {
    const fieldsOfIt = new Set(Object.keys(model.fields));
    const map = new Map([...settings.map].filter(([field]) => fieldsOfIt.has(field)));
    return findColumns(names, model, { ...settings, map }, []);
  }) as [Columns, Columns];
  const found = new Map([...before.fields, ...after.fields].map((each) => [each.field, each]));
  return { ...after, fields: [...found.values()] };
}

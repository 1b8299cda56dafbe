import type { Call, Command } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { readModelFile } from "../files/read-model-file.ts";
import type { Io } from "../io.ts";
import { scoreFile } from "./score-file.ts";
import { SCORE_OPTIONS } from "./score-options.ts";
import { readScoreSettings } from "./score-settings.ts";

export const SCORE: Command = {
  summary: "score a table of accounts",
  argument: "ACCOUNTS.csv",
  options: SCORE_OPTIONS,
  notes: [
    "ACCOUNTS.csv has a first line of column names; - is standard input. A field's column is the one of its name, or the single one of the same letters and digits (net_revenue for netRevenue), or the one --map names. Blank lines are skipped.",
    "The scores have a row for each row, in order: the id, status, a column for each dimension, total, coverage, quadrant, quadrantX, quadrantY, tier, tierEarned, tierHeld, tierValidUntil, then what --keep and --detail add. A rejected row carries the state of --previous. The file serves as --previous next time, as it is.",
    "Everything written is UTF-8, and so is what --previous reads. A text that a spreadsheet would run as a formula is written with a leading apostrophe, and read back without it.",
    "Memory does not grow with the rows, but for the ids: 50 bytes and the id itself for each row, to tell a repeated id, and as much again for each row of --previous.",
  ],
  examples: [
    "guanxi score accounts.csv --model model.json --as-of 2026-06-30 --out scores.csv --errors errors.csv",
    "guanxi score accounts.csv --model model.json --as-of 2026-09-30 --previous scores.csv --out scores-q3.csv --keep name,region",
    "guanxi score export.csv --model model.json --out scores.csv --map netRevenue='Umsatz (EUR)' --delimiter ';' --thousands . --decimal , --date-format DD.MM.YYYY",
    "zcat accounts.csv.gz | guanxi score - --model model.json --out - --format ndjson --quiet",
  ],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const settings = readScoreSettings(call);
  return await scoreFile(await readModelFile(settings.model), settings, io);
}

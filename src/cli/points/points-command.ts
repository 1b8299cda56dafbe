import type { Call, Command } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { readPlanFile } from "../files/read-plan-file.ts";
import type { Io } from "../io.ts";
import { pointsFile } from "./points-file.ts";
import { POINTS_OPTIONS } from "./points-options.ts";
import { readPointsSettings } from "./points-settings.ts";

export const POINTS: Command = {
  summary: "settle a table of point entries",
  argument: "ENTRIES.csv",
  options: POINTS_OPTIONS,
  notes: [
    "ENTRIES.csv has a first line of column names; - is standard input. It needs the columns account, id, kind, date and points, and may have of, source, qualifyingPoints, usableFrom, lastUsableDay (never for none) and earned. A column is the one of its name, or the single one of the same letters and digits (last_usable_day), or the one --map names. Other columns are not read.",
    "kind is accrue, redeem, reverse-accrual, reverse-redemption, adjust or transfer. A reversal names the id it reverses in of; without points it reverses all that is left. Points of adjust and transfer are below 0 when they go out. Entries may stand in any order: each account is settled by date, credits before debits, then by id.",
    "The balances have a row for each account, in order of first mention: account, entries (taken in), leftOut (rows that were not), balance, pending, owed, earned, adjusted, transferred, spent, expired, reversed, nextExpiry, nextExpiryPoints, expiringPoints (with --expiring-within), qualifyingPoints, qualifiedTier (of a plan whose qualification has tiers). Entries after DATE are taken in, but have not happened yet.",
    "A row that cannot be read is rejected; an entry that cannot be (not enough points, reversed before) is refused. The others go on. An account of more than 1000000 rows is left out as a whole, with one error.",
    "Where the rows of each account stand together, in memory are those of one account, and the names of all. Else the file is read a second time and held, up to 5000000 rows; standard input, and a longer file, must have them together.",
  ],
  examples: [
    "guanxi points entries.csv --plan plan.json --as-of 2026-06-30 --out balances.csv --errors errors.csv",
    "guanxi points entries.csv --plan plan.json --as-of 2026-06-30 --out balances.csv --expiring-within 90",
    "guanxi points export.csv --plan plan.json --as-of 2026-06-30 --out balances.csv --map account=customer_no --delimiter ';' --date-format DD.MM.YYYY",
    "zcat entries.csv.gz | guanxi points - --plan plan.json --as-of 2026-06-30 --out - --format ndjson --quiet",
  ],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const settings = readPointsSettings(call);
  return await pointsFile(await readPlanFile(settings.plan), settings, io);
}

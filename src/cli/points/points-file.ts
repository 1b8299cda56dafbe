import { compileNumberText } from "../../record/read-number-text.ts";
import type { PointsPlan } from "../../schema/points-plan-document.ts";
import { plainText } from "../csv/plain-text.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { findFields } from "../score/find-columns.ts";
import { openAccounts } from "../score/open-accounts.ts";
import { openTables } from "../score/open-tables.ts";
import { startProgress } from "../score/progress.ts";
import { stop } from "../stop.ts";
import { type Gathering, gatherApart, gatherTogether } from "./account-rows.ts";
import { ENTRY_FIELDS, NEEDED_FIELDS } from "./entry-reader.ts";
import type { PointsSettings } from "./points-settings.ts";
import { type PointsTally, pointsTally } from "./points-tally.ts";
import { type SettledTables, tableSettler } from "./table-settler.ts";
import { tellPoints } from "./tell-points.ts";

/**
 * Settles a table of entries from file to file. Accounts whose rows stand together go through one after another; where the
 * rows of one are found apart, the file is read again, and all its rows are held until its end.
 */
export async function pointsFile(plan: PointsPlan, settings: PointsSettings, io: Io): Promise<ExitCode> {
  const tally =
    (await settleFile(plan, settings, gatherTogether(), io)) ?? (await settleFile(plan, settings, gatherApart(), io));
  if (tally === null) return EXIT.failed;
  await tellPoints(plan, settings, tally, io);
  return tally.leftOut() > 0 ? EXIT.rejectedRows : EXIT.done;
}

/** `null`, and nothing written, if rows of an account stand apart. */
async function settleFile(
  plan: PointsPlan,
  settings: PointsSettings,
  gathering: Gathering,
  io: Io,
): Promise<PointsTally | null> {
  const readNumber = compileNumberText(settings.spelling);
  const plain = plainText(readNumber);
  const accounts = await openAccounts(settings, io);
  const names = accounts.first.map(plain);
  const fields = findFields(names, Object.keys(ENTRY_FIELDS), NEEDED_FIELDS, settings);
  const tally = pointsTally();
  const settler = tableSettler({ plan, settings, names, fields, readAccount: plain, gathering, tally });
  const progress = startProgress(io, !settings.isQuiet);
  const written = await openTables(settings, settler.columns, readNumber, io);
  const out: SettledTables = {
    balance: (row) => written.scores.row(row),
    error: (row) => written.errors?.row(row),
  };
  const write = async () => {
    await written.flush();
    await progress.show(tally.rows());
  };
  try {
    for await (const batch of accounts.rows) {
      if (!settler.add(batch, out)) {
        if (settings.accounts === "-") stop("cli/rows-apart", [], null, tally.rows());
        await written.discard();
        return null;
      }
      await write();
    }
    settler.end(out);
    await write();
    await written.finish();
  } catch (error) {
    await written.discard();
    throw error;
  } finally {
    await progress.clear();
  }
  return tally;
}

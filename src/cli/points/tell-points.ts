import type { PointsPlan } from "../../schema/points-plan-document.ts";
import type { Io } from "../io.ts";
import type { PointsSettings } from "./points-settings.ts";
import { leftOutLine, pointsSummary } from "./points-summary.ts";
import type { PointsTally } from "./points-tally.ts";

/** The summary, where rows do not go; rows left out also to the one who asked for no file of them. */
export async function tellPoints(
  plan: PointsPlan,
  settings: PointsSettings,
  tally: PointsTally,
  io: Io,
): Promise<void> {
  const { out, errors, isQuiet } = settings;
  const sink = out === "-" ? io.stderr : io.stdout;
  if (!isQuiet) await sink.write(pointsSummary(plan, tally, settings, sink.hasColour));
  // One who sees the summary on the same terminal has just read them.
  const isTold = !isQuiet && (sink === io.stderr || (sink.isTerminal && io.stderr.isTerminal));
  if (errors !== undefined || isTold) return;
  for (const each of tally.firstLeftOut) await io.stderr.write(`guanxi: ${leftOutLine(each.account, each)}\n`);
  const rest = tally.leftOut() - tally.firstLeftOut.length;
  if (rest > 0) await io.stderr.write(`guanxi: … and ${rest} more rows left out; --errors FILE writes them all\n`);
}

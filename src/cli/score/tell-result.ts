import type { Model } from "../../schema/model-document.ts";
import type { Io } from "../io.ts";
import type { ScoreSettings } from "./score-settings.ts";
import { rejectionLine, summaryText } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** The summary, where rows do not go; rejected rows also to the one who asked for no file of them. */
export async function tellResult(
  model: Model,
  settings: ScoreSettings,
  idName: string,
  tally: Tally,
  io: Io,
): Promise<void> {
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

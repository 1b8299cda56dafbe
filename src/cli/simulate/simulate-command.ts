import { LANGUAGES, type Language } from "../../core/language.ts";
import { passedLimits, type SimulationLimits } from "../../govern/passed-limits.ts";
import type { Call, Command } from "../command.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { readModelFile } from "../files/read-model-file.ts";
import { COLOURED, PLAIN } from "../ink.ts";
import type { Io } from "../io.ts";
import { SCORE_OPTIONS } from "../score/score-options.ts";
import { readScoreSettings } from "../score/score-settings.ts";
import { stop } from "../stop.ts";
import { simulateFile } from "./simulate-file.ts";
import { simulationText } from "./simulation-text.ts";

const FORMATS = ["text", "json"] as const;
const MOST_MOVERS_TOLD = 20;

export const SIMULATE: Command = {
  summary: "what a change of the model does to a table of accounts",
  argument: "FROM.json TO.json ACCOUNTS.csv",
  options: {
    "as-of": SCORE_OPTIONS["as-of"],
    id: SCORE_OPTIONS.id,
    map: SCORE_OPTIONS.map,
    previous: SCORE_OPTIONS.previous,
    "limit-tier": { value: "PERCENT", help: "the most that the head count of any tier may change" },
    "limit-quadrant": { value: "PERCENT", help: "the most that the head count of any quadrant may change" },
    "limit-moved": { value: "PERCENT", help: "the most accounts that may be in another status, tier or quadrant" },
    movers: { value: "COUNT", help: `how many of the accounts that move are listed; default ${MOST_MOVERS_TOLD}` },
    format: { value: "FORMAT", help: "how the result is written; default text", choices: FORMATS },
    language: { value: "LANGUAGE", help: "of the text; default en", choices: LANGUAGES },
    delimiter: { value: "CHARACTER", help: "what separates cells; a character or tab; default a comma" },
    encoding: SCORE_OPTIONS.encoding,
    "date-format": SCORE_OPTIONS["date-format"],
    thousands: SCORE_OPTIONS.thousands,
    decimal: SCORE_OPTIONS.decimal,
    percent: SCORE_OPTIONS.percent,
    yes: SCORE_OPTIONS.yes,
    no: SCORE_OPTIONS.no,
  },
  notes: [
    "Every account is rated by both models. Printed are the changes, who goes from which tier and quadrant to which, how totals shift, and the accounts that move with the changes that moved them: changes are made one after the other, in document order, a parent's weights together.",
    "ACCOUNTS.csv is read as by guanxi score; it has a column for every field that either model reads. Ids may repeat.",
    "Ends with 4 if a limit is passed (a tier that had nobody passes any), else with 3 if a row is rejected by either model, else with 0. Memory: 16 bytes for each row.",
  ],
  examples: [
    "guanxi simulate model-2026.json model-2027.json accounts.csv --as-of 2026-12-31 --limit-tier 30",
    "guanxi simulate now.json next.json accounts.csv --as-of 2026-12-31 --previous scores.csv --limit-moved 5 --format json",
    "guanxi simulate now.json next.json accounts.csv --as-of 2026-12-31 --movers 100 --language zh-CN",
  ],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const [fromFile, toFile, accounts] = call.arguments as [string, string, string];
  const settings = readScoreSettings({ ...call, argument: accounts });
  const limits: SimulationLimits = {
    tierHeads: readPercent(call, "limit-tier"),
    quadrantHeads: readPercent(call, "limit-quadrant"),
    moved: readPercent(call, "limit-moved"),
  };
  const mostMovers = readCount(call, "movers") ?? MOST_MOVERS_TOLD;
  const language = (call.value("language") ?? "en") as Language;
  const from = await readModelFile(fromFile);
  const to = await readModelFile(toFile);
  const simulation = await simulateFile(from, to, { ...settings, mostMovers }, io);
  const passed = passedLimits(simulation, limits);
  const text =
    call.value("format") === "json"
      ? `${JSON.stringify({ ...simulation, limits, passed }, null, 2)}\n`
      : simulationText(simulation, passed, language, io.stdout.hasColour ? COLOURED : PLAIN);
  await io.stdout.write(text);
  if (passed.length > 0) return EXIT.pastLimit;
  const isRejected = simulation.status.heads.some(
    ({ status, before, after }) => status === "rejected" && before + after > 0,
  );
  return isRejected ? EXIT.rejectedRows : EXIT.done;
}

const PERCENT = /^\d{1,6}(\.\d{1,6})?$/;

/** A share of 1, from a number in percent. */
function readPercent(call: Call, name: string): number | undefined {
  const text = call.value(name);
  if (text === undefined) return undefined;
  return PERCENT.test(text) ? Number(text) / 100 : stop("usage/value", [`--${name}`], "a number in percent", text);
}

function readCount(call: Call, name: string): number | undefined {
  const text = call.value(name);
  if (text === undefined) return undefined;
  return /^\d{1,6}$/.test(text) ? Number(text) : stop("usage/value", [`--${name}`], "a whole number", text);
}

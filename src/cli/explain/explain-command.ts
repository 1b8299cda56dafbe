import { GuanxiError } from "../../core/guanxi-error.ts";
import type { Issue } from "../../core/issue.ts";
import { describeIssue, formatPath } from "../../core/wording.ts";
import { explain } from "../../explain/explain.ts";
import { type LeastChanges, leastChanges } from "../../explain/least/least-changes.ts";
import type { Model } from "../../schema/model-document.ts";
import type { ScoreOptions } from "../../schema/options.ts";
import { compileScorer } from "../../score/compile-scorer.ts";
import type { Call, Command } from "../command.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { readModelFile } from "../files/read-model-file.ts";
import type { Io } from "../io.ts";
import { checkDay } from "../score/score-file.ts";
import { EXPLAIN_OPTIONS } from "./explain-options.ts";
import { type ExplainSettings, readExplainSettings } from "./explain-settings.ts";
import { explanationText } from "./explanation-text.ts";
import { findAccount } from "./find-account.ts";

export const EXPLAIN: Command = {
  summary: "explain the score of one account",
  argument: "ACCOUNTS.csv",
  options: EXPLAIN_OPTIONS,
  notes: [
    "Prints the tree of the score: points, share and contribution of every part, and every line that makes them add up (start, rounding, range, bonuses, caps), with the band, span or value that gave the points; then reason codes, gates, and for a --goal the least change of each field that reaches it.",
    "--format json writes { id, card, explanation, changes } with every number exact. A row that cannot be scored ends with 3, and its issues are told.",
  ],
  examples: [
    "guanxi explain accounts.csv --model model.json --id GC-0007 --as-of 2026-06-30",
    "guanxi explain accounts.csv --model model.json --id GC-0007 --as-of 2026-06-30 --goal up --effort visitsMade=1 --effort satisfaction=2/5",
    "guanxi explain accounts.csv --model model.json --id GC-0007 --as-of 2026-06-30 --baseline cut --of value --language zh-CN",
    "guanxi explain accounts.csv --model model.json --id GC-0007 --as-of 2026-06-30 --goal total=80 --format json",
  ],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const settings = readExplainSettings(call);
  const { id, asOf, format, language } = settings;
  const model = await readModelFile(settings.model);
  const scorer = compileScorer(model);
  checkDay(scorer, settings);
  const found = await findAccount(model, settings, io);
  if (!found.ok) return await refuse(found.issues, settings, io);
  const rating: ScoreOptions = { asOf, previous: found.previous };
  const outcome = scorer.safeScore(found.account, rating);
  if (!outcome.ok) return await refuse(outcome.issues, settings, io);
  const { card } = outcome;
  const { of, baseline } = settings;
  const explanation = byOptions(() => explain(model, card, { of, baseline, language }));
  const changes = byOptions(() => changesFor(model, found.account, rating, settings));
  const text =
    format === "json"
      ? `${JSON.stringify({ id, card, explanation, changes }, null, 2)}\n`
      : explanationText({ id, model, explanation, changes }, language, io.stdout.hasColour);
  await io.stdout.write(text);
  return EXIT.done;
}

/** The account has been scored: what is wrong with an answer now is what an option asked for. */
function byOptions<Answer>(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error;
    throw new GuanxiError(error.issues.map((each) => ({ ...each, path: [`--${each.path[0]}`] })));
  }
}

function changesFor(
  model: Model,
  account: object,
  rating: ScoreOptions,
  { goal, effort, language }: ExplainSettings,
): LeastChanges | null {
  if (goal === undefined) return null;
  return leastChanges(model, account as never, goal, { ...(rating as object), effort, language });
}

/** What is wrong with the account, where the explanation would have been. */
async function refuse(issues: readonly Issue[], { id, format, language }: ExplainSettings, io: Io): Promise<ExitCode> {
  const told = issues.map((each) => ({
    ...each,
    at: formatPath(each.path),
    message: describeIssue(each, { language }),
  }));
  if (format === "json") await io.stdout.write(`${JSON.stringify({ id, issues: told }, null, 2)}\n`);
  else for (const { message } of told) await io.stderr.write(`guanxi: ${message}\n`);
  return EXIT.rejectedRows;
}

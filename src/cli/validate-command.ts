import type { Issue } from "../core/issue.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import { describeIssue, formatPath } from "../core/wording.ts";
import { describeCure, describeFinding, describeSeverity } from "../govern/describe-finding.ts";
import type { LintFinding } from "../govern/lint-finding.ts";
import { lintModel } from "../govern/lint-model.ts";
import type { Model } from "../schema/model-document.ts";
import { runCases } from "../score/run-cases.ts";
import type { Call, Command } from "./command.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { tryModelFile } from "./files/read-model-file.ts";
import type { Io } from "./io.ts";

const FORMATS = ["text", "json"] as const;

export const VALIDATE: Command = {
  summary: "check a model, and run its cases",
  argument: "MODEL.json",
  options: {
    format: { value: "FORMAT", help: "how the result is written; default text", choices: FORMATS },
    language: { value: "LANGUAGE", help: "of issues and findings; default en", choices: LANGUAGES },
    strict: { help: "end with 1 for a warning or a hint, too" },
  },
  notes: [
    "Prints ok and what the model holds, or every issue on a line of its own. What a valid model may have wrong (a rule that can never matter, a tier that no input reaches) is told on standard error, each with its cure. Ends with 0 or 1.",
  ],
  examples: [
    "guanxi validate model.json",
    "guanxi validate model.json --format json",
    "guanxi validate model.json --strict --language zh-CN",
  ],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const outcome = await tryModelFile(call.argument);
  const issues = outcome.ok ? runCases(outcome.model).flatMap((result) => result.issues) : outcome.issues;
  const findings = outcome.ok ? lintModel(outcome.model) : [];
  const format = (call.value("format") ?? "text") as (typeof FORMATS)[number];
  const language = (call.value("language") ?? "en") as Language;
  await io.stdout.write(WRITERS[format](outcome.ok ? outcome.model : null, issues, findings, { language }));
  if (format === "text") for (const each of findings) await io.stderr.write(toldFinding(each, { language }));
  return issues.length === 0 && !(call.has("strict") && findings.length > 0) ? EXIT.done : EXIT.failed;
}

interface Wording {
  readonly language: Language;
}

function toldFinding(found: LintFinding, wording: Wording): string {
  const [severity, sentence, cure] = [describeSeverity, describeFinding, describeCure].map((tell) =>
    tell(found, wording),
  );
  return wording.language === "en" ? `${severity}: ${sentence} (${cure})\n` : `${severity}：${sentence}（${cure}）\n`;
}

type Write = (
  model: Model | null,
  issues: readonly Issue[],
  findings: readonly LintFinding[],
  wording: Wording,
) => string;

const WRITERS = {
  text: (model, issues, _, wording) => {
    if (model === null || issues.length > 0) return issues.map((each) => `${describeIssue(each, wording)}\n`).join("");
    return `ok ${model.id} ${model.version} ${model.fingerprint}\n${toldCounts(model, wording)}\n`;
  },
  json: (model, issues, findings, wording) => {
    const found = issues.map((each) => ({ ...each, at: formatPath(each.path), message: describeIssue(each, wording) }));
    const parsed = model && {
      id: model.id,
      version: model.version,
      fingerprint: model.fingerprint,
      counts: countsOf(model),
    };
    const told = findings.map((each) => ({
      ...each,
      at: formatPath(each.path),
      message: describeFinding(each, wording),
      cure: describeCure(each, wording),
    }));
    return `${JSON.stringify({ ok: issues.length === 0, model: parsed, issues: found, findings: told }, null, 2)}\n`;
  },
} satisfies { readonly [K in (typeof FORMATS)[number]]: Write };

/** What is counted, one and many. */
const WORDS = {
  fields: { en: ["field", "fields"], "zh-CN": "字段" },
  dimensions: { en: ["dimension", "dimensions"], "zh-CN": "维度" },
  indicators: { en: ["indicator", "indicators"], "zh-CN": "指标" },
  bonuses: { en: ["bonus", "bonuses"], "zh-CN": "加分规则" },
  gates: { en: ["gate", "gates"], "zh-CN": "门槛" },
  casesPassed: { en: ["case passed", "cases passed"], "zh-CN": "通过的用例" },
} as const;

type Counted = keyof typeof WORDS;

function countsOf({ fields, dimensions, bonuses, gates, cases }: Model): { readonly [K in Counted]: number } {
  return {
    fields: Object.keys(fields).length,
    dimensions: Object.keys(dimensions).length,
    indicators: Object.values(dimensions).reduce((sum, { indicators }) => sum + countLeaves(indicators), 0),
    bonuses: bonuses?.length ?? 0,
    gates: gates?.length ?? 0,
    casesPassed: cases?.length ?? 0,
  };
}

function toldCounts(model: Model, { language }: Wording): string {
  const counts = Object.entries(countsOf(model)) as [Counted, number][];
  if (language === "zh-CN") return counts.map(([what, count]) => `${WORDS[what][language]} ${count}`).join("、");
  return counts.map(([what, count]) => `${count} ${WORDS[what].en[count === 1 ? 0 : 1]}`).join(", ");
}

function countLeaves(nodes: Model["dimensions"][string]["indicators"]): number {
  return Object.values(nodes).reduce((sum, node) => sum + ("indicators" in node ? countLeaves(node.indicators) : 1), 0);
}

import type { Fact, Path } from "../core/issue.ts";
import { formatPath } from "../core/wording.ts";

/** `warning`: very likely not meant. `hint`: worth a look. */
export type Severity = "warning" | "hint";

/** What may be wrong with a model that is valid. */
export interface LintFinding {
  readonly code: LintCode;
  readonly severity: Severity;
  readonly path: Path;
  readonly facts: { readonly [name: string]: Fact };
  /** What to do about it. */
  readonly cure: string;
}

export type LintCode = keyof typeof LINTS;

/** The sentence of each code; `{…}` is a fact. */
const LINTS = {
  "lint/dominating": {
    severity: "hint",
    sentence: "decides {percent} % of the total by itself",
    cure: "lower its weight, or say in a note why one figure decides",
  },
  "lint/dead-band": {
    severity: "warning",
    sentence: "no value of {input} gets here, because it lies between {least} and {greatest}",
    cure: "remove the band, or correct the field's min or max",
  },
  "lint/same-band": {
    severity: "hint",
    sentence: "gives the same {points} points as the band before",
    cure: "remove one of the two",
  },
  "lint/dead-otherwise": {
    severity: "hint",
    sentence: "no value gets here, because every value of {input} is listed",
    cure: "remove otherwise, so that a new value of the field is noticed",
  },
  "lint/not-monotone": {
    severity: "hint",
    sentence: "points rise and fall: {points}",
    cure: "correct the points, or declare that it is meant by x: { monotone: false } on the indicator",
  },
  "lint/idle-bonus": {
    severity: "warning",
    sentence: "can never add points, because {because}",
    cure: "remove the rule, or raise what stands in its way",
  },
  "lint/capped-bonus": {
    severity: "hint",
    sentence: "gives {points} points, of which the cap lets {cap} count at most",
    cure: "lower the points, or raise the cap",
  },
  "lint/overlapping-dates": {
    severity: "warning",
    sentence: "is in force together with {other} from {from} to {until}, on the same condition",
    cure: "end one on the day before the other begins",
  },
  "lint/unreachable-tier": {
    severity: "warning",
    sentence: "no input reaches it: {score} lies between {least} and {greatest} always",
    cure: "move the bounds of the rungs, or remove the rung",
  },
  "lint/unreachable-cell": {
    severity: "warning",
    sentence: "no input reaches it: {score} lies between {least} and {greatest} always, and the cut is {cut}",
    cure: "move the cut",
  },
  "lint/unused-field": {
    severity: "hint",
    sentence: "nothing reads it",
    cure: "remove it, or read it by an indicator, a measure or a condition",
  },
  "lint/unused-measure": {
    severity: "hint",
    sentence: "nothing reads it",
    cure: "remove it, or read it by an indicator or a condition",
  },
  "lint/duplicate-input": {
    severity: "hint",
    sentence: "reads {input}, as {other} does: it counts twice",
    cure: "leave one of the two, or say in a note why it counts twice",
  },
  "lint/correlated-inputs": {
    severity: "hint",
    sentence:
      "{input} and {otherInput}, which {other} reads, put {accounts} accounts in the same order (rank correlation {correlation})",
    cure: "leave one of the two, or share one weight between them in a group",
  },
} as const satisfies {
  readonly [code: string]: { readonly severity: Severity; readonly sentence: string; readonly cure: string };
};

export function finding(code: LintCode, path: Path, facts: LintFinding["facts"] = {}): LintFinding {
  const { severity, cure } = LINTS[code];
  return { code, severity, path, facts, cure };
}

/**
 * The sentence of a finding: its place, and what was found.
 *
 * @example
 * ```ts
 * describeFinding({ code: "lint/unused-field", severity: "hint", path: ["fields", "spare"], facts: {}, cure: "" });
 * // "fields.spare: nothing reads it"
 * ```
 */
export function describeFinding({ code, path, facts }: LintFinding): string {
  const sentence = LINTS[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => tell(facts[name]));
  return `${formatPath(path)}: ${sentence}`;
}

function tell(fact: Fact | undefined): string {
  return Array.isArray(fact) ? fact.map(tell).join(", ") : String(fact ?? "…");
}

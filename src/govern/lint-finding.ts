import type { Fact, Path } from "../core/issue.ts";

/** `warning`: very likely not meant. `hint`: worth a look. */
export type Severity = "warning" | "hint";

/** What may be wrong with a model that is valid, as facts. `describeFinding` and `describeCure` have words for them. */
export interface LintFinding {
  readonly code: LintCode;
  readonly severity: Severity;
  readonly path: Path;
  /** Figures, ids and days; `null` for a day that is open. */
  readonly facts: { readonly [name: string]: Fact };
}

const SEVERITIES = {
  "lint/unused-field": "hint",
  "lint/unused-measure": "hint",
  "lint/dominating": "hint",
  "lint/duplicate-input": "hint",
  "lint/correlated-inputs": "hint",
  "lint/dead-band": "warning",
  "lint/same-band": "hint",
  "lint/dead-otherwise": "hint",
  "lint/not-monotone": "hint",
  "lint/idle-bonus": "warning",
  "lint/capped-bonus": "hint",
  "lint/overlapping-dates": "warning",
  "lint/idle-gate": "warning",
  "lint/unreachable-tier": "warning",
  "lint/unreachable-cell": "warning",
} as const satisfies { readonly [code: string]: Severity };

/** The stable code of a finding. */
export type LintCode = keyof typeof SEVERITIES;

/** Why a rule can never matter; the fact `because` of `lint/idle-bonus`. */
export type Idleness =
  | "factor"
  | "condition"
  | "ended"
  | "not-begun"
  | "first"
  | "stronger"
  | "group-full"
  | "target-full";

export function finding(code: LintCode, path: Path, facts: LintFinding["facts"] = {}): LintFinding {
  return { code, severity: SEVERITIES[code], path, facts };
}

import { type Fact, type Issue, issue, type Path } from "../core/issue.ts";

/**
 * How the totals of a written scorecard stand to those of its model, over the accounts that the model scores:
 * `exact` the same; `rounded` apart by roundings in between, which a scorecard does not have; `partial` the same but for
 * accounts that something in the list concerns; `none` there is no scorecard.
 */
export type PmmlAgreement = "exact" | "rounded" | "partial" | "none";

/** What each thing that a scorecard cannot hold makes of the agreement. */
const AGREEMENTS = {
  "pmml/section": "exact",
  "pmml/published": "exact",
  "pmml/day": "exact",
  "pmml/rounding": "rounded",
  "pmml/refused": "partial",
  "pmml/clamp": "partial",
  "pmml/bonus": "partial",
  "pmml/combine": "none",
  "pmml/characters": "none",
} satisfies { readonly [code: string]: PmmlAgreement };

const BEST_FIRST: readonly PmmlAgreement[] = ["exact", "rounded", "partial", "none"];

/** What cannot be held, while a scorecard is written. */
export interface HeldBack {
  readonly issues: Issue[];
  readonly tell: (code: keyof typeof AGREEMENTS, path: Path, expected: Fact, found: Fact) => void;
}

export function holdBack(): HeldBack {
  const issues: Issue[] = [];
  return { issues, tell: (code, path, expected, found) => issues.push(issue(code, path, expected, found)) };
}

/** The worst of what the issues make of it. */
export function agreementOf(issues: readonly Issue[]): PmmlAgreement {
  const known: { readonly [code: string]: PmmlAgreement } = AGREEMENTS;
  const worst = issues.reduce((most, { code }) => Math.max(most, BEST_FIRST.indexOf(known[code] ?? "exact")), 0);
  return BEST_FIRST[worst] as PmmlAgreement;
}

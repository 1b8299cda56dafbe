import type { Fact, Issue, IssueCode, Path } from "../../../src/core/issue.ts";

/**
 * One mistake, and the one issue that tells it. Every area of codes has a file `<area>.provocations.ts` beside this one,
 * listed in `all-provocations.ts`; a code without any fails the completeness test, and the first of each code is the
 * example in `docs/reference/issues.md`.
 */
interface Mistake {
  readonly code: IssueCode;
  /** What was done wrong: the title of the test. */
  readonly mistake: string;
  readonly sentence: string;
}

/** A mistake made with a function of the library, which answers with facts. */
export interface Provocation extends Mistake {
  /** Makes the mistake and answers with all its issues. */
  readonly provoke: () => readonly Issue[];
  readonly path: Path;
  readonly expected: Fact;
  readonly found: Fact;
  readonly suggestion?: string;
}

/** A mistake made at the command line, which answers with sentences. */
export interface ToldProvocation extends Mistake {
  /** Makes the mistake and answers with all its sentences. */
  readonly tell: () => Promise<readonly string[]>;
}

/** The issues of an outcome, none if it is one. */
export function issuesOf(outcome: { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] }) {
  return outcome.ok ? [] : outcome.issues;
}

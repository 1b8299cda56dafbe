import { readdirSync } from "node:fs";
import type { Fact, Issue, IssueCode, Path } from "../../../src/core/issue.ts";

/**
 * One mistake, and the one issue that tells it. Every area of codes has a file `<area>.provocations.ts` beside this one
 * that exports its `provocations`; a code without any fails the completeness test, and the first of each code is the
 * example in `docs/reference/issues.md`.
 */
export interface Provocation {
  readonly code: IssueCode;
  /** What was done wrong: the title of the test. */
  readonly mistake: string;
  /** Makes the mistake and answers with all its issues. */
  readonly provoke: () => readonly Issue[];
  readonly path: Path;
  readonly expected: Fact;
  readonly found: Fact;
  readonly suggestion?: string;
  readonly sentence: string;
}

export async function allProvocations(): Promise<readonly Provocation[]> {
  const areas = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".provocations.ts"));
  const tables = await Promise.all(areas.map((file) => import(new URL(file, import.meta.url).href)));
  return tables.flatMap(({ provocations }: { provocations: readonly Provocation[] }) => provocations);
}

/** The issues of an outcome, none if it is one. */
export function issuesOf(outcome: { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] }) {
  return outcome.ok ? [] : outcome.issues;
}

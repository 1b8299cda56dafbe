import { type Fact, type Issue, issue, type Path } from "../core/issue.ts";
import type { Case, Model } from "../schema/model-document.ts";
import { type Cell, flatRow } from "./flat-row.ts";
import { safeScore } from "./score.ts";

/** What trying one case of a model showed: no issues, or the cells that differ from what it expects. */
export interface CaseResult {
  readonly id: string;
  readonly issues: readonly Issue[];
}

/** Tries every case of a model: scores its account and compares each cell it expects. */
export function runCases(model: Model): readonly CaseResult[] {
  return (model.cases ?? []).map((each, i) => ({ id: each.id, issues: tryCase(model, each, ["cases", i]) }));
}

function tryCase(model: Model, { account, asOf, previous, override, expect }: Case, path: Path): readonly Issue[] {
  const outcome = safeScore(model, account, { asOf, previous, override });
  if (!outcome.ok) return outcome.issues.map((found) => ({ ...found, path: [...path, ...found.path] }));
  const row: { readonly [column: string]: Cell } = flatRow(outcome.card);
  return Object.keys(expect)
    .filter((column) => row[column] !== expect[column])
    .map((column) => issue("model/case", [...path, "expect", column], told(expect[column]), row[column] as Fact));
}

function told(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "nothing" : JSON.stringify(cell);
}

import { safeParseModel } from "../model/parse-model.ts";
import type { Model } from "../schema/model-document.ts";
import { applyChanges } from "./apply-changes.ts";
import type { Change, ScoringKind } from "./change.ts";
import { diffModels } from "./diff-models.ts";

/** Changes that are made together, and the model with them and all before them. */
export interface ChangeStep {
  readonly changes: readonly Change<ScoringKind>[];
  readonly model: Model;
}

/**
 * The way from one model to another in steps, in document order: a parent's weights go together, and so do the changes of
 * one rule, field, ladder or quadrant. Changes that are no model by themselves wait for the next ones.
 */
export function changeSteps(from: Model, to: Model): readonly ChangeStep[] {
  const groups = grouped(diffModels(from, to).scoring);
  const steps: ChangeStep[] = [];
  const { cases: _cases, ...start } = from;
  let [current, waiting]: [unknown, readonly Change<ScoringKind>[]] = [start, []];
  groups.forEach((group, i) => {
    waiting = [...waiting, ...group];
    current = applyChanges(current, group);
    const outcome = i === groups.length - 1 ? ({ ok: true, model: to } as const) : safeParseModel(current);
    if (!outcome.ok) return;
    steps.push({ changes: waiting, model: outcome.model });
    waiting = [];
  });
  return steps;
}

/** Groups in the order of their first changes. */
function grouped(changes: readonly Change<ScoringKind>[]): readonly (readonly Change<ScoringKind>[])[] {
  const groups = new Map<string, Change<ScoringKind>[]>();
  for (const change of changes) {
    const key = JSON.stringify(groupOf(change));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

/** What stands or falls together, as a path. */
function groupOf({ kind, path }: Change<ScoringKind>): readonly (string | number)[] {
  const [section = ""] = path;
  if (kind === "weight") return [...path.slice(0, -2), "weights"];
  if (kind === "indicator" || kind === "dimension") return [...path.slice(0, -1), "weights"];
  if (section === "dimensions") return path;
  return ["tier", "quadrant", "range", "places"].includes(section as string) ? [section] : path.slice(0, 2);
}

import { factOf, type Issue, issue } from "../../core/issue.ts";
import { nearMiss } from "../../core/near-miss.ts";
import { publish } from "../../core/publish.ts";
import { isKeyed, unknownKeys } from "../../core/unknown-keys.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import { checkWording } from "../texts.ts";
import type { Goal, GoalKind } from "./goal.ts";
import type { LeastChangesOptions } from "./least-changes-options.ts";

/** What is wrong with a goal: its kind, or what it names. */
export function checkGoal(model: Model, goal: Goal): readonly Issue[] {
  const kinds = Object.keys(CHECKS);
  const kind: unknown = (goal as Goal | null)?.kind;
  if (typeof kind !== "string" || !kinds.includes(kind)) {
    return [issue("document/choice", ["goal", "kind"], kinds, factOf(kind))];
  }
  return (CHECKS[kind as GoalKind] as (model: Model, goal: Goal) => readonly Issue[])(model, goal);
}

const CHECKS = {
  "tier-up": (model: Model) => checkTier(model, null),
  stay: (model: Model) => checkTier(model, null),
  tier: (model: Model, { name }: { readonly name: string }) => checkTier(model, name),
  quadrant: checkCell,
  score: checkScore,
} satisfies { readonly [K in GoalKind]: (model: Model, goal: never) => readonly Issue[] };

function checkTier({ tier }: Model, name: unknown): readonly Issue[] {
  if (tier === undefined) return [missing("tier")];
  const names = tier.rungs.map((rung) => rung.name);
  if (name === null || names.includes(name as string)) return [];
  return [issue("options/unknown-tier", ["goal", "name"], names, factOf(name), nearMiss(name, names))];
}

function checkCell({ quadrant }: Model, { name }: { readonly name: unknown }): readonly Issue[] {
  if (quadrant === undefined) return [missing("quadrant")];
  const names = quadrant.cells.map((cell) => cell.name);
  if (names.includes(name as string)) return [];
  return [issue("options/unknown-cell", ["goal", "name"], names, factOf(name), nearMiss(name, names))];
}

function missing(section: string): Issue {
  return issue("options/section-missing", ["goal"], section, null);
}

function checkScore(model: Model, { of = "total", atLeast }: Extract<Goal, { kind: "score" }>): readonly Issue[] {
  const scores = [...Object.keys(model.dimensions), "total"];
  const isScore = typeof atLeast === "number" && typeof publish(atLeast, scorePlacesOf(model)) === "number";
  return [
    ...(scores.includes(of)
      ? []
      : [issue("model/unknown-score", ["goal", "of"], scores, factOf(of), nearMiss(of, scores))]),
    ...(isScore ? [] : [issue("options/score", ["goal", "atLeast"], null, factOf(atLeast))]),
  ];
}

const KEYS: readonly (keyof LeastChangesOptions)[] = ["asOf", "previous", "override", "effort", "language", "texts"];

/** What is wrong with the options that are not those of a rating. */
export function checkOptions(options: LeastChangesOptions, changeable: readonly string[]): readonly Issue[] {
  const { effort = {} } = options;
  const issues: Issue[] = [...unknownKeys(options, KEYS), ...checkWording(options)];
  if (!isKeyed(effort)) return [...issues, issue("document/type", ["effort"], "an object", factOf(effort))];
  for (const [field, each] of Object.entries(effort)) {
    const path = ["effort", field];
    if (!changeable.includes(field)) {
      issues.push(issue("model/unknown-field", path, changeable, field, nearMiss(field, changeable)));
    }
    for (const key of ["weight", "per"] as const) {
      const number: unknown = each?.[key];
      if (number === undefined && key === "per") continue;
      if (typeof number !== "number" || !Number.isFinite(number)) {
        issues.push(issue("document/type", [...path, key], "a number", factOf(number)));
      } else if (number <= 0) issues.push(issue("document/above", [...path, key], 0, number));
    }
  }
  return issues;
}

import { requireParsed } from "../model/require-parsed.ts";
import { pointsPlacesOf } from "../schema/defaults.ts";
import type { Curve, Model } from "../schema/model-document.ts";
import type { Change, ModelDiff, ModelName, OtherKind, ScoringKind } from "./change.ts";
import { curveDifference } from "./curve-difference.ts";
import { documentChanges } from "./document-changes.ts";

/**
 * What differs between two models, place by place: what decides cards, and apart from it what does not (words, the
 * model's name, the days it is meant for, its cases).
 *
 * @example
 * ```ts
 * const { dimensions } = model;
 * const b = withModel(model, { version: "2", dimensions: { ...dimensions, value: { ...dimensions.value, bonusCap: 5 } } });
 * const diff = diffModels(model, b);
 * diff.scoring; // [{ kind: "cap", path: ["dimensions", "value", "bonusCap"], to: 5 }]
 * diff.other; // [{ kind: "name", path: ["version"], from: "1", to: "2" }]
 * ```
 */
export function diffModels(from: Model, to: Model): ModelDiff {
  requireParsed(from);
  requireParsed(to);
  const places = Math.max(pointsPlacesOf(from), pointsPlacesOf(to));
  const changes = documentChanges(from, to).map((each) => withPoints(each, places));
  return {
    from: nameOf(from),
    to: nameOf(to),
    scoring: changes.filter(isScoring),
    other: changes.filter((each): each is Change<OtherKind> => !isScoring(each)),
  };
}

/** A changed curve also tells where its points differ, unless the two read inputs of different forms. */
function withPoints(change: Change, places: number): Change {
  if (change.kind !== "curve" || change.from === undefined || change.to === undefined) return change;
  const points = curveDifference(change.from as Curve, change.to as Curve, places);
  return points === null ? change : { ...change, points };
}

export function nameOf({ id, version, fingerprint }: Model): ModelName {
  return { id, version, fingerprint };
}

const OTHER = new Set<string>(["words", "name", "effective", "case"] satisfies readonly OtherKind[]);

function isScoring(change: Change): change is Change<ScoringKind> {
  return !OTHER.has(change.kind);
}

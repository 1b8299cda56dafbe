import type { Path } from "../core/issue.ts";
import { fromScaled, mostDecimals, toScaled } from "../core/scaled.ts";
import type { Branch, Model } from "../schema/model-document.ts";
import { weightSum } from "../weight/weight-sum.ts";
import { applyChanges } from "./apply-changes.ts";
import type { Change } from "./change.ts";

/** A weight, its place, and those it shares a whole with. */
export interface SharedWeight {
  /** Where it stands, `weight` included. */
  readonly path: Path;
  readonly weight: number;
  /** What all of them sum to, 1 or 100. */
  readonly whole: number;
  readonly siblings: readonly { readonly path: Path; readonly weight: number }[];
}

/** Every weight above 0 that has a sibling above 0, in document order. */
export function sharedWeights(model: Model): readonly SharedWeight[] {
  const below = (path: Path, branch: Branch): readonly SharedWeight[] => {
    const at = [...path, "indicators"];
    const own = (branch.combine ?? "mean") === "mean" ? shared(at, branch.indicators) : [];
    const inner = Object.entries(branch.indicators).flatMap(([id, node]) =>
      "indicators" in node ? below([...at, id], node) : [],
    );
    return [...own, ...inner];
  };
  const { dimensions } = model;
  const inside = Object.entries(dimensions).flatMap(([id, dimension]) => below(["dimensions", id], dimension));
  return [...shared(["dimensions"], dimensions), ...inside];
}

function shared(above: Path, nodes: { readonly [id: string]: { readonly weight?: number } }): readonly SharedWeight[] {
  const all = Object.entries(nodes)
    .map(([id, { weight = 0 }]) => ({ path: [...above, id, "weight"], weight }))
    .filter(({ weight }) => weight > 0);
  const whole = weightSum(all.map(({ weight }) => weight));
  return all.length < 2 ? [] : all.map((each) => ({ ...each, whole, siblings: all.filter((other) => other !== each) }));
}

/** Decimals of the siblings' weights: weights in percent have 8, parts of 1 have 10, more where one has more. */
const PLACES = { 1: 10, 100: 8 } as const;

/**
 * The model with one weight at another value, between 0 and the whole: its siblings share the rest in the proportion they
 * have, rounded down at 8 decimals (10 where weights sum to 1) but never to 0, and the largest takes what that leaves. Such
 * weights sum to the whole, so what parsing proved of the model is true of this one; only the fingerprint is not its own.
 */
export function withWeightAt(model: Model, { path, whole, siblings }: SharedWeight, weight: number): Model {
  const places = Math.max(whole === 1 ? PLACES[1] : PLACES[100], mostDecimals([weight]));
  const rest = toScaled(whole, places) - toScaled(weight, places);
  const sum = weightSum(siblings.map((each) => each.weight));
  const parts = siblings.map((each) => Math.max(1, Math.floor((rest * each.weight) / sum)));
  const largest = siblings.reduce((best, each, i) => (each.weight > (siblings[best]?.weight ?? 0) ? i : best), 0);
  parts[largest] = rest - parts.reduce((total, part, i) => (i === largest ? total : total + part), 0);
  const changes: readonly Change[] = [
    { kind: "weight", path, to: weight },
    ...siblings.map((each, i) => ({
      kind: "weight" as const,
      path: each.path,
      to: fromScaled(parts[i] as number, places),
    })),
  ];
  return applyChanges(model, changes) as Model;
}

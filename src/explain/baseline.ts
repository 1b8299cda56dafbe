import { exactQuotient } from "../core/exact-quotient.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { publish } from "../core/publish.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import type { Branch, Rung } from "../schema/model-document.ts";
import { attainableOf, isCounted } from "./attainable-part.ts";
import { difference, sumOf } from "./exact-decimals.ts";
import type { DimensionPart, GroupPart, NodePart, TotalPart } from "./explanation.ts";
import type { Frame } from "./frame.ts";

/**
 * What points are compared with: the best or the worst that each indicator could have; the cut of its dimension; or points
 * given for each, by path, those not named being left out.
 *
 * The cut of a dimension is that of the quadrant's axis on it, else the bound of the rung above the earned one if the tier
 * is on it (of the best rung, its own), else the same of the total. Children of a mean, a minimum and a maximum are each
 * compared with their parent's cut; those of a sum share it by the room each has between its worst and its best.
 */
export type Baseline = BaselineName | { readonly points: { readonly [path: string]: number } };
export type BaselineName = (typeof BASELINES)[number];
export const BASELINES = ["best", "worst", "cut"] as const;

/** The baseline points of a part; null where it has none. */
export type BaselineOf = (part: NodePart) => number | null;

/**
 * @throws GuanxiError if the model has no cut for what is explained, or given points are not points of the model's nodes
 */
export function baselineOf(baseline: Baseline, scored: TotalPart | DimensionPart, frame: Frame): BaselineOf {
  if (typeof baseline === "object") return givenPoints(baseline.points, frame);
  if (baseline === "cut") return cutPoints(scored, frame);
  const end = baseline === "worst" ? 0 : 1;
  return (part) => attainableOf(part, frame)[end];
}

function givenPoints(points: { readonly [path: string]: number }, frame: Frame): BaselineOf {
  const known = Object.entries(frame.model.dimensions).flatMap(([id, branch]) => [id, ...pathsBelow(id, branch)]);
  const issues: Issue[] = [];
  const published = new Map<string, number>();
  for (const [path, value] of Object.entries(points)) {
    const at = ["baseline", "points", path];
    const read = typeof value === "number" ? publish(value, frame.pointsPlaces) : null;
    if (!known.includes(path)) issues.push(issue("document/unknown-key", at, known, path, nearMiss(path, known)));
    else if (typeof read !== "number") issues.push(issue("document/type", at, "a number", factOf(value)));
    else published.set(path, read);
  }
  if (issues.length > 0) throw new GuanxiError(issues);
  return ({ path }) => published.get(path) ?? null;
}

function pathsBelow(above: string, { indicators }: Branch): readonly string[] {
  return Object.entries(indicators).flatMap(([id, node]) => {
    const path = `${above}.${id}`;
    return "indicators" in node ? [path, ...pathsBelow(path, node)] : [path];
  });
}

function cutPoints(scored: TotalPart | DimensionPart, frame: Frame): BaselineOf {
  const targets = new Map<string, number>();
  const dimensions = scored.kind === "total" ? scored.parts : [scored];
  let cuts = 0;
  for (const dimension of dimensions) {
    const cut = cutOf(dimension.path, frame) ?? cutOf("total", frame);
    if (cut === null) continue;
    cuts += 1;
    targets.set(dimension.path, cut);
    spread(dimension, cut, targets, frame);
  }
  if (cuts === 0) throw new GuanxiError([issue("options/section-missing", ["baseline"], "quadrant or tier", null)]);
  return ({ path }) => targets.get(path) ?? null;
}

/** The cut of a score; null where neither the quadrant nor the tier is about it. */
function cutOf(score: string, { model, card }: Frame): number | null {
  const { quadrant, tier } = model;
  if (quadrant?.x === score) return quadrant.cut.x;
  if (quadrant?.y === score) return quadrant.cut.y;
  if (tier?.on !== score) return null;
  const earned = tier.rungs.findIndex(({ name }) => name === card.tier?.earned);
  const above = earned < 0 ? tier.rungs.length - 2 : Math.max(0, earned - 1);
  return (tier.rungs[above] as Rung | undefined)?.from ?? null;
}

/** What the children would have so that their parent has the target. */
function spread(parent: DimensionPart | GroupPart, target: number, targets: Map<string, number>, frame: Frame): void {
  if (parent.combine === "product") return;
  const children = parent.parts.filter((child) => isCounted(child, parent));
  const own = parent.combine === "sum" ? sharesOfSum(parent, children, target, frame) : children.map(() => target);
  children.forEach((child, i) => {
    const points = own[i] as number;
    targets.set(child.path, points);
    if (child.kind === "group") spread(child, points, targets, frame);
  });
}

/** worstᵢ + (target − start − Σ worst) × roomᵢ ÷ Σ room, where room = best − worst. */
function sharesOfSum(
  { start }: DimensionPart | GroupPart,
  children: readonly NodePart[],
  target: number,
  frame: Frame,
): readonly number[] {
  const { finest } = frame;
  const ranges = children.map((child) => attainableOf(child, frame));
  const worst = ranges.map(([least]) => least);
  const rooms = ranges.map(([least, best]) => difference(best, least, finest));
  const whole = toScaled(sumOf(rooms, finest), finest);
  const above = toScaled(sumOf([target, -start, ...worst.map((least) => -least)], finest), finest);
  return children.map((child, i) => {
    if (whole === 0) return child.points as number;
    const part = exactQuotient(above, toScaled(rooms[i] as number, finest), whole);
    return sumOf([worst[i] as number, fromScaled(part, finest)], finest);
  });
}

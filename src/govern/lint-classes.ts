import type { Model, Side } from "../schema/model-document.ts";
import { finding, type LintFinding } from "./lint-finding.ts";
import { type Bounds, scoreBounds } from "./score-bounds.ts";

/** Rungs and cells that no input can reach, proved from the points that curves, bonuses and deductions can give. */
export function lintClasses(model: Model): readonly LintFinding[] {
  const boundsOf = scoreBounds(model);
  return [...lintTier(model, boundsOf), ...lintQuadrant(model, boundsOf)];
}

function lintTier({ tier, gates }: Model, boundsOf: (score: string) => Bounds): readonly LintFinding[] {
  if (tier === undefined) return [];
  const bounds = boundsOf(tier.on);
  const named = new Set((gates ?? []).flatMap(({ tierAtLeast, tierAtMost }) => [tierAtLeast, tierAtMost]));
  return tier.rungs.flatMap(({ name, from }, i) => {
    const above = i === 0 ? undefined : tier.rungs[i - 1]?.from;
    const isTooHigh = from !== undefined && from > bounds.high;
    const isTooLow = above !== undefined && above <= bounds.low;
    if (named.has(name) || !(isTooHigh || isTooLow)) return [];
    return [finding("lint/unreachable-tier", ["tier", "rungs", i], { score: tier.on, ...told(bounds) })];
  });
}

function lintQuadrant({ quadrant }: Model, boundsOf: (score: string) => Bounds): readonly LintFinding[] {
  if (quadrant === undefined) return [];
  const { cut, cells } = quadrant;
  return cells.flatMap((cell, i) => {
    const axis = (["x", "y"] as const).find((each) => !isReached(cell[each], cut[each], boundsOf(quadrant[each])));
    if (axis === undefined) return [];
    const facts = { score: quadrant[axis], ...told(boundsOf(quadrant[axis])), cut: cut[axis] };
    return [finding("lint/unreachable-cell", ["quadrant", "cells", i], facts)];
  });
}

function isReached(side: Side, cut: number, { low, high }: Bounds): boolean {
  return side === "high" ? high >= cut : low < cut;
}

function told({ low, high }: Bounds): { readonly least: number; readonly greatest: number } {
  const short = (value: number) => Number(value.toFixed(4));
  return { least: short(low), greatest: short(high) };
}

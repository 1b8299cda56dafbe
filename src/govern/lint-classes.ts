import { NO } from "../explain/bounds/region.ts";
import type { Model, Side } from "../schema/model-document.ts";
import { finding, type LintFinding } from "./lint-finding.ts";
import type { Reach, Span } from "./reach.ts";

/** Gates that can never fire, and rungs and cells that no input can reach, proved from what fields can be and what curves and rules can give. */
export function lintClasses(model: Model, reach: Reach): readonly LintFinding[] {
  return [...lintGates(model, reach), ...lintTier(model, reach), ...lintQuadrant(model, reach)];
}

function lintGates({ gates = [] }: Model, reach: Reach): readonly LintFinding[] {
  return gates.flatMap((_, i) =>
    reach.gates[i] === NO ? [finding("lint/idle-gate", ["gates", i], { because: "condition" })] : [],
  );
}

function lintTier({ tier, gates }: Model, reach: Reach): readonly LintFinding[] {
  const span = tier === undefined ? null : reach.score(tier.on);
  if (tier === undefined || span === null) return [];
  const fired = (gates ?? []).filter((_, i) => reach.gates[i] !== NO);
  const named = new Set(fired.flatMap(({ tierAtLeast, tierAtMost }) => [tierAtLeast, tierAtMost]));
  return tier.rungs.flatMap(({ name, from }, i) => {
    const above = i === 0 ? undefined : tier.rungs[i - 1]?.from;
    const isTooHigh = from !== undefined && from > span.greatest;
    const isTooLow = above !== undefined && above <= span.least;
    if (named.has(name) || !(isTooHigh || isTooLow)) return [];
    return [finding("lint/unreachable-tier", ["tier", "rungs", i], { score: tier.on, ...span })];
  });
}

function lintQuadrant({ quadrant }: Model, reach: Reach): readonly LintFinding[] {
  if (quadrant === undefined) return [];
  const { cut, cells } = quadrant;
  const spans = { x: reach.score(quadrant.x), y: reach.score(quadrant.y) };
  return cells.flatMap((cell, i) => {
    const axis = (["x", "y"] as const).find((each) => !isReached(cell[each], cut[each], spans[each]));
    if (axis === undefined) return [];
    const facts = { score: quadrant[axis], ...spans[axis], cut: cut[axis] };
    return [finding("lint/unreachable-cell", ["quadrant", "cells", i], facts)];
  });
}

/** Of a score that nobody has, nothing is said. */
function isReached(side: Side, cut: number, span: Span | null): boolean {
  if (span === null) return true;
  return side === "high" ? span.greatest >= cut : span.least < cut;
}

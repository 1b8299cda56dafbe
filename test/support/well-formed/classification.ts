import { checkCondition } from "./conditions.ts";
import { decimals, isStrictlyRising, type Look } from "./look.ts";

export function checkClassification(look: Look): void {
  const { document, require, low, high, score } = look;
  const scores = ["total", ...Object.keys(document.dimensions)];
  const isScore = (each: number): boolean => each >= low && each <= high && decimals(each) <= score;
  const isBand = (each = 0): boolean => each >= 0 && decimals(each) <= score;
  const { quadrant, tier } = document;
  require(decimals(low) <= Math.min(look.points, score), "range");
  require(decimals(high) <= Math.min(look.points, score) && low < high, "range");
  if (quadrant) {
    require(scores.includes(quadrant.x) && scores.includes(quadrant.y), "axes");
    require(quadrant.x !== quadrant.y, "axes");
    require(isScore(quadrant.cut.x) && isScore(quadrant.cut.y) && isBand(quadrant.deadBand), "cut");
    require(new Set(quadrant.cells.map(({ x, y }) => `${x}-${y}`)).size === 4, "cells");
    require(new Set(quadrant.cells.map(({ name }) => name)).size === 4, "cell names");
  }
  if (tier) {
    const froms = tier.rungs.slice(0, -1).map((rung) => rung.from ?? Number.NaN);
    require(scores.includes(tier.on) && tier.rungs.length >= 2, "tier");
    require(froms.every(isScore) && isStrictlyRising([...froms].reverse()), "rungs");
    require(tier.rungs[tier.rungs.length - 1]?.from === undefined, "last rung");
    require(isBand(tier.hold?.margin), "margin");
    require((tier.hold?.maxStepsDown ?? 1) >= 1 && (tier.hold?.validMonths ?? 1) >= 1, "hold");
  }
  for (const { id, when, ...effect } of document.gates ?? []) {
    require(Object.keys(effect).length === 1, `effect of ${id}`);
    const name = effect.tierAtLeast ?? effect.tierAtMost;
    require(effect.disqualify === true || tier?.rungs.some((rung) => rung.name === name) === true, `tier of ${id}`);
    checkCondition(look, id, when, true);
  }
  const coverage = document.minimumCoverage ?? 0;
  require(coverage >= 0 && coverage <= 1 && decimals(coverage) <= 4, "minimumCoverage");
}

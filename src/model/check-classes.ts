import type { Path } from "../core/issue.ts";
import type { Quadrant, Tier } from "../schema/model-document.ts";
import { checkScore } from "./check-bonuses.ts";
import { checkCondition } from "./check-condition.ts";
import { checkOnce } from "./check-names.ts";
import type { Check } from "./report.ts";

/** Quadrant, tier and gates. */
export function checkClasses(check: Check): void {
  const { quadrant, tier, gates } = check.model;
  if (quadrant !== undefined) checkQuadrant(check, quadrant);
  if (tier !== undefined) checkTier(check, tier);
  (gates ?? []).forEach((gate, i) => {
    const at = ["gates", i];
    checkCondition(check, [...at, "when"], gate.when, true);
    const effects = (["tierAtLeast", "tierAtMost", "disqualify"] as const).filter((key) => gate[key] !== undefined);
    if (effects.length !== 1) {
      check.report("model/effect", at, ["tierAtLeast", "tierAtMost", "disqualify"], effects);
    }
    for (const key of ["tierAtLeast", "tierAtMost"] as const) {
      const name = gate[key];
      if (name === undefined) continue;
      if (tier === undefined) check.report("model/tier-missing", [...at, key], null, name);
      else if (!check.rungs.has(name)) check.unknown("model/unknown-tier", [...at, key], check.rungs, name);
    }
  });
}

function checkScoreName(check: Check, path: Path, name: string): void {
  if (!check.scores.has(name)) check.unknown("model/unknown-score", path, check.scores, name);
}

function checkQuadrant(check: Check, quadrant: Quadrant): void {
  for (const axis of ["x", "y"] as const) {
    checkScoreName(check, ["quadrant", axis], quadrant[axis]);
    checkScore(check, ["quadrant", "cut", axis], quadrant.cut[axis]);
  }
  checkScore(check, ["quadrant", "deadBand"], quadrant.deadBand);
  checkOnce(check, ["quadrant", "cells"], "name", "cell", quadrant.cells);
  const taken = new Set<string>();
  quadrant.cells.forEach(({ x, y }, i) => {
    const place = `x ${x}, y ${y}`;
    if (taken.has(place)) check.report("model/duplicate", ["quadrant", "cells", i], "pair of sides", place);
    taken.add(place);
  });
  for (const place of PLACES) {
    if (!taken.has(place)) check.report("model/cell-missing", ["quadrant", "cells"], place, null);
  }
}

/** Where the two cuts leave room for a cell. */
const PLACES = ["x high, y high", "x low, y high", "x high, y low", "x low, y low"] as const;

function checkTier(check: Check, tier: Tier): void {
  checkScoreName(check, ["tier", "on"], tier.on);
  checkScore(check, ["tier", "hold", "margin"], tier.hold?.margin);
  let above = Number.POSITIVE_INFINITY;
  tier.rungs.forEach(({ from }, i) => {
    const at = ["tier", "rungs", i];
    const isLast = i === tier.rungs.length - 1;
    if (isLast && from !== undefined) check.report("model/last-rung", [...at, "from"], null, from);
    if (!isLast && from === undefined) check.report("model/rung-bound", [...at, "from"], null, null);
    if (isLast || from === undefined) return;
    checkScore(check, [...at, "from"], from);
    if (from >= above) check.report("model/rung-order", [...at, "from"], above, from);
    above = from;
  });
  checkRungNames(check, tier);
}

/** A rung goes by one name, and no name of today or of before goes for two rungs. */
function checkRungNames(check: Check, tier: Tier): void {
  const taken = new Set<string>();
  const take = (name: string, path: Path) => {
    if (taken.has(name)) check.report("model/duplicate", path, "rung", name);
    taken.add(name);
  };
  tier.rungs.forEach(({ name }, i) => {
    take(name, ["tier", "rungs", i, "name"]);
  });
  tier.rungs.forEach(({ formerly }, i) => {
    (formerly ?? []).forEach((name, j) => {
      take(name, ["tier", "rungs", i, "formerly", j]);
    });
  });
}

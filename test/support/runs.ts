import { wholeVariable } from "./whole-variable.ts";

/**
 * How many cases a law tries: as many as it says, unless `GUANXI_RUNS` asks for another number; a few while mutants are
 * hunted, where each law runs thousands of times over and its first cases find most of what it can find.
 */
export function runs(count: number): number {
  return process.env.STRYKER_MUTATOR_WORKER === undefined ? (ASKED ?? count) : Math.min(count, MOST_RUNS_PER_MUTANT);
}

const ASKED = wholeVariable("GUANXI_RUNS");
const MOST_RUNS_PER_MUTANT = 60;

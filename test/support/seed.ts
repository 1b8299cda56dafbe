/**
 * Where generated cases come from. On a desk every run tries new ones; fast-check prints the seed of a failure, and
 * `GUANXI_SEED=<seed>` brings it back. In CI the seed is fixed, so that a red build stays red until it is mended.
 * `GUANXI_RUNS=<n>` asks for more (or fewer) cases per law.
 */
import fc from "fast-check";
import { wholeVariable } from "./whole-variable.ts";

const CI_SEED = 20260101;

// Mutation testing compares runs, so it needs the same cases in each.
const isFixed = process.env.CI === "true" || process.env.STRYKER_MUTATOR_WORKER !== undefined;
const seed = wholeVariable("GUANXI_SEED") ?? (isFixed ? CI_SEED : undefined);
const numRuns = wholeVariable("GUANXI_RUNS");

fc.configureGlobal({
  ...(seed === undefined ? {} : { seed }),
  ...(numRuns === undefined ? {} : { numRuns }),
});

/**
 * Where generated cases come from. On a desk every run tries new ones; fast-check prints the seed of a failure, and
 * `GUANXI_SEED=<seed>` brings it back. In CI the seed is fixed, so that a red build stays red until it is mended.
 * `GUANXI_RUNS=<n>` asks for more (or fewer) cases per law.
 */
import fc from "fast-check";

const CI_SEED = 20260101;

// Mutation testing compares runs, so it needs the same cases in each.
const isFixed = process.env.CI === "true" || process.env.STRYKER_MUTATOR_WORKER !== undefined;
const seed = wholeNumber("GUANXI_SEED") ?? (isFixed ? CI_SEED : undefined);
const numRuns = wholeNumber("GUANXI_RUNS");

fc.configureGlobal({
  ...(seed === undefined ? {} : { seed }),
  ...(numRuns === undefined ? {} : { numRuns }),
});

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Error(`${name}: expected a whole number, got ${text}`);
  return value;
}

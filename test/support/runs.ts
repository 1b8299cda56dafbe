/**
 * How many cases a law tries: as asked, or a few while mutants are hunted, where each law runs thousands of times over
 * and its first cases find most of what it can find.
 */
export function runs(count: number): number {
  return process.env.STRYKER_MUTATOR_WORKER === undefined ? count : Math.min(count, MOST_RUNS_PER_MUTANT);
}

const MOST_RUNS_PER_MUTANT = 60;

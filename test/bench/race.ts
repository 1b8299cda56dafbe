import { setFlagsFromString } from "node:v8";

/** One side of a race: something that scores so many rows in one run. */
export interface Side {
  readonly id: string;
  readonly rows: number;
  /** What it answers is kept until the clock has stopped, so that no work can be left out. */
  readonly run: () => unknown;
}

/** Nanoseconds a row, by side, a figure for each round. */
export type Lap = { readonly [id: string]: readonly number[] };

// A side rests while the others run. V8 throws away the code of what rests through several collections; here it must not.
setFlagsFromString("--no-flush-bytecode");

const WARM_UP_ROUNDS = 3;

/**
 * Runs the sides in turn in this process, round by round, each round beginning with another one, and times every run.
 * Garbage is collected when V8 sees fit, as in a program at work: a collection forced between runs would throw away
 * optimized code, which no program does to itself.
 */
export async function race(sides: readonly Side[], rounds: number): Promise<Lap> {
  const lap: { [id: string]: number[] } = Object.fromEntries(sides.map(({ id }) => [id, []]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (let turn = 0; turn < sides.length; turn++) {
      const { id, rows, run } = sides[(turn + round + WARM_UP_ROUNDS) % sides.length] as Side;
      const start = performance.now();
      const answer = run();
      // Awaiting what is no promise would still end the task, and let others in.
      if (answer instanceof Promise) await answer;
      const time = performance.now() - start;
      if (round >= 0) (lap[id] as number[]).push((time * 1e6) / rows);
    }
  }
  return lap;
}

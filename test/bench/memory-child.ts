/**
 * What one process takes for a portfolio: forked by `memory.ts` with `--expose-gc` and, as arguments, the rows of the
 * memory trial and the row counts of the time trial; answers by one message.
 */
import { type ScoredColumns, scoreColumns } from "guanxi/batch";
import { asColumns, bytesOf, DATA_SETS, drawColumns, firstRows, modelOf } from "./portfolio.ts";
import { quantile } from "./quantile.ts";

/** Bytes. */
export interface MemoryTrial {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  /** How far the greatest resident set of the process lies above what it was before the columns were made. */
  readonly growth: number;
  /** What array buffers held right after the call beyond the inputs: the outputs, and what was not yet collected. */
  readonly buffers: number;
}

/** Nanoseconds a row at some count of rows. */
export interface TimeTrial {
  readonly rows: number;
  readonly perRow: number;
}

const ROUNDS = 7;
/** A time is that of calls enough to score so many rows. */
const ROWS_A_TIME = 1_000_000;

const [memoryRows = 0, ...timeRows] = process.argv.slice(2).map(Number);
const data = DATA_SETS[0];
const model = modelOf(data);

const memory = memoryTrial(memoryRows);
process.send?.({ memory, times: timeTrials(timeRows) });

/** The first call of the process, so that its growth holds all that a call needs: code, lanes, garbage. */
function memoryTrial(rows: number): MemoryTrial {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const columns = drawColumns(data, rows);
  const held = process.memoryUsage().arrayBuffers;
  const scored = scoreColumns(model, asColumns(columns));
  const buffers = process.memoryUsage().arrayBuffers - held;
  const peak = process.resourceUsage().maxRSS * 1024;
  return { rows, inputs: bytesOf(columns), outputs: bytesOfAnswer(scored), growth: peak - before, buffers };
}

function bytesOfAnswer(answer: ScoredColumns): number {
  const sizeOf = (part: unknown): number => {
    if (ArrayBuffer.isView(part)) return part.byteLength;
    return typeof part === "object" && part !== null ? Object.values(part).reduce((sum, p) => sum + sizeOf(p), 0) : 0;
  };
  return sizeOf(answer);
}

/** Counts in turn, round by round, on the first rows of the same columns. */
function timeTrials(counts: readonly number[]): readonly TimeTrial[] {
  const columns = drawColumns(data, Math.max(...counts));
  const times = counts.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    counts.forEach((rows, i) => {
      const part = asColumns(firstRows(columns, rows));
      const calls = Math.max(1, Math.round(ROWS_A_TIME / rows));
      globalThis.gc?.();
      const start = performance.now();
      for (let call = 0; call < calls; call++) scoreColumns(model, part);
      times[i]?.push(((performance.now() - start) * 1e6) / (calls * rows));
    });
  }
  // The first round warms up.
  return counts.map((rows, i) => ({ rows, perRow: quantile(times[i]?.slice(1) ?? [], 0.5) }));
}

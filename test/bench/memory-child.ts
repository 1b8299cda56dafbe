/**
 * What one process takes for a portfolio: forked by `memory.ts` with `--expose-gc` and, as arguments, the rows of the
 * memory trial and the row counts of the time trial; answers by one message.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { type ScoredColumns, scoreColumns } from "guanxi/batch";
import { asColumns, bytesOf, DATA_SETS, drawColumns, firstRows, modelOf } from "./portfolio.ts";
import { quantile } from "./quantile.ts";

/** Bytes. */
export interface MemoryTrial {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  /** How far the greatest resident set of the process during the call lies above what it was before, the inputs in it. */
  readonly growth: number;
  /** What array buffers held right after the call beyond the inputs: the outputs, and what was not yet collected. */
  readonly buffers: number;
}

/** Nanoseconds a row at some count of rows. */
export interface TimeTrial {
  readonly rows: number;
  readonly perRow: number;
}

// What rests while others run keeps its code: see race.ts.
setFlagsFromString("--no-flush-bytecode");

const ROUNDS = 7;
/** A time is that of calls enough to score so many rows. */
const ROWS_A_TIME = 1_000_000;
const WARM_CALLS = 300;

const [memoryRows = 0, ...timeRows] = process.argv.slice(2).map(Number);
const data = DATA_SETS[0];
const model = modelOf(data);

const memory = memoryTrial(memoryRows);
process.send?.({ memory, times: timeTrials(timeRows) });

/**
 * The first call of the process, so that its growth holds all that a call needs: code, lanes, garbage. What drawing the
 * columns took is over and collected before.
 */
function memoryTrial(rows: number): MemoryTrial {
  const columns = drawColumns(data, rows);
  globalThis.gc?.();
  const held = process.memoryUsage().arrayBuffers;
  forgetPeak();
  const before = process.memoryUsage.rss();
  const scored = scoreColumns(model, asColumns(columns));
  const peak = peakBytes();
  const buffers = process.memoryUsage().arrayBuffers - held;
  return { rows, inputs: bytesOf(columns), outputs: bytesOfAnswer(scored), growth: peak - before, buffers };
}

/** Linux measures the peak anew from here on; elsewhere it stays that of the whole process. */
function forgetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // No such file, or not ours to write.
  }
}

function peakBytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // As above.
  }
  return process.resourceUsage().maxRSS * 1024;
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
  const few = asColumns(firstRows(columns, Math.min(...counts)));
  const warmUp = () => {
    for (let call = 0; call < WARM_CALLS; call++) scoreColumns(model, few);
  };
  for (let round = 0; round < ROUNDS; round++) {
    counts.forEach((rows, i) => {
      const part = asColumns(firstRows(columns, rows));
      const calls = Math.max(1, Math.round(ROWS_A_TIME / rows));
      // Nobody pays for the garbage of the count before, nor for code that went with it.
      globalThis.gc?.();
      warmUp();
      const start = performance.now();
      for (let call = 0; call < calls; call++) scoreColumns(model, part);
      times[i]?.push(((performance.now() - start) * 1e6) / (calls * rows));
    });
  }
  // The first round warms up.
  return counts.map((rows, i) => ({ rows, perRow: quantile(times[i]?.slice(1) ?? [], 0.5) }));
}

import { fork } from "node:child_process";
import type { MemoryTrial, TimeTrial } from "./memory-child.ts";

export interface Footprint {
  readonly memory: MemoryTrial;
  readonly times: readonly TimeTrial[];
}

/** What a call may take beyond its columns. */
export const MOST_BEYOND_COLUMNS = 32 * 2 ** 20;
/** The dearest time of a row against the cheapest that is still called flat. */
export const MOST_UNEVEN = 1.25;

/** Bytes of the process beyond the columns in and out, and whether that is little enough. */
export function beyondColumns({ memory }: Footprint): { readonly bytes: number; readonly verdict: "met" | "missed" } {
  const bytes = memory.growth - memory.outputs;
  return { bytes, verdict: bytes <= MOST_BEYOND_COLUMNS ? "met" : "missed" };
}

/** The dearest row against the cheapest, and whether that is flat. */
export function unevenness({ times }: Footprint): { readonly ratio: number; readonly verdict: "met" | "missed" } {
  const perRow = times.map((time) => time.perRow);
  const ratio = Math.max(...perRow) / Math.min(...perRow);
  return { ratio, verdict: ratio <= MOST_UNEVEN ? "met" : "missed" };
}

/** Runs the trials of `memory-child.ts` in a process of their own, started as this one was. */
export function measureFootprint(rows: number, timeRows: readonly number[]): Promise<Footprint> {
  const child = fork(new URL("memory-child.ts", import.meta.url), [rows, ...timeRows].map(String), {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (footprint) => resolve(footprint as Footprint));
    child.once("exit", (code) => reject(new Error(`the process that measures memory ended with ${code}`)));
  });
}

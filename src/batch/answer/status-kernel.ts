import type { GateEffect } from "../../classify/compile-gates.ts";
import { effectOf } from "../../classify/compile-gates.ts";
import { toScaled } from "../../core/scaled.ts";
import type { Lane } from "../../lanes/lane.ts";
import type { Condition, Model } from "../../schema/model-document.ts";
import { COVERAGE_PLACES } from "../../weight/coverage.ts";
import type { Chunk } from "../kernels/chunk.ts";
import type { TruthKernel } from "../kernels/condition-kernel.ts";
import { byMask, compileMaskKernel, picked } from "../kernels/mask-kernel.ts";
import { STATUSES } from "../scored-columns.ts";

export const SCORED = STATUSES.indexOf("scored");
const INSUFFICIENT = STATUSES.indexOf("insufficient-data");
const DISQUALIFIED = STATUSES.indexOf("disqualified");
export const REJECTED = STATUSES.indexOf("rejected");

/** The gates' effect for every row of a chunk: `evaluate` the chunk, then ask by row. */
export interface GateKernel {
  readonly evaluate: () => void;
  readonly effectOf: (row: number) => GateEffect;
}

export function compileGateKernel(
  gates: Model["gates"],
  rungOf: (name: string) => number,
  chunk: Chunk,
  condition: (condition: Condition) => TruthKernel,
): GateKernel | null {
  if (gates === undefined || gates.length === 0) return null;
  const evaluate = compileMaskKernel(
    gates.map(({ when }) => ({ when: condition(when) })),
    chunk,
  );
  const effect = byMask((mask) => effectOf(picked(mask, gates), rungOf));
  let masks: Lane | undefined;
  return {
    evaluate: () => {
      masks = evaluate();
    },
    effectOf: (row) => effect(masks?.[row] as number),
  };
}

/**
 * Writes the status of the chunk's rows; says whether all are scored.
 *
 * @param isSimple whether every row has all scores and a coverage of 1
 */
export function compileStatusKernel(
  { minimumCoverage = 0 }: Model,
  scores: { readonly base: Lane; readonly coverage: Lane },
  gates: GateKernel | null,
  chunk: Chunk,
  out: Uint8Array,
  isSimple: () => boolean,
): () => boolean {
  const least = toScaled(minimumCoverage, COVERAGE_PLACES);
  const { base, coverage } = scores;
  return () => {
    const { first, rows } = chunk;
    let scored = rows;
    if (isSimple()) out.fill(SCORED, first, first + rows);
    else scored = rateByData(base, coverage, least, first, rows, out);
    if (gates === null) return scored === rows;
    for (let i = 0; i < rows; i++) {
      if (!gates.effectOf(i).isDisqualified) continue;
      out[first + i] = DISQUALIFIED;
      scored = 0;
    }
    return scored === rows;
  };
}

/** Scored or short of data; says how many are scored. */
function rateByData(base: Lane, coverage: Lane, least: number, first: number, rows: number, out: Uint8Array): number {
  let scored = 0;
  for (let i = 0; i < rows; i++) {
    const isEnough = !Number.isNaN(base[i]) && (coverage[i] as number) >= least;
    out[first + i] = isEnough ? SCORED : INSUFFICIENT;
    scored += +isEnough;
  }
  return scored;
}

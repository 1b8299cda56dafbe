import { compileTier, type Ladder } from "../classify/classify-tier.ts";
import { effectOf, type GateEffect } from "../classify/compile-gates.ts";
import { toScaled } from "../core/scaled.ts";
import type { Condition, Gate, Quadrant, Tier } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import type { Lane } from "./lanes.ts";
import { byMask, compileMaskKernel, picked } from "./mask-kernel.ts";
import { type Codes, HOLDS, NO_CODE, NO_DAY, type PreviousColumns } from "./scored-columns.ts";

/** The gates' effect for every row of a chunk: `evaluate` the chunk, then ask by row. */
export interface GateKernel {
  readonly evaluate: () => void;
  readonly effectOf: (row: number) => GateEffect;
}

export function compileGateKernel(
  gates: readonly Gate[],
  rungOf: (name: string) => number,
  chunk: Chunk,
  condition: (condition: Condition) => TruthKernel,
): GateKernel | null {
  if (gates.length === 0) return null;
  const evaluate = compileMaskKernel(
    gates.map(({ when }) => condition(when)),
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

/** Rates one axis: the code of the side in `SIDES`. */
export type AxisKernel = (score: number, row: number) => number;

/** An axis of the quadrant with its dead band around previous sides. */
export function compileAxisKernel(
  cut: number,
  deadBand: number,
  scorePlaces: number,
  previous: Codes | null | undefined,
): AxisKernel {
  const scaledCut = toScaled(cut, scorePlaces);
  const scaledBand = toScaled(deadBand, scorePlaces);
  const before = sideCodes(previous);
  return (score, row) => {
    if (before !== null && Math.abs(score - scaledCut) < scaledBand) {
      const side = before(row);
      if (side !== NO_CODE) return side;
    }
    return +(score >= scaledCut);
  };
}

/** Previous sides by their code in `SIDES`, whatever their own table of names. */
export function sideCodes(previous: Codes | null | undefined): ((row: number) => number) | null {
  if (previous === null || previous === undefined) return null;
  const { codes, names } = previous;
  const sides = names.map((name) => (name === "low" ? 0 : name === "high" ? 1 : NO_CODE));
  return (row) => sides[codes[row] as number] ?? NO_CODE;
}

/** A tier section over columns: where a row stood, and where it stands now. */
export interface TierKernel {
  readonly ladder: Ladder;
  /** The rung of the previous rating, or `NO_CODE`. */
  readonly rungBefore: (row: number) => number;
  readonly validBefore: (row: number) => number;
  /** Writes the earned rung of a scored row; false if its validity leaves the calendar. */
  readonly earn: (score: number, row: number, asOf: number | null, out: TierCodes) => boolean;
}

export interface TierCodes {
  readonly earned: Uint8Array;
  readonly held: Uint8Array;
  readonly validUntil: Int32Array;
}

export function compileTierKernel(tier: Tier, scorePlaces: number, previous: PreviousColumns): TierKernel {
  const ladder = compileTier(tier, scorePlaces);
  const before = previous.tierEarned;
  const rungs = (before?.names ?? []).map((name) => ladder.rungOf(name));
  const valid = previous.tierValidUntil;
  const rungBefore = (row: number) => rungs[before?.codes[row] as number] ?? NO_CODE;
  const validBefore = (row: number) => valid?.[row] ?? NO_DAY;
  const bounds = Float64Array.from(tier.rungs.slice(0, -1), ({ from }) => toScaled(from as number, scorePlaces));
  let first: ReturnType<Ladder["earn"]> | undefined;
  return {
    ladder,
    rungBefore,
    validBefore,
    earn: (score, row, asOf, out) => {
      const rung = rungBefore(row);
      const day = validBefore(row);
      if (rung === NO_CODE) {
        // Every first rating of a day has the same validity, whatever its rung.
        first ??= ladder.earn(score, asOf, { rung: null, validUntil: null });
        if (first === "date-range") return false;
        let candidate = 0;
        for (let k = 0; k < bounds.length; k++) candidate += +(score < (bounds[k] as number));
        out.earned[row] = candidate;
        out.validUntil[row] = first.validUntil ?? NO_DAY;
        return true;
      }
      const earned = ladder.earn(score, asOf, { rung, validUntil: day === NO_DAY ? null : day });
      if (earned === "date-range") return false;
      out.earned[row] = earned.rung;
      out.held[row] = earned.held === null ? NO_CODE : HOLDS.indexOf(earned.held);
      out.validUntil[row] = earned.validUntil ?? NO_DAY;
      return true;
    },
  };
}

/** The name of each quadrant by the codes of both sides: `x + 2 × y`. */
export function cellNames({ cells }: Quadrant): readonly string[] {
  const names: string[] = [];
  for (const { name, x, y } of cells) names[+(x === "high") + 2 * +(y === "high")] = name;
  return names;
}

import { TRUE } from "../../condition/truth.ts";
import type { InForce } from "../../core/in-force.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import { handBack } from "./hand-back.ts";

/** The most conditions that fit the bits of a double; with more, every row is handed back. */
const MOST_BITS = 52;

/** What sets a bit: a condition, or `null` for always; and on which days at all, without `isInForce` on every day. */
export interface MaskBit {
  readonly when: TruthKernel | null;
  readonly isInForce?: InForce;
}

/** For every row, which of the conditions are true: bit i for condition i. */
export function compileMaskKernel(bits: readonly MaskBit[], chunk: Chunk): () => Lane {
  const { lane, kernels } = chunk.space;
  const masks = lane();
  return () => {
    const { rows, asOf } = chunk;
    masks.fill(0, 0, rows);
    if (bits.length > MOST_BITS) {
      for (let i = 0; i < rows; i++) handBack(chunk.back, i);
      return masks;
    }
    let bit = 1;
    for (const { when, isInForce } of bits) {
      if (isInForce === undefined || isInForce(asOf)) {
        if (when === null) for (let i = 0; i < rows; i++) masks[i] = (masks[i] as number) + bit;
        else kernels.addBit(at(when()), rows, TRUE, bit, at(masks));
      }
      bit *= 2;
    }
    return masks;
  };
}

/** The entries of a list whose bit is set. */
export function picked<T>(mask: number, list: readonly T[]): readonly T[] {
  return list.filter((_, i) => Math.floor(mask / powerOfTwo(i)) % 2 === 1);
}

export function powerOfTwo(i: number): number {
  let bit = 1;
  for (let k = 0; k < i; k++) bit *= 2;
  return bit;
}

/** The most values kept: masks of many conditions that have nothing to do with each other are as many as the rows. */
export const MOST_KEPT = 4096;

/** Values by mask, the first of them computed once each. */
export function byMask<T>(compute: (mask: number) => T): (mask: number) => T {
  const known = new Map<number, T>();
  return (mask) => {
    let value = known.get(mask);
    if (value === undefined) {
      value = compute(mask);
      if (known.size < MOST_KEPT) known.set(mask, value);
    }
    return value;
  };
}

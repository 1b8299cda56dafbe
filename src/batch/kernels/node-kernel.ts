import type { Lane } from "../../lanes/lane.ts";
import type { Condition } from "../../schema/model-document.ts";
import type { Applies } from "./applies-kernel.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import type { InputSlot } from "./input-slot.ts";

/** An indicator or a group over columns. */
export interface NodeKernel {
  /** Whether an indicator of it counts in its dimension. */
  readonly counts: boolean;
  /** Whether every indicator under the node is answered in every row of this chunk. */
  readonly isSimple: () => boolean;
  /** Adds weight × points of every row; only where the node is simple. */
  readonly add: (weight: number, sums: Lane) => void;
  /** Points of every row, NaN where the node is absent. */
  readonly fill: (applies: Applies, points: Lane) => void;
}

/** What the tree is compiled with. */
export interface TreeKernelContext {
  readonly chunk: Chunk;
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  readonly input: (id: string) => InputSlot;
  readonly condition: (condition: Condition) => TruthKernel;
  /** Effective weights of the card's indicators, in document order. */
  readonly weights: readonly number[];
}

/** Hands out the places of indicators in document order, and what each counts inside its dimension. */
export interface Leaves {
  next: number;
  readonly first: number;
  readonly own: readonly number[];
  readonly applicable: Lane;
}

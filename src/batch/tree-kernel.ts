import { FALSE } from "../condition/truth.ts";
import { toScaled } from "../core/scaled.ts";
import type { CombineSpec } from "../indicator/compile-combine.ts";
import { missingAnswer } from "../indicator/missing-answer.ts";
import type { Branch, Condition, Indicator, IndicatorNode } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import { type CombineKernel, compileCombineKernel } from "./combine-kernel.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import { compileCurveKernel } from "./curve-kernel.ts";
import { handBack, type Lane, lane } from "./lanes.ts";

/** What the tree is compiled with. */
export interface TreeKernelContext {
  readonly chunk: Chunk;
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  readonly input: (id: string) => { readonly slot: number; readonly places: number };
  readonly dictionary: (slot: number) => readonly string[];
  readonly condition: (condition: Condition) => TruthKernel;
  /** Effective weights of the card's indicators, in document order. */
  readonly weights: readonly number[];
}

/** Where a row is inside an `appliesWhen` that is false: 0; `null` stands for nowhere. */
type Applies = Uint8Array | null;

interface NodeKernel {
  /** Whether every indicator under the node is answered in every row of this chunk. */
  readonly isSimple: () => boolean;
  /** Adds weight × points of every row; only where the node is simple. */
  readonly add: (weight: number, sums: Lane) => void;
  /** Points of every row, NaN where the node is absent. */
  readonly fill: (applies: Applies, points: Lane) => void;
}

/** The base of a dimension, × 10^−places.score and NaN without one, for every row of the chunk. */
export interface DimensionKernel {
  readonly evaluate: (base: Lane) => void;
  /** Rows in which an indicator that counts is applicable; `null` after a simple evaluation: all. */
  readonly applicable: () => Lane | null;
}

export function compileDimensionKernel(
  branch: Branch,
  own: readonly number[],
  firstLeaf: number,
  context: TreeKernelContext,
): DimensionKernel {
  const applicable = lane();
  let isSimple = false;
  const leaves = { next: firstLeaf, own, first: firstLeaf, applicable };
  const kernel = compileBranchKernel(branch, leaves, context, context.scorePlaces);
  return {
    evaluate: (base) => {
      isSimple = kernel.isSimple();
      if (!isSimple) applicable.fill(0, 0, context.chunk.rows);
      kernel.value(isSimple, null, base);
    },
    applicable: () => (isSimple ? null : applicable),
  };
}

/** Hands out the places of indicators in document order, and what each counts inside its dimension. */
interface Leaves {
  next: number;
  readonly first: number;
  readonly own: readonly number[];
  readonly applicable: Lane;
}

interface BranchKernel {
  readonly isSimple: () => boolean;
  readonly value: (isSimple: boolean, applies: Applies, out: Lane) => void;
}

function compileBranchKernel(branch: Branch, leaves: Leaves, context: TreeKernelContext, places: number): BranchKernel {
  const ids = Object.keys(branch.indicators);
  const nodes = Object.values(branch.indicators);
  const kernels = nodes.map((node) => compileNodeKernel(node, leaves, context));
  const spec: CombineSpec = {
    ids,
    weights: nodes.map((node) => node.weight ?? 0),
    start: branch.start ?? 0,
    from: context.pointsPlaces,
    to: places,
    least: toScaled(context.range[0], places),
    greatest: toScaled(context.range[1], places),
  };
  const combine: CombineKernel = compileCombineKernel(branch.combine ?? "mean", spec);
  const adders = kernels.map((kernel) => kernel.add);
  const points = ids.map(lane);
  return {
    isSimple: () => kernels.every((kernel) => kernel.isSimple()),
    value: (isSimple, applies, out) => {
      const { rows } = context.chunk;
      if (isSimple) return combine.simply(rows, adders, out);
      kernels.forEach((kernel, i) => {
        kernel.fill(applies, points[i] as Lane);
      });
      combine.generally(rows, points, out);
    },
  };
}

function compileNodeKernel(node: IndicatorNode, leaves: Leaves, context: TreeKernelContext): NodeKernel {
  return "indicators" in node ? groupKernel(node, leaves, context) : indicatorKernel(node, leaves, context);
}

/** Rows where both the enclosing and the own condition hold or are unknown. */
function compileApplies(condition: Condition | undefined, context: TreeKernelContext): (above: Applies) => Applies {
  if (condition === undefined) return (above) => above;
  const kernel = context.condition(condition);
  const applies = new Uint8Array(lane().length);
  return (above) => {
    const truths = kernel();
    for (let i = 0; i < context.chunk.rows; i++) {
      applies[i] = truths[i] === FALSE || (above !== null && above[i] === 0) ? 0 : 1;
    }
    return applies;
  };
}

function groupKernel(
  group: Branch & { readonly appliesWhen?: Condition },
  leaves: Leaves,
  context: TreeKernelContext,
): NodeKernel {
  const applies = compileApplies(group.appliesWhen, context);
  const branch = compileBranchKernel(group, leaves, context, context.pointsPlaces);
  const own = lane();
  return {
    isSimple: () => group.appliesWhen === undefined && branch.isSimple(),
    add: (weight, sums) => {
      branch.value(true, null, own);
      for (let i = 0; i < context.chunk.rows; i++) sums[i] = (sums[i] as number) + (own[i] as number) * weight;
    },
    fill: (above, points) => branch.value(false, applies(above), points),
  };
}

function indicatorKernel(indicator: Indicator, leaves: Leaves, context: TreeKernelContext): NodeKernel {
  const { chunk } = context;
  const leaf = leaves.next++;
  const weight = context.weights[leaf] as number;
  const counts = (leaves.own[leaf - leaves.first] as number) > 0;
  const { slot, places } = context.input(indicator.input);
  const inputs = chunk.lanes[slot] as Lane;
  const dictionary = context.dictionary(slot);
  const addPoints = compileCurveKernel(indicator.curve, {
    inputPlaces: places,
    pointsPlaces: context.pointsPlaces,
    dictionary,
  });
  const applies = compileApplies(indicator.appliesWhen, context);
  const { isRejected, points: answer } = missingAnswer(indicator, context.pointsPlaces);
  const { curve } = indicator;
  const listed = new Set(curve.kind === "lookup" ? Object.keys(curve.points) : []);
  const isTotal =
    curve.kind !== "lookup" || curve.otherwise !== undefined || dictionary.every((text) => listed.has(text));
  const isAnswered = () => isTotal && chunk.hasMissing[slot] !== true;
  const add = (factor: number, sums: Lane) => {
    chunk.answeredByAll += weight;
    addPoints(inputs, chunk.rows, factor, sums);
  };
  return {
    isSimple: () => indicator.appliesWhen === undefined && isAnswered(),
    add,
    fill: (above, points) => {
      const inside = applies(above);
      points.fill(0, 0, chunk.rows);
      if (inside === null && isAnswered()) {
        if (counts) leaves.applicable.fill(1, 0, chunk.rows);
        return add(1, points);
      }
      addPoints(inputs, chunk.rows, 1, points);
      for (let i = 0; i < chunk.rows; i++) {
        if (inside !== null && inside[i] === 0) {
          points[i] = Number.NaN;
          continue;
        }
        chunk.applicable[i] = (chunk.applicable[i] as number) + weight;
        if (counts) leaves.applicable[i] = 1;
        if (Number.isNaN(inputs[i])) {
          points[i] = answer;
          if (isRejected) handBack(chunk.back, i);
        } else {
          chunk.answered[i] = (chunk.answered[i] as number) + weight;
          if (Number.isNaN(points[i])) handBack(chunk.back, i);
        }
      }
    },
  };
}

import { toScaled } from "../../core/scaled.ts";
import type { CombineSpec } from "../../indicator/compile-combine.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { Branch, Condition, IndicatorNode } from "../../schema/model-document.ts";
import { type Applies, compileApplies } from "./applies-kernel.ts";
import { type Child, type CombineKernel, compileCombineKernel } from "./combine-kernel.ts";
import { compileIndicatorKernel } from "./indicator-kernel.ts";
import type { Leaves, NodeKernel, TreeKernelContext } from "./node-kernel.ts";

/** The base of a dimension, × 10^−places.score and NaN without one, for every row of the chunk. */
export interface DimensionKernel {
  readonly evaluate: (base: Lane) => void;
  /** Rows in which an indicator that counts is applicable; `null` after a simple evaluation: all, and all have a base. */
  readonly applicable: () => Lane | null;
}

export function compileDimensionKernel(
  branch: Branch,
  own: readonly number[],
  firstLeaf: number,
  context: TreeKernelContext,
): DimensionKernel {
  const applicable = context.chunk.space.lane();
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

interface BranchKernel {
  readonly counts: boolean;
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
  const combine: CombineKernel = compileCombineKernel(branch.combine ?? "mean", spec, context.chunk.space);
  const adders = kernels.map((kernel) => kernel.add);
  const { chunk } = context;
  const points = ids.map(() => chunk.space.lane());
  /** A child's points inside the branch: where it has them in every row, they need no lane. */
  const childOf = (kernel: NodeKernel, c: number, applies: Applies): Child => {
    const own = points[c] as Lane;
    if (applies !== null || !kernel.isSimple()) {
      kernel.fill(applies, own);
      return { add: null, points: own };
    }
    if (kernel.counts) leaves.applicable.fill(1, 0, chunk.rows);
    return { add: kernel.add, points: own };
  };
  return {
    counts: kernels.some(({ counts }) => counts),
    isSimple: () => kernels.every((kernel) => kernel.isSimple()),
    value: (isSimple, applies, out) => {
      if (isSimple) return combine.simply(chunk.rows, adders, out);
      const children = kernels.map((kernel, c) => childOf(kernel, c, applies));
      combine.generally(chunk.rows, children, out);
    },
  };
}

function compileNodeKernel(node: IndicatorNode, leaves: Leaves, context: TreeKernelContext): NodeKernel {
  return "indicators" in node ? groupKernel(node, leaves, context) : compileIndicatorKernel(node, leaves, context);
}

function groupKernel(
  group: Branch & { readonly appliesWhen?: Condition },
  leaves: Leaves,
  context: TreeKernelContext,
): NodeKernel {
  const applies = compileApplies(group.appliesWhen, context.chunk, context.condition);
  const branch = compileBranchKernel(group, leaves, context, context.pointsPlaces);
  const { space } = context.chunk;
  const own = space.lane();
  return {
    counts: branch.counts,
    isSimple: () => group.appliesWhen === undefined && branch.isSimple(),
    add: (weight, sums) => {
      branch.value(true, null, own);
      space.kernels.addLane(at(own), context.chunk.rows, weight, at(sums));
    },
    fill: (above, points) => branch.value(false, applies(above), points),
  };
}

import { missingAnswer } from "../../indicator/missing-answer.ts";
import { at, type ByteLane, type CodeLane, type Lane } from "../../lanes/lane.ts";
import type { Indicator } from "../../schema/model-document.ts";
import { type Applies, compileApplies } from "./applies-kernel.ts";
import type { Chunk } from "./chunk.ts";
import { compileCurveKernel } from "./curve-kernel.ts";
import { handBack } from "./hand-back.ts";
import { type InputSlot, OTHER } from "./input-slot.ts";
import type { Leaves, NodeKernel, TreeKernelContext } from "./node-kernel.ts";

/** An indicator over columns: its curve where the input is there, its `missing` rule where it is not. */
export function compileIndicatorKernel(indicator: Indicator, leaves: Leaves, context: TreeKernelContext): NodeKernel {
  const { chunk, pointsPlaces } = context;
  const leaf = leaves.next++;
  const weight = context.weights[leaf] as number;
  const counts = (leaves.own[leaf - leaves.first] as number) > 0;
  const input = context.input(indicator.input);
  const numbers = chunk.numbers[input.slot] as Lane;
  const codes = chunk.codes[input.slot] as CodeLane;
  const addPoints = compileCurveKernel(indicator.curve, { ...input, numbers, codes, pointsPlaces, chunk });
  const applies = compileApplies(indicator.appliesWhen, chunk, context.condition);
  const { isRejected, points: answer } = missingAnswer(indicator, pointsPlaces);
  const covers = coverageOf(indicator, input);
  const isAnswered = () =>
    covers.named && chunk.hasMissing[input.slot] !== true && (covers.others || chunk.hasOther[input.slot] !== true);
  const markPresent = compilePresence(input, chunk);
  const add = (factor: number, sums: Lane) => {
    chunk.answeredByAll += weight;
    addPoints(chunk.rows, factor, sums);
  };
  return {
    counts,
    isSimple: () => indicator.appliesWhen === undefined && isAnswered(),
    add,
    fill: (above, points) => {
      const { rows, answered, applicable } = chunk;
      const inside = applies(above);
      points.fill(0, 0, rows);
      if (inside === null && isAnswered()) {
        if (counts) leaves.applicable.fill(1, 0, rows);
        return add(1, points);
      }
      addPoints(rows, 1, points);
      const present = markPresent(rows);
      const found = chunk.space.kernels.settleLeaf(
        at(points),
        rows,
        at(present),
        inside === null ? 0 : at(inside),
        weight,
        answer,
        at(answered),
        at(applicable),
        at(leaves.applicable),
        counts ? 1 : 0,
      );
      const isShort = found === WITHOUT_POINTS || found === BOTH || (isRejected && found === WITHOUT_INPUT);
      if (isShort) handBackShort(chunk, points, present, inside, isRejected);
    },
  };
}

/** What `settleLeaf` says that it found among the rows to which a leaf applies. */
const WITHOUT_INPUT = 1;
const WITHOUT_POINTS = 2;
const BOTH = 3;

/** Hands back the rows whose input has no points, and where missing inputs are rejected those without one. */
function handBackShort(chunk: Chunk, points: Lane, present: ByteLane, inside: Applies, isRejected: boolean): void {
  for (let i = 0; i < chunk.rows; i++) {
    if (inside !== null && inside[i] === 0) continue;
    if (present[i] === 0 ? isRejected : Number.isNaN(points[i])) handBack(chunk.back, i);
  }
}

/** Whether every text that the model names has points, and every other text. */
function coverageOf({ curve }: Indicator, { coded }: InputSlot): { readonly named: boolean; readonly others: boolean } {
  if (curve.kind !== "lookup" || curve.otherwise !== undefined) return { named: true, others: true };
  const listed = new Set(Object.keys(curve.points));
  return { named: coded.every((text) => text === null || text === OTHER || listed.has(text as string)), others: false };
}

/** Marks the rows that have the input: 1, or 0 where it is missing. */
function compilePresence(
  { slot, coded }: InputSlot,
  { numbers, codes, hasMissing, space }: Chunk,
): (rows: number) => ByteLane {
  const present = space.byteLane();
  const missing = coded.length - 1;
  return (rows) => {
    if (hasMissing[slot] !== true) present.fill(1, 0, rows);
    else if (coded.length === 0) space.kernels.markNumbers(at(numbers[slot] as Lane), rows, at(present));
    else space.kernels.markCodes(at(codes[slot] as CodeLane), rows, missing, at(present));
    return present;
  };
}

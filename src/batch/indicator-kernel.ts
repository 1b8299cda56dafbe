import { missingAnswer } from "../indicator/missing-answer.ts";
import type { Indicator } from "../schema/model-document.ts";
import { compileApplies } from "./applies-kernel.ts";
import type { Chunk } from "./chunk.ts";
import { compileCurveKernel } from "./curve-kernel.ts";
import { type InputSlot, OTHER } from "./input-slot.ts";
import { CHUNK, type CodeLane, handBack, type Lane } from "./lanes.ts";
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
      const { rows, back, answered, applicable } = chunk;
      const inside = applies(above);
      points.fill(0, 0, rows);
      if (inside === null && isAnswered()) {
        if (counts) leaves.applicable.fill(1, 0, rows);
        return add(1, points);
      }
      addPoints(rows, 1, points);
      const present = markPresent(rows);
      for (let i = 0; i < rows; i++) {
        if (inside !== null && inside[i] === 0) {
          points[i] = Number.NaN;
          continue;
        }
        applicable[i] = (applicable[i] as number) + weight;
        if (counts) leaves.applicable[i] = 1;
        if (present[i] === 0) {
          points[i] = answer;
          if (isRejected) handBack(back, i);
        } else {
          answered[i] = (answered[i] as number) + weight;
          if (Number.isNaN(points[i])) handBack(back, i);
        }
      }
    },
  };
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
  { numbers, codes, hasMissing }: Chunk,
): (rows: number) => Uint8Array {
  const present = new Uint8Array(CHUNK);
  const missing = coded.length - 1;
  return (rows) => {
    if (hasMissing[slot] !== true) return present.fill(1, 0, rows);
    if (coded.length === 0) {
      const values = numbers[slot] as Lane;
      for (let i = 0; i < rows; i++) present[i] = +!Number.isNaN(values[i]);
    } else {
      const values = codes[slot] as CodeLane;
      for (let i = 0; i < rows; i++) present[i] = +((values[i] as number) < missing);
    }
    return present;
  };
}

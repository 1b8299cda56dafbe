import { FALSE } from "../../condition/truth.ts";
import type { ByteLane } from "../../lanes/lane.ts";
import type { Condition } from "../../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";

/** Where a row is inside an `appliesWhen` that is false: 0; `null` stands for nowhere. */
export type Applies = ByteLane | null;

/** Rows where both the enclosing and the own condition hold or are unknown. */
export function compileApplies(
  condition: Condition | undefined,
  chunk: Chunk,
  compile: (condition: Condition) => TruthKernel,
): (above: Applies) => Applies {
  if (condition === undefined) return (above) => above;
  const kernel = compile(condition);
  const applies = chunk.space.byteLane();
  return (above) => {
    const truths = kernel();
    for (let i = 0; i < chunk.rows; i++) {
      applies[i] = truths[i] === FALSE || (above !== null && above[i] === 0) ? 0 : 1;
    }
    return applies;
  };
}

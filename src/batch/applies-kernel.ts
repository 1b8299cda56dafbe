import { FALSE } from "../condition/truth.ts";
import type { Condition } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { TruthKernel } from "./condition-kernel.ts";
import { CHUNK } from "./lanes.ts";

/** Where a row is inside an `appliesWhen` that is false: 0; `null` stands for nowhere. */
export type Applies = Uint8Array | null;

/** Rows where both the enclosing and the own condition hold or are unknown. */
export function compileApplies(
  condition: Condition | undefined,
  chunk: Chunk,
  compile: (condition: Condition) => TruthKernel,
): (above: Applies) => Applies {
  if (condition === undefined) return (above) => above;
  const kernel = compile(condition);
  const applies = new Uint8Array(CHUNK);
  return (above) => {
    const truths = kernel();
    for (let i = 0; i < chunk.rows; i++) {
      applies[i] = truths[i] === FALSE || (above !== null && above[i] === 0) ? 0 : 1;
    }
    return applies;
  };
}

import { GuanxiError } from "../../core/guanxi-error.ts";
import { safeParsePointsPlan } from "../../points/parse-points-plan.ts";
import type { PointsPlan } from "../../schema/points-plan-document.ts";
import { tryJsonFile } from "./read-json-file.ts";

/** The points plan in a file; throws with everything that is wrong with it. */
export async function readPlanFile(file: string): Promise<PointsPlan> {
  const read = await tryJsonFile(file);
  const outcome = read.ok ? safeParsePointsPlan(read.json) : read;
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.plan;
}

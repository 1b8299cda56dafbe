import { exactQuotient } from "../core/exact-quotient.ts";
import type { Posting } from "./posting.ts";
import type { Run } from "./run.ts";

/** The qualifying points of the entries of a period. */
export function qualifyingPoints(
  postings: readonly Posting[],
  { lots }: Pick<Run, "lots">,
  from: number,
  until: number,
): number {
  let sum = 0;
  for (const posting of postings) {
    const { entry, day } = posting;
    if (day < from || day > until) continue;
    if (entry.kind === "adjust") sum += entry.qualifyingPoints ?? 0;
    if (entry.kind !== "accrue") continue;
    const { points, qualifyingPoints = points } = entry;
    const takenBack = lots.get(posting)?.takenBack ?? 0;
    sum += qualifyingPoints - (takenBack === 0 ? 0 : exactQuotient(qualifyingPoints, takenBack, points));
  }
  return sum;
}

import { referenceScore } from "../reference/card.ts";
import type { ModelDocument, ScoreOptions } from "../reference/document.ts";
import type { ReferenceResult } from "../reference/scorecard.ts";
import { listening } from "../reference/trace.ts";
import { countCard } from "./card-hits.ts";
import { countHit, type HitCounts } from "./hit-counts.ts";

/** Scores by the reference, and counts what happened on the way and on the card. */
export function referenceScoreCounted(
  counts: HitCounts,
  document: ModelDocument,
  account: Record<string, unknown>,
  options: ScoreOptions,
): ReferenceResult {
  const result = listening(
    (event) => countHit(counts, event),
    () => referenceScore(document, account, options),
  );
  countResult(counts, document, options, result);
  return result;
}

export function countResult(
  counts: HitCounts,
  document: ModelDocument,
  options: ScoreOptions,
  result: ReferenceResult,
): void {
  if (result.ok) {
    countCard(counts, document, result.card);
    return;
  }
  countHit(counts, "rejected");
  for (const { path, why } of result.issues) {
    const area = /^(account|measures|dimensions|asOf|previous|override|tier)/.exec(path)?.[0];
    countHit(counts, `issue ${area}: ${why}`);
  }
  if (options.asOf === undefined) countHit(counts, "rejected without a day");
}

/** Every named thing happened at least so often; all that did not are named at once. */
export function expectHitRates(counts: HitCounts, minimums: Record<string, number>): void {
  const tooRare = Object.entries(minimums)
    .map(([name, minimum]) => ({ name, minimum, count: counts.get(name) ?? 0 }))
    .filter(({ count, minimum }) => count < minimum)
    .map(({ name, minimum, count }) => `${name}: expected at least ${minimum}, got ${count}`);
  if (tooRare.length > 0) throw new Error(`too rare in this run\n${tooRare.join("\n")}`);
}

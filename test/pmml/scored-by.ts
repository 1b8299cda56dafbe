import { describeIssue } from "../../src/core/wording.ts";
import { fromPmml, type PmmlScore, type PmmlScorecard, safeScorePmml } from "../../src/pmml/index.ts";
import { type SmallParts, smallPmml } from "./small-pmml.ts";

/** The scorecard of a document that can be expressed whole. */
export function scorecardOf(parts: SmallParts = {}): PmmlScorecard {
  const { scorecard, cannotExpress } = fromPmml(smallPmml(parts));
  if (scorecard === null || cannotExpress.length > 0) throw new Error(JSON.stringify(cannotExpress));
  return scorecard;
}

/** What a scorecard answers, or the sentences of its issues. */
export function scoredBy(scorecard: PmmlScorecard, record: unknown): PmmlScore | readonly string[] {
  const outcome = safeScorePmml(scorecard, record);
  return outcome.ok ? outcome.scored : outcome.issues.map((issue) => describeIssue(issue));
}

/** The score alone, or the sentences of the issues. */
export function scoreBy(parts: SmallParts, record: unknown): number | readonly string[] {
  const answer = scoredBy(scorecardOf(parts), record);
  return "score" in answer ? answer.score : answer;
}

import type { Issue } from "./issue.ts";
import { describeInEnglish } from "./wording.ts";

/** Thrown when a document or record is wrong. Holds every issue; its message tells the first ones. */
export class GuanxiError extends Error {
  override readonly name = "GuanxiError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(summary(issues));
    this.issues = issues;
  }
}

/** More sentences than this are counted, not told. */
const MOST_TOLD = 5;

function summary(issues: readonly Issue[]): string {
  const told = issues.slice(0, MOST_TOLD).map(describeInEnglish);
  const rest = issues.length - told.length;
  return told.join("\n") + (rest > 0 ? `\n… and ${rest} more` : "");
}

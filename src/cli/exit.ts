import type { Issue } from "../core/issue.ts";

/** How a command ends, as a shell sees it. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejectedRows: 3, pastLimit: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Issues of the call itself end as usage; all others are about a model or a file. */
export function exitCodeOf(issues: readonly Issue[]): ExitCode {
  return issues.every(isOfCall) ? EXIT.usage : EXIT.failed;
}

/** What an option names and the model does not have; `cli/` is what a file lacks, whatever option asks for it. */
function isOfCall({ code, path }: Issue): boolean {
  return code.startsWith("usage/") || (!code.startsWith("cli/") && String(path[0]).startsWith("--"));
}

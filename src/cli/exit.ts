import type { Issue } from "../core/issue.ts";

/** How a command ends, as a shell sees it. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejectedRows: 3, pastLimit: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Issues of the call itself end as usage; all others are about a model or a file. */
export function exitCodeOf(issues: readonly Issue[]): ExitCode {
  return issues.every(({ code }) => code.startsWith("usage/")) ? EXIT.usage : EXIT.failed;
}

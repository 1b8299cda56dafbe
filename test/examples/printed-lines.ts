import { format } from "node:util";
import { vi } from "vitest";

/**
 * The lines a tour says it prints: the comment at the end of a `console.log` line, or the comment lines right under
 * code. A comment that follows a blank line explains, and says nothing of what is printed.
 */
export function expectedLines(source: string): string[] {
  const expected: string[] = [];
  let isUnderCode = false;
  for (const line of source.split("\n")) {
    const comment = /^\/\/ (.*)$/.exec(line);
    const trailing = /^console\.log\(.*\); \/\/ (.*)$/.exec(line);
    if (comment !== null && isUnderCode) expected.push(comment[1] as string);
    if (trailing !== null) expected.push(trailing[1] as string);
    isUnderCode = comment === null ? line.trim() !== "" && !/^\s*(\/\*\*|\*)/.test(line) : isUnderCode;
  }
  return expected;
}

/** What a module prints while it runs, line by line, as a terminal would show it. */
export async function printedLines(run: () => Promise<unknown>): Promise<string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...args) => {
    printed.push(...format(...args).split("\n"));
  });
  try {
    await run();
  } finally {
    log.mockRestore();
  }
  return printed;
}

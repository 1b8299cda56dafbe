import { GuanxiError } from "../core/guanxi-error.ts";
import { issue } from "../core/issue.ts";
import { describeIssue } from "../core/wording.ts";
import { EXIT, type ExitCode, exitCodeOf } from "./exit.ts";
import type { Io } from "./io.ts";

/** What the operating system calls a failure, in words. */
const SYSTEM_WORDS: { readonly [code: string]: string } = {
  ENOENT: "no such file or folder",
  EACCES: "no permission",
  EPERM: "no permission",
  EISDIR: "a folder",
  ENOTDIR: "a file where a folder must be",
  ENOSPC: "no space left",
  EROFS: "a disk that cannot be written",
  EMFILE: "too many open files",
  ENAMETOOLONG: "a name that is too long",
};

/**
 * Tells why a command stopped, in one line for each issue, and answers its exit code. A reader who went away is told
 * nothing; a stack trace is shown to those who ask for it by GUANXI_DEBUG=1.
 */
export async function tellFailure(error: unknown, io: Io): Promise<ExitCode> {
  if (io.isDebugging && error instanceof Error) await io.stderr.write(`${error.stack}\n`);
  if (error instanceof GuanxiError) return tellIssues(error, io);
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === "EPIPE") return EXIT.done;
  if (code !== undefined && syscall !== undefined) {
    const found = SYSTEM_WORDS[code] ?? code;
    return tellIssues(new GuanxiError([issue("cli/file", [], path ? `${syscall} ${path}` : syscall, found)]), io);
  }
  const what = (error instanceof Error ? error.message : String(error)).replace(/^guanxi has a defect: /, "");
  await io.stderr.write(`guanxi has a defect: ${what.split("\n")[0]}, please report it\n`);
  return EXIT.failed;
}

async function tellIssues({ issues }: GuanxiError, io: Io): Promise<ExitCode> {
  const exitCode = exitCodeOf(issues);
  for (const each of issues.slice(0, MOST_TOLD)) await io.stderr.write(`guanxi: ${describeIssue(each)}\n`);
  if (issues.length > MOST_TOLD) await io.stderr.write(`guanxi: … and ${issues.length - MOST_TOLD} more\n`);
  if (exitCode === EXIT.usage) await io.stderr.write("guanxi: see guanxi --help\n");
  return exitCode;
}

const MOST_TOLD = 50;

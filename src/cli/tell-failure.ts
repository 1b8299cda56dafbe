import { GuanxiError } from "../core/guanxi-error.ts";
import { type Issue, issue } from "../core/issue.ts";
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
  if ((error as NodeJS.ErrnoException)?.code === "EPIPE") return EXIT.done;
  const issues = issuesOfFailure(error);
  if (issues === null) {
    const what = (error instanceof Error ? error.message : String(error)).replace(/^guanxi has a defect: /, "");
    await io.stderr.write(`guanxi has a defect: ${what.split("\n")[0]}, please report it\n`);
    return EXIT.failed;
  }
  const exitCode = exitCodeOf(issues);
  for (const each of issues.slice(0, MOST_TOLD)) await io.stderr.write(`guanxi: ${describeIssue(each)}\n`);
  if (issues.length > MOST_TOLD) await io.stderr.write(`guanxi: … and ${issues.length - MOST_TOLD} more\n`);
  if (exitCode === EXIT.usage) await io.stderr.write("guanxi: see guanxi --help\n");
  return exitCode;
}

/** What is wrong with the call, a model or a file, as far as that is what failed; `null` for a defect of our own. */
export function issuesOfFailure(error: unknown): readonly Issue[] | null {
  if (error instanceof GuanxiError) return error.issues;
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return null;
  const deed = SYSTEM_DEEDS[syscall] ?? syscall;
  return [issue("cli/file", [], path ? `${deed} ${path}` : deed, SYSTEM_WORDS[code] ?? code)];
}

/** What the operating system was asked to do, in words. */
const SYSTEM_DEEDS: { readonly [syscall: string]: string } = {
  stat: "find",
  lstat: "find",
  realpath: "find",
  open: "open",
  read: "read",
  write: "write",
  mkdir: "make the folder",
  rename: "write",
  unlink: "remove",
  scandir: "read",
};

const MOST_TOLD = 50;

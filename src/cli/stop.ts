import { GuanxiError } from "../core/guanxi-error.ts";
import { type Fact, type IssueCode, issue, type Path } from "../core/issue.ts";

/** Ends the command with one issue; the path is the option or the field it is about, if any. */
export function stop(code: IssueCode, path: Path, expected: Fact, found: Fact, suggestion?: string): never {
  throw new GuanxiError([issue(code, path, expected, found, suggestion)]);
}

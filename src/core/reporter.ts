import { type Fact, factOf, type Issue, type IssueCode, issue, type Path } from "./issue.ts";
import { nearMisses } from "./near-miss.ts";

/** Names that may be referred to: a list to tell, and a quick answer whether a name is among them. */
export interface Names {
  readonly list: readonly string[];
  readonly has: (name: string) => boolean;
}

export function names(list: readonly string[]): Names {
  const set = new Set(list);
  return { list, has: (name) => set.has(name) };
}

/** Where cross-checks tell what they find. */
export interface Reporter {
  readonly report: (code: IssueCode, path: Path, expected: Fact, found: unknown) => void;
  /** Reports a name that is not among the known ones, with the near miss if there is one. */
  readonly unknown: (code: IssueCode, path: Path, known: Names, found: string) => void;
}

export function reporter(issues: Issue[]): Reporter {
  const near = nearMisses();
  return {
    report: (code, path, expected, found) => {
      issues.push(issue(code, path, expected, Array.isArray(found) ? found.map(factOf) : factOf(found)));
    },
    unknown: (code, path, { list }, found) => {
      issues.push(issue(code, path, list, factOf(found), near(found, list)));
    },
  };
}

import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";

/** A day that is an argument or option of this name. */
export function readDay(value: unknown, name: string, issues: Issue[]): number {
  const day = typeof value === "string" ? readDate(value) : null;
  if (day === null) issues.push(issue("options/date", [name], null, factOf(value)));
  return day ?? 0;
}

/** A whole number from 0 to `most`; `null` where the option is not given. */
export function readCount(value: unknown, path: Path, most: number, issues: Issue[]): number | null {
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return value;
  issues.push(issue("options/whole", path, [0, most], factOf(value)));
  return null;
}

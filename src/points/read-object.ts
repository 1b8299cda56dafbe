import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import { readDecimal } from "../record/read-decimal.ts";
import { isIssue } from "../record/read-field.ts";
import { LONGEST_NAME } from "../schema/limits.ts";

/** A value from outside: what it is like, and where issues about it go. */
export interface Reading {
  readonly issues: Issue[];
}

type Keys = { readonly [key: string]: unknown };

/** An object of known keys; `null` (with an issue) if it is none. Keys it does not know are issues. */
export function readObject<K extends string>(
  { issues }: Reading,
  value: unknown,
  path: Path,
  known: readonly K[],
): { readonly [P in K]: unknown } | null {
  const object = readKeyed({ issues }, value, path);
  if (object !== null) issues.push(...unknownKeys(object, known, path));
  return object as { readonly [P in K]: unknown } | null;
}

/** An object of any keys; `null` (with an issue) if it is none. */
export function readKeyed({ issues }: Reading, value: unknown, path: Path): Keys | null {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Keys;
  issues.push(issue("record/type", path, "an object", factOf(value)));
  return null;
}

/** A list; an empty one (with an issue) if it is none. */
export function readList({ issues }: Reading, value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value;
  issues.push(issue("record/type", path, "an array", factOf(value)));
  return [];
}

/** A text of at most 200 characters, `null` if it is absent. */
export function readText({ issues }: Reading, value: unknown, path: Path): string | null {
  if (isMissing(value)) return null;
  if (typeof value !== "string") issues.push(issue("record/type", path, "a text", factOf(value)));
  else if (value.length > LONGEST_NAME) issues.push(issue("record/text-length", path, LONGEST_NAME, value.length));
  else return value;
  return null;
}

/** A number or decimal text of at most 15 significant digits, as the double that prints as it; `null` (with an issue) if it is none. */
export function readAmount({ issues }: Reading, value: unknown, path: Path): number | null {
  const amount = readDecimal(value, path);
  if (!isIssue(amount)) return amount;
  issues.push(amount);
  return null;
}

/** A day as a day number; 0 (with an issue) if it is none. */
export function readDay({ issues }: Reading, value: unknown, path: Path): number {
  const day = typeof value === "string" ? readDate(value) : null;
  if (day !== null) return day;
  issues.push(
    typeof value === "string"
      ? issue("record/date", path, "YYYY-MM-DD", factOf(value))
      : issue("record/type", path, "a day as text", factOf(value)),
  );
  return 0;
}

/** A whole number, `otherwise` if it is absent. */
export function readCount({ issues }: Reading, value: unknown, path: Path, least: number, otherwise: number): number {
  if (isMissing(value)) return otherwise;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  issues.push(issue("record/type", path, `a whole number of ${least} or more`, factOf(value)));
  return otherwise;
}

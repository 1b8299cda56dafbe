import { GuanxiError } from "./guanxi-error.ts";
import { factOf, type Issue, issue, type Path } from "./issue.ts";
import { isKeyed, unknownKeys } from "./unknown-keys.ts";

/** What is wrong with the value of one option. */
export type OptionCheck = (value: unknown, path: Path) => readonly Issue[];

/** A check for every option of a call. */
export type OptionChecks<Options> = { readonly [K in keyof Options]-?: OptionCheck };

/**
 * The options of a call once they are known to be right; `null` is none. What is left out is not looked at.
 *
 * @throws GuanxiError for what is no object, keys that mean nothing (a limit misspelt would be no limit), wrong values
 */
export function requireOptions<Options extends object>(
  options: Options | null | undefined,
  checks: OptionChecks<Options>,
): Options {
  const given = options ?? ({} as Options);
  const issues = [...unknownKeys(given, Object.keys(checks))];
  if (isKeyed(given)) {
    for (const [key, check] of Object.entries(checks) as [keyof Options & string, OptionCheck][]) {
      if (given[key] !== undefined) issues.push(...check(given[key], [key]));
    }
  }
  if (issues.length > 0) throw new GuanxiError(issues);
  return given;
}

/**
 * Makes sure of the parts of a subject that it cannot be read without; what else it holds is not looked at.
 *
 * @throws GuanxiError for what is no object, and for each part that is missing or another
 */
export function requireParts<Subject extends object>(
  subject: Subject,
  path: Path,
  checks: { readonly [K in keyof Subject]?: OptionCheck },
): void {
  const issues = [...anObject(subject, path)];
  if (issues.length === 0) {
    for (const [key, check] of Object.entries(checks) as [keyof Subject & string, OptionCheck][]) {
      issues.push(...check(subject[key], [...path, key]));
    }
  }
  if (issues.length > 0) throw new GuanxiError(issues);
}

/** A list, or whatever else can be gone through; a text is none. */
export function requireIterable(value: unknown, name: string): void {
  const issues = anIterable(value, [name]);
  if (issues.length > 0) throw new GuanxiError(issues);
}

/** What somebody else looks at. */
export const anything: OptionCheck = () => [];

export const aFunction: OptionCheck = (value, path) =>
  typeof value === "function" ? [] : [issue("document/type", path, "a function", factOf(value))];

/** Infinity is one: no limit. */
export const aNumberFrom =
  (least: number): OptionCheck =>
  (value, path) => {
    if (typeof value !== "number" || Number.isNaN(value))
      return [issue("document/type", path, "a number", factOf(value))];
    return value >= least ? [] : [issue("document/least", path, least, factOf(value))];
  };

export const aWhole =
  (least: number, most: number): OptionCheck =>
  (value, path) => {
    const isWhole = typeof value === "number" && Math.floor(value) === value && value >= least && value <= most;
    return isWhole ? [] : [issue("options/whole", path, [least, most], factOf(value))];
  };

export const aChoice =
  (choices: readonly string[]): OptionCheck =>
  (value, path) =>
    choices.includes(value as string) ? [] : [issue("document/choice", path, choices, factOf(value))];

export const anObject: OptionCheck = (value, path) =>
  isKeyed(value) ? [] : [issue("document/type", path, "an object", factOf(value))];

export const aList: OptionCheck = (value, path) =>
  Array.isArray(value) ? [] : [issue("document/type", path, "an array", factOf(value))];

export const anIterable: OptionCheck = (value, path) => {
  const isOne = typeof value === "object" && value !== null && Symbol.iterator in value;
  return isOne ? [] : [issue("document/type", path, "an array", factOf(value))];
};

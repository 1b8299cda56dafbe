import type { ENGLISH } from "./wording-en.ts";

/** The stable code of an issue, `area/what`. */
export type IssueCode = keyof typeof ENGLISH;

/** Where in the document, record or options: object keys and array positions. */
export type Path = readonly (string | number)[];

/** What an issue expected or found, as JSON: a name, a number, a list of choices. */
export type Fact = string | number | boolean | null | readonly Fact[];

/** One thing that is wrong, as facts. Its sentence is computed by `describeIssue`. */
export interface Issue {
  readonly code: IssueCode;
  readonly path: Path;
  readonly expected: Fact;
  readonly found: Fact;
  /** The one listed name that was very likely meant. */
  readonly suggestion?: string;
}

/** A result, or everything that is wrong with the input. */
export type Outcome<Name extends string, Value> =
  | ({ readonly ok: true } & { readonly [K in Name]: Value })
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The most of a text that an issue quotes. */
const LONGEST_QUOTE = 80;

/** A value of any kind as a fact that is short and safe to print. */
export function factOf(value: unknown): Fact {
  if (typeof value === "string") return value.length > LONGEST_QUOTE ? `${beginning(value)}…` : value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "boolean" || value === null) return value;
  return Array.isArray(value) ? "an array" : value === undefined ? null : (ARTICLES[typeof value] ?? "an object");
}

/** The beginning of a text, without half a surrogate pair at its end. */
function beginning(text: string): string {
  return text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, "");
}

const ARTICLES: { readonly [kind: string]: string } = {
  object: "an object",
  function: "a function",
  symbol: "a symbol",
  bigint: "a bigint",
};

/** An issue, with a suggestion if one of the choices is certainly near. */
export function issue(code: IssueCode, path: Path, expected: Fact, found: Fact, suggestion?: string): Issue {
  return suggestion === undefined ? { code, path, expected, found } : { code, path, expected, found, suggestion };
}

import type { Fact, Issue, IssueCode, Path } from "./issue.ts";
import { ENGLISH } from "./wording-en.ts";

/** The sentences of one language: a template per code, and the small words between facts. */
export interface Wording {
  readonly sentences: { readonly [K in IssueCode]: string };
  readonly or: string;
  readonly more: string;
  readonly nothing: string;
  readonly didYouMean: string;
}

/** The languages issues are told in. */
export type Language = "en";

const WORDINGS: { readonly [K in Language]: Wording } = {
  en: { sentences: ENGLISH, or: " or ", more: " more", nothing: "nothing", didYouMean: ", did you mean {found}" },
};

/**
 * The sentence of an issue: its path, what was expected, what was found, and the near miss if there is one.
 *
 * @example
 * ```ts
 * describeIssue({ code: "model/weights-sum", path: ["dimensions", "value", "indicators"], expected: [1, 100], found: 95 });
 * // "dimensions.value.indicators: expected weights to sum to 1 or 100, got 95"
 * ```
 */
export function describeIssue(issue: Issue, language: Language = "en"): string {
  const wording = WORDINGS[language];
  const sentence = fill(wording.sentences[issue.code], issue.expected, issue.found, wording);
  const hint = issue.suggestion === undefined ? "" : fill(wording.didYouMean, null, issue.suggestion, wording);
  const path = formatPath(issue.path);
  return (path === "" ? "" : `${path}: `) + sentence + hint;
}

/** A path as text: `bonuses[0].when.all[2]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (!PLAIN_KEY.test(key)) text += `[${JSON.stringify(key)}]`;
    else text += text === "" ? key : `.${key}`;
  }
  return text;
}

const PLAIN_KEY = /^[A-Za-z0-9_$-]+$/;
/** Longer lists are cut, so that one sentence stays one sentence. */
const LONGEST_LIST = 12;

function fill(template: string, expected: Fact, found: Fact, wording: Wording): string {
  return template.replace(/\{(expected|found)\}/g, (_, which) =>
    which === "expected" ? choices(expected, wording) : quote(found, wording),
  );
}

/** What was expected is told in words: texts stand as they are, lists as choices. */
function choices(fact: Fact, wording: Wording): string {
  if (typeof fact === "string") return fact;
  if (!Array.isArray(fact)) return quote(fact, wording);
  const shown = fact.slice(0, LONGEST_LIST).map((each) => quote(each, wording));
  if (fact.length > LONGEST_LIST) shown.push(`${fact.length - LONGEST_LIST}${wording.more}`);
  const last = shown.pop() ?? wording.nothing;
  return shown.length === 0 ? last : shown.join(", ") + wording.or + last;
}

/** What was found is quoted, unless it is a number or a word of ours such as "an array". */
function quote(fact: Fact, wording: Wording): string {
  if (fact === null) return wording.nothing;
  if (typeof fact === "string") return OUR_WORDS.test(fact) ? fact : JSON.stringify(fact);
  if (Array.isArray(fact)) return fact.map((each) => quote(each, wording)).join(", ");
  return String(fact);
}

const OUR_WORDS = /^(?:an? (?:array|object|function|symbol|bigint|number|text|boolean)|nothing|NaN|-?Infinity)$/;

import { type Fact, factOf, type Issue, type IssueCode, type Path } from "./issue.ts";
import type { Language } from "./language.ts";
import { ENGLISH } from "./wording-en.ts";
import { CHINESE, CHINESE_WORDS } from "./wording-zh.ts";

/** What stands between the last two of a list. */
type Joint = "or" | "and" | "to" | "next";

/**
 * The sentences of one language, and the small words between facts. In a template `{expected}` lists choices,
 * `{expected:and}` and the like join a list otherwise, `{found:bare}` is told without quotes, and `[entry|entries]` goes by
 * the number expected.
 */
export interface Wording {
  readonly sentences: { readonly [K in IssueCode]: string };
  readonly joints: { readonly [K in Joint]: string };
  /** Between the others of a list, and between a path and its sentence. */
  readonly comma: string;
  readonly colon: string;
  readonly more: string;
  /** For null, for an empty list of choices, and for an empty list of findings. */
  readonly nothing: string;
  readonly noChoice: string;
  readonly none: string;
  readonly didYouMean: string;
  /** Words of ours that stand in issues as facts; what is not listed is told as it stands. */
  readonly words: { readonly [english: string]: string };
}

/** What errors are told in; a bundle that only throws them holds no other language. */
const ENGLISH_WORDING: Wording = {
  sentences: ENGLISH,
  joints: { or: " or ", and: " and ", to: " to ", next: " then " },
  comma: ", ",
  colon: ": ",
  more: " more",
  nothing: "nothing",
  noChoice: "there is none",
  none: "none",
  didYouMean: ", did you mean {found}",
  words: {},
};

const WORDINGS = {
  en: ENGLISH_WORDING,
  "zh-CN": {
    sentences: CHINESE,
    joints: { or: " 或 ", and: "、", to: " 至 ", next: " 后 " },
    comma: "、",
    colon: "：",
    more: " 项其他",
    nothing: "空",
    noChoice: "无可选",
    none: "无",
    didYouMean: "，是否为 {found}",
    words: CHINESE_WORDS,
  },
} satisfies { readonly [K in Language]: Wording };

/** How an issue is put into words. */
export interface DescribeOptions {
  /** Default `en`. */
  readonly language?: Language | undefined;
}

/**
 * The sentence of an issue: its path, what was expected, what was found, and the near miss if there is one.
 *
 * @example
 * ```ts
 * describeIssue({ code: "model/weights-sum", path: ["dimensions", "value", "indicators"], expected: [1, 100], found: 95 });
 * // "dimensions.value.indicators: expected weights to sum to 1 or 100, got 95"
 * ```
 * @example in Chinese
 * ```ts
 * const issue = { code: "record/min", path: ["revenue"], expected: 0, found: -1 } as const;
 * describeIssue(issue, { language: "zh-CN" }); // "revenue：应不小于 0，实际为 -1"
 * ```
 */
export function describeIssue(issue: Issue, options?: DescribeOptions): string {
  // Anything else, such as the place in a list that `map` hands over, is told in English.
  return tellIssue(issue, WORDINGS[options?.language ?? "en"] ?? ENGLISH_WORDING);
}

/** The sentence of an issue in English. */
export function describeInEnglish(issue: Issue): string {
  return tellIssue(issue, ENGLISH_WORDING);
}

function tellIssue(issue: Issue, wording: Wording): string {
  const sentence = fill(wording.sentences[issue.code], issue.expected, issue.found, wording);
  const hint = issue.suggestion === undefined ? "" : fill(wording.didYouMean, null, issue.suggestion, wording);
  const path = formatPath(issue.path);
  return (path === "" ? "" : `${path}${wording.colon}`) + sentence + hint;
}

/** A path as text: `bonuses[0].when.all[2]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (!PLAIN_KEY.test(key)) text += `[${JSON.stringify(factOf(key))}]`;
    else text += text === "" ? key : `.${key}`;
  }
  return text;
}

const PLAIN_KEY = /^[A-Za-z0-9_$-]{1,80}$/;
/** Longer lists are cut, so that one sentence stays one sentence. */
const LONGEST_LIST = 12;

function fill(template: string, expected: Fact, found: Fact, wording: Wording): string {
  return template
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, one: string, many: string) => (expected === 1 ? one : many))
    .replace(/\{(expected|found)(?::(\w+))?\}/g, (_, which: string, form: Joint | "bare" | undefined) => {
      if (which === "expected") return tell(expected, (form ?? "or") as Joint, wording);
      return form === "bare" && typeof found === "string"
        ? word(found, wording)
        : quote(found, (form ?? "and") as Joint, wording);
    });
}

/** What was expected is told in words: texts stand as they are, lists as choices. */
function tell(fact: Fact, joint: Joint, wording: Wording): string {
  if (typeof fact === "string") return word(fact, wording);
  return Array.isArray(fact) && fact.length === 0 ? wording.noChoice : quote(fact, joint, wording);
}

/** What was found is quoted, unless it is a number or a word of ours such as "an array". */
function quote(fact: Fact, joint: Joint, wording: Wording): string {
  if (fact === null) return wording.nothing;
  if (typeof fact === "string") return OUR_WORDS.test(fact) ? word(fact, wording) : JSON.stringify(fact);
  return Array.isArray(fact) ? list(fact, joint, wording) : String(fact);
}

function list(facts: readonly Fact[], joint: Joint, wording: Wording): string {
  const shown = facts.slice(0, LONGEST_LIST).map((each) => quote(each, joint, wording));
  if (facts.length > LONGEST_LIST) shown.push(`${facts.length - LONGEST_LIST}${wording.more}`);
  const last = shown.pop() ?? wording.none;
  return shown.length === 0 ? last : shown.join(wording.comma) + wording.joints[joint] + last;
}

function word(english: string, { words }: Wording): string {
  return hasOwn.call(words, english) ? (words[english] as string) : english;
}

const hasOwn = Object.prototype.hasOwnProperty;

const OUR_WORDS =
  /^(?:an? (?:array|object|function|symbol|bigint|number|whole number|text|longer number|array of two|object of a class)|null|NaN|-?Infinity)$/;

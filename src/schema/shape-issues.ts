import type * as z from "zod/mini";
import { type Fact, factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { nearMisses } from "../core/near-miss.ts";
import { MOST_DIGITS } from "../core/scaled.ts";
import { GROUP_KEY } from "./indicator-shape.ts";
import { PAIR } from "./words.ts";

/** Checks a copied JSON value against a shape; every issue, in the words of this library. */
export function shapeIssues(shape: z.ZodMiniType, document: unknown): readonly Issue[] {
  const result = shape.safeParse(document, { reportInput: true });
  if (result.success) return [];
  const near = nearMisses();
  return result.error.issues.flatMap((raw) => translate(raw, [], near));
}

type RawIssue = z.core.$ZodIssue;
type Near = ReturnType<typeof nearMisses>;

/** A schema's issue as ours: facts only. */
function translate(raw: RawIssue, above: Path, near: Near): Issue[] {
  const path: Path = [...above, ...(raw.path as (string | number)[])];
  switch (raw.code) {
    case "invalid_type":
      return [wrongKind(path, kindOf(raw.expected), raw.input)];
    case "unrecognized_keys": {
      const known = raw.message.split(" ");
      return raw.keys.map((key) => issue("document/unknown-key", [...path, key], known, factOf(key), near(key, known)));
    }
    case "invalid_value":
      return [choice(path, raw.values as readonly (string | number)[], raw.input, near)];
    case "invalid_union":
      return union(raw, path, near);
    case "invalid_key":
      return raw.issues.flatMap((each) => translate(each, path, near));
    case "invalid_format":
      return [issue("document/id", path, null, factOf(raw.input))];
    case "too_small":
      return [tooSmall(raw, path)];
    case "too_big":
      return [tooBig(raw, path)];
    case "custom": {
      const code = raw.params?.code as IssueCode;
      return [issue(code, path, code === "document/digits" ? MOST_DIGITS : null, factOf(raw.input))];
    }
    default:
      return [issue("document/type", path, "a value of another kind", factOf(raw.input))];
  }
}

const KINDS: { readonly [expected: string]: Fact } = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: [true, false],
  object: "an object",
  record: "an object",
  array: "an array",
  tuple: "an array of two",
};

function kindOf(expected: string): Fact {
  return KINDS[expected] ?? expected;
}

function wrongKind(path: Path, expected: Fact, input: unknown): Issue {
  return input === undefined
    ? issue("document/missing-key", path, expected, null)
    : issue("document/type", path, expected, factOf(input));
}

function choice(path: Path, values: readonly (string | number)[], input: unknown, near: Near): Issue {
  if (input === undefined) return issue("document/missing-key", path, values, null);
  const suggestion = typeof input === "string" ? near(input, values.map(String)) : undefined;
  return issue("document/choice", path, values, factOf(input), suggestion);
}

function tooSmall(raw: z.core.$ZodIssueTooSmall, path: Path): Issue {
  const least = Number(raw.minimum);
  if (raw.origin === "string") return issue("document/empty", path, null, "");
  if (raw.origin === "array")
    return issue(raw.message === PAIR ? "document/pair" : "document/entries", path, least, size(raw));
  return issue(raw.inclusive === false ? "document/above" : "document/least", path, least, factOf(raw.input));
}

function tooBig(raw: z.core.$ZodIssueTooBig, path: Path): Issue {
  const most = Number(raw.maximum);
  if (raw.origin === "string") return issue("document/text-length", path, most, size(raw));
  if (raw.origin === "array")
    return issue(raw.message === PAIR ? "document/pair" : "document/most-entries", path, most, size(raw));
  return issue("document/most", path, most, factOf(raw.input));
}

function size(raw: RawIssue): number {
  return (raw.input as { readonly length: number }).length;
}

/** A union by kind names its kinds, a node is told by its key, any other union by the option that fits best. */
function union(raw: z.core.$ZodIssueInvalidUnion, path: Path, near: Near): Issue[] {
  const kinds = (raw as { readonly options?: readonly string[] }).options;
  const input = raw.input as { readonly [key: string]: unknown } | undefined;
  if (kinds !== undefined) return [choice(path, kinds, input?.[raw.discriminator as string], near)];
  const fitting = raw.errors.filter(([first]) => !isMismatch(first));
  if (fitting.length === 0) {
    const kinds = raw.errors.flatMap(([first]) => (isMismatch(first) ? kindOf(first.expected) : []));
    return [wrongKind(path, [...new Set(kinds)], raw.input)];
  }
  const isGroup = raw.message === GROUP_KEY && Object.keys(input ?? {}).includes(GROUP_KEY);
  return (fitting[isGroup ? 1 : 0] ?? []).flatMap((each) => translate(each, path, near));
}

/** Whether an option fails because the value as a whole is of another kind. */
function isMismatch(raw: RawIssue | undefined): raw is z.core.$ZodIssueInvalidType {
  return raw !== undefined && raw.code === "invalid_type" && raw.path.length === 0;
}

import type * as z from "zod/mini";
import { factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { modelShape } from "./model-shape.ts";

let shape: ReturnType<typeof modelShape> | undefined;

/** Checks a copied JSON value against the shape of a model document; every issue, in the words of this library. */
export function checkModelShape(document: unknown): readonly Issue[] {
  shape ??= modelShape();
  const result = shape.safeParse(document, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((raw) => translate(raw, []));
}

type RawIssue = z.core.$ZodIssue;

/** A schema's issue as one of ours: facts only. */
function translate(raw: RawIssue, above: Path): Issue[] {
  const path: Path = [...above, ...(raw.path as (string | number)[])];
  switch (raw.code) {
    case "invalid_type":
      return [raw.input === undefined ? missing(path, KINDS[raw.expected] ?? raw.expected) : wrongType(path, raw)];
    case "unrecognized_keys": {
      const known = raw.message.split(" ");
      return raw.keys.map((key) =>
        issue("document/unknown-key", [...path, key], known, factOf(key), nearMiss(key, known)),
      );
    }
    case "invalid_value":
      return [choice(path, raw.values as readonly (string | number)[], raw.input)];
    case "invalid_union":
      return union(raw, path);
    case "invalid_key":
    case "invalid_format":
      return [issue("document/id", path, null, factOf(raw.input))];
    case "too_small":
      return [issue("document/least", path, amount(raw.minimum, raw.origin, raw.inclusive), size(raw.input))];
    case "too_big":
      return [issue("document/most", path, amount(raw.maximum, raw.origin), size(raw.input))];
    case "custom": {
      const code = raw.params?.code as IssueCode;
      return [issue(code, path, code === "document/digits" ? 15 : null, factOf(raw.input))];
    }
    default:
      return [issue("document/type", path, "a value of another kind", factOf(raw.input))];
  }
}

const KINDS: { readonly [expected: string]: string } = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "an array",
  tuple: "an array of two",
};

function wrongType(path: Path, raw: z.core.$ZodIssueInvalidType): Issue {
  return issue("document/type", path, KINDS[raw.expected] ?? raw.expected, factOf(raw.input));
}

function missing(path: Path, expected: string): Issue {
  return issue("document/missing-key", path, expected, null);
}

function choice(path: Path, values: readonly (string | number)[], input: unknown): Issue {
  if (input === undefined) return issue("document/missing-key", path, values, null);
  const near = typeof input === "string" ? nearMiss(input, values.map(String)) : undefined;
  return issue("document/choice", path, values, factOf(input), near);
}

/** A union by kind names its kinds; any other is told by the option that fits best. */
function union(raw: z.core.$ZodIssueInvalidUnion, path: Path): Issue[] {
  const kinds = (raw as { readonly options?: readonly string[] }).options;
  if (kinds !== undefined) {
    const input = raw.input as { readonly [key: string]: unknown } | undefined;
    return [choice(path, kinds, input?.[raw.discriminator as string])];
  }
  const scored = raw.errors.map((issues) => ({ issues, misfit: issues.reduce((sum, each) => sum + misfit(each), 0) }));
  const mismatched = scored.filter(({ misfit }) => misfit >= MISMATCH);
  if (mismatched.length === scored.length) {
    const expected = scored.map(({ issues }) => KINDS[expectedOf(issues[0])] ?? expectedOf(issues[0]));
    const said = expected.join(" or ");
    return [raw.input === undefined ? missing(path, said) : issue("document/type", path, said, factOf(raw.input))];
  }
  const best = scored.reduce((a, b) => (b.misfit < a.misfit ? b : a));
  return best.issues.flatMap((each) => translate(each, path));
}

const MISMATCH = 1000;

/** How badly an option fails by its own keys; deeper failures speak for the option, not against it. */
function misfit(raw: RawIssue): number {
  if (raw.path.length === 0)
    return raw.code === "unrecognized_keys" ? raw.keys.length : raw.code === "invalid_type" ? MISMATCH : 0;
  return raw.path.length === 1 && raw.input === undefined ? 1 : 0;
}

function expectedOf(raw: RawIssue | undefined): string {
  return raw !== undefined && raw.code === "invalid_type" ? raw.expected : "another value";
}

function amount(bound: number | bigint, origin: string, isInclusive = true): string {
  const units: { readonly [origin: string]: string } = { array: " entries", string: " characters" };
  return `${isInclusive ? "" : "more than "}${bound}${units[origin] ?? ""}`;
}

function size(input: unknown): number | string {
  if (typeof input === "number") return input;
  return Array.isArray(input) || typeof input === "string" ? input.length : "nothing";
}

import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { factOf, type Issue, type IssueCode, issue } from "../../src/core/issue.ts";
import { unreachable } from "../../src/core/unreachable.ts";
import { describeIssue, formatPath } from "../../src/core/wording.ts";
import { ENGLISH } from "../../src/core/wording-en.ts";

const sentence = (code: IssueCode, expected: Issue["expected"], found: Issue["found"]): string =>
  describeIssue(issue(code, [], expected, found));

describe("a fact is short and safe to print", () => {
  it.each([
    ["text", "text"],
    [12.5, 12.5],
    [true, true],
    [null, null],
    [undefined, null],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [[1, 2], "an array"],
    [{ a: 1 }, "an object"],
    [new Date(0), "an object"],
    [() => 1, "a function"],
    [Symbol("x"), "a symbol"],
    [12n, "a bigint"],
  ])("%s", (value, fact) => expect(factOf(value)).toBe(fact));

  it("a long text is cut after 80 characters, not through one", () => {
    expect(factOf("x".repeat(80))).toBe("x".repeat(80));
    expect(factOf("x".repeat(81))).toBe(`${"x".repeat(80)}…`);
    expect(factOf(`${"x".repeat(79)}😀tail`)).toBe(`${"x".repeat(79)}…`);
    expect(factOf(`${"x".repeat(78)}😀tail`)).toBe(`${"x".repeat(78)}😀…`);
  });
});

describe("an issue is facts", () => {
  it("with a suggestion only if there is one", () => {
    expect(issue("record/min", ["a"], 0, -1)).toEqual({ code: "record/min", path: ["a"], expected: 0, found: -1 });
    expect(Object.keys(issue("record/min", ["a"], 0, -1))).not.toContain("suggestion");
    expect(issue("record/value", ["a"], ["x"], "y", "x").suggestion).toBe("x");
  });
});

describe("its sentence", () => {
  it("begins with the path and ends with the near miss", () => {
    expect(describeIssue(issue("record/value", ["industry"], ["finance", "retail"], "finanse", "finance"))).toBe(
      'industry: expected "finance" or "retail", got "finanse", did you mean "finance"',
    );
  });

  it("has no path when the whole is meant", () => {
    expect(describeIssue(issue("record/kind", [], null, 7))).toBe("expected a record as an object, got 7");
  });

  it("tells expected words as they are, and quotes what was found", () => {
    expect(sentence("record/type", "a text", "true or false")).toBe('expected a text, got "true or false"');
    expect(sentence("record/type", "a text", true)).toBe("expected a text, got true");
    expect(sentence("record/type", "a text", null)).toBe("expected a text, got nothing");
  });

  it("our own words for what was found are not quoted, others are", () => {
    for (const word of [
      "an array",
      "an object",
      "a function",
      "a symbol",
      "a bigint",
      "NaN",
      "Infinity",
      "-Infinity",
    ]) {
      expect(sentence("record/type", "a text", word)).toBe(`expected a text, got ${word}`);
    }
    expect(sentence("record/type", "a text", "an array of")).toBe('expected a text, got "an array of"');
    expect(sentence("record/type", "a text", "not an array")).toBe('expected a text, got "not an array"');
  });

  it("a list of choices is cut after twelve", () => {
    const list = Array.from({ length: 14 }, (_, i) => i);
    const told = sentence("record/value", list.slice(0, 12), 99);
    expect(told).toBe("expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or 11, got 99");
    expect(sentence("record/value", list, 99)).toBe("expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 2 more, got 99");
    expect(sentence("record/value", [7], 99)).toBe("expected 7, got 99");
    expect(sentence("record/value", [], 99)).toBe("expected there is none, got 99");
  });

  it("keeps what looks like a template or a replacement pattern in the facts", () => {
    expect(sentence("record/value", "$& {found}", "{expected} $1")).toBe('expected $& {found}, got "{expected} $1"');
  });

  it("every code has one: no placeholder left, no full stop, no scolding", () => {
    for (const code of Object.keys(ENGLISH) as IssueCode[]) {
      for (const expected of [null, 1, 3, "a word", ["a", "b"]]) {
        const told = sentence(code, expected, ENGLISH[code].includes("{found:bare}") ? "x" : ["x", "y"]);
        expect(told).not.toMatch(/[{}|]|\.$|invalid|please|undefined/);
        expect(told).toMatch(/^[a-z]/);
      }
    }
  });

  it("tells what was found without quotes where the template says so", () => {
    const bare = (Object.keys(ENGLISH) as IssueCode[]).find((code) =>
      ENGLISH[code].endsWith("{found:bare}"),
    ) as IssueCode;
    expect(sentence(bare, null, "these words")).toMatch(/got[^"]* these words$/);
    expect(sentence(bare, null, null)).toMatch(/nothing$/);
  });

  it("goes by the number expected where a word has two forms, and joins a list as its template says", () => {
    const forms = (Object.keys(ENGLISH) as IssueCode[]).find((code) => /\[[^|\]]+\|[^\]]+\]/.test(ENGLISH[code]));
    const [, one = "", many = ""] = /\[([^|\]]+)\|([^\]]+)\]/.exec(ENGLISH[forms as IssueCode]) ?? [];
    expect(sentence(forms as IssueCode, 1, 2)).toContain(`1 ${one}`);
    expect(sentence(forms as IssueCode, 2, 1)).toContain(`2 ${many}`);
    for (const [joint, word] of [
      ["and", " and "],
      ["next", " then "],
      ["to", " to "],
    ] as const) {
      const code = (Object.keys(ENGLISH) as IssueCode[]).find((each) => ENGLISH[each].includes(`:${joint}}`));
      if (code !== undefined) expect(sentence(code, ["p", "q"], ["p", "q"])).toContain(`"p"${word}"q"`);
    }
    expect(sentence("record/value", "x", ["p", "q", "r"])).toBe('expected x, got "p", "q" and "r"');
    expect(sentence("record/value", "x", [])).toBe("expected x, got none");
  });
});

describe("a path", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b-c", "d_$1"], "a.b-c.d_$1"],
    [["bonuses", 0, "when", "all", 2], "bonuses[0].when.all[2]"],
    [[3, "a"], "[3].a"],
    [["values", "政府", "x y"], 'values["政府"]["x y"]'],
    [["a", ""], 'a[""]'],
    [["a.b"], '["a.b"]'],
  ])("%j is %j", (path, text) => expect(formatPath(path as (string | number)[])).toBe(text));

  it("a key of more than 80 characters is cut", () => {
    expect(formatPath(["k".repeat(80)])).toBe("k".repeat(80));
    expect(formatPath(["k".repeat(81)])).toBe(`["${"k".repeat(80)}…"]`);
  });
});

describe("GuanxiError", () => {
  const many = (n: number): Issue[] => Array.from({ length: n }, (_, i) => issue("record/min", [`f${i}`], 0, -1));

  it("holds every issue and tells the first five", () => {
    const error = new GuanxiError(many(7));
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("GuanxiError");
    expect(error.issues).toHaveLength(7);
    expect(error.message.split("\n")).toEqual([
      "f0: expected at least 0, got -1",
      "f1: expected at least 0, got -1",
      "f2: expected at least 0, got -1",
      "f3: expected at least 0, got -1",
      "f4: expected at least 0, got -1",
      "… and 2 more",
    ]);
  });

  it("five issues leave no rest", () => expect(new GuanxiError(many(5)).message).not.toContain("more"));
});

it("unreachable is our defect, and says which", () => {
  expect(() => unreachable("a test without an operator")).toThrow("guanxi has a defect: a test without an operator");
});

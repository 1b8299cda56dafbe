import { describe, expect, it } from "vitest";
import { issue } from "../../src/core/issue.ts";
import { describeIssue, formatPath } from "../../src/core/wording.ts";
import { ENGLISH } from "../../src/core/wording-en.ts";
import { CHINESE } from "../../src/core/wording-zh.ts";
import { PROVOCATIONS } from "./issues/all-provocations.ts";

const chinese = { language: "zh-CN" } as const;

describe("the Chinese of an issue", () => {
  it.each(Object.entries(ENGLISH))("of %s tells the facts that the English tells, joined alike", (code, english) => {
    const facts = (template: string) => [...template.matchAll(/\{[^}]*\}/g)].map(String).sort();
    const told = CHINESE[code as keyof typeof CHINESE];
    expect(facts(told)).toEqual(facts(english));
    expect(told).toMatch(/应.*，实际/);
    expect(told).not.toMatch(/[。！]$|请|无效/);
  });

  it.each(PROVOCATIONS.map((each) => [`${each.code}: ${each.mistake}`, each] as const))(
    "%s, with its path, numbers and near miss",
    (_, { provoke, suggestion }) => {
      for (const found of provoke()) {
        const told = describeIssue(found, chinese);
        const path = formatPath(found.path);
        expect(told.startsWith(path === "" ? "" : `${path}：`)).toBe(true);
        const english = describeIssue(found);
        const numbers = (text: string) => (text.slice(path.length).match(/\d[\d.]*/g) ?? []).map(Number).sort();
        // Words for "one" and "two" differ; what is written in digits does not.
        if (!/\b(1|15) /.test(ENGLISH[found.code])) expect(numbers(told)).toEqual(numbers(english));
        expect(told.includes("是否为")).toBe(suggestion !== undefined);
        expect(told).not.toMatch(/\{(expected|found)|undefined|\[object/);
      }
    },
  );

  it("joins lists and cuts long ones as Chinese does", () => {
    const list = Array.from({ length: 14 }, (_, i) => i);
    expect(describeIssue(issue("record/value", ["a"], ["x", "y", "z"], "w", "x"), chinese)).toBe(
      'a：应为 "x"、"y" 或 "z"，实际为 "w"，是否为 "x"',
    );
    expect(describeIssue(issue("record/value", [], list, null), chinese)).toBe(
      "应为 0、1、2、3、4、5、6、7、8、9、10、11 或 2 项其他，实际为 空",
    );
    expect(describeIssue(issue("record/value", [], [], []), chinese)).toBe("应为 无可选，实际为 无");
  });

  it("says our own words in Chinese, and no others", () => {
    expect(describeIssue(issue("record/type", ["a"], "a text", "an object"), chinese)).toBe(
      "a：应为 文本，实际为 对象",
    );
    expect(describeIssue(issue("record/type", ["a"], "a text", "a text"), chinese)).toBe("a：应为 文本，实际为 文本");
    expect(describeIssue(issue("record/type", ["a"], "a text", "constructor"), chinese)).toBe(
      'a：应为 文本，实际为 "constructor"',
    );
    expect(describeIssue(issue("record/type", ["a"], "constructor", 1), chinese)).toBe("a：应为 constructor，实际为 1");
  });

  it("is told only where it is asked for", () => {
    const found = issue("record/min", ["a"], 0, -1);
    expect([found].map(describeIssue as (issue: unknown) => string)).toEqual(["a: expected at least 0, got -1"]);
    for (const options of [undefined, {}, { language: undefined }, { language: "fr" }, 0, null]) {
      expect(describeIssue(found, options as never)).toBe("a: expected at least 0, got -1");
    }
    expect(describeIssue(found, chinese)).toBe("a：应不小于 0，实际为 -1");
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillText } from "../../src/core/fill-text.ts";
import { wordsOf } from "../../src/explain/texts.ts";
import { ENGLISH_TEXTS } from "../../src/explain/texts-en.ts";
import { CHINESE_TEXTS } from "../../src/explain/texts-zh.ts";
import { titleOf } from "../../src/explain/title-of.ts";
import { root } from "../support/root.ts";

describe("the texts of explanations", () => {
  it.each(Object.entries(ENGLISH_TEXTS))("%s tells the same facts in Chinese", (key, english) => {
    const facts = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(facts(CHINESE_TEXTS[key as keyof typeof CHINESE_TEXTS])).toEqual(facts(english));
  });

  it.each(Object.entries(ENGLISH_TEXTS))("%s is in the reference, and so is every fact it tells", (key, english) => {
    const row = readFileSync(`${root}docs/reference/reasons.md`, "utf8")
      .split("\n")
      .find((line) => line.includes(`\`${key}\``) && line.startsWith("|"));
    expect(row).toBeDefined();
    // The row of what groups and rules say refers to the one above it.
    if (!/^reason-/.test(key)) for (const fact of english.match(/\{\w+\}/g) ?? []) expect(row).toContain(fact);
  });

  it("keep a placeholder that has no fact, and take facts as they are", () => {
    expect(fillText("{a} {b} {a} {constructor} {c", { a: "$&", b: 0 })).toBe("$& 0 $& {constructor} {c");
  });

  it("are those shipped but for those given", () => {
    expect(wordsOf({}).say("total", {})).toBe("Total");
    expect(wordsOf({ language: "zh-CN" }).say("total", {})).toBe("总分");
    expect(wordsOf({ language: "zh-CN", texts: { total: "合计" } }).say("total", {})).toBe("合计");
    expect(wordsOf({ texts: { total: "Sum" } }).say("value", { input: "x", value: 1 })).toBe("x is 1");
  });
});

describe("a title", () => {
  it.each([
    [undefined, "name"],
    [{}, "name"],
    [{ title: "Plain" }, "Plain"],
    [{ title: { en: "English", "zh-CN": "中文" } }, "中文"],
    [{ title: { en: "English", de: "Deutsch" } }, "English"],
    [{ title: { de: "Deutsch" } }, "Deutsch"],
    [{ title: {} }, "name"],
  ])("of %j in Chinese is %s", (part, title) => expect(titleOf(part as never, "zh-CN", "name")).toBe(title));
});

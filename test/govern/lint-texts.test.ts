import { describe, expect, it } from "vitest";
import { describeCure, describeFinding, describeSeverity } from "../../src/govern/describe-finding.ts";
import { finding, type LintFinding } from "../../src/govern/lint-finding.ts";
import { LINT_TEXTS } from "../../src/govern/lint-texts.ts";

const chinese = { language: "zh-CN" } as const;
const { en, "zh-CN": zh } = LINT_TEXTS;

describe("the texts of findings", () => {
  it.each(["sentences", "cures", "because", "severities"] as const)("%s tell the same facts in Chinese", (kind) => {
    const facts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(en[kind])) {
      const told = (zh[kind] as { readonly [key: string]: string })[key] as string;
      expect([key, facts(told)]).toEqual([key, facts(text)]);
      expect(told).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each<[string, LintFinding, string, string]>([
    [
      "a list, a path",
      finding("lint/not-monotone", ["a", 0], { points: [0, 9.5, 3] }),
      "a[0]: points rise and fall: 0, 9.5, 3",
      "a[0]：得分有升有降：0、9.5、3",
    ],
    [
      "why a rule is idle, and who stands in its way",
      finding("lint/idle-bonus", ["bonuses", 1], { because: "first", other: "north" }),
      "bonuses[1]: can never add points, because north stands before it in its group and fires whenever it does",
      "bonuses[1]：永远不会加减分，因为同组的 north 排在它之前，且凡它触发时必触发",
    ],
    [
      "an open day",
      finding("lint/overlapping-dates", ["bonuses", 1], { other: "a", from: null, until: "2026-06-30" }),
      "bonuses[1]: is in force together with a from … to 2026-06-30, on the same condition",
      "bonuses[1]：与条件相同的 a 在 … 至 2026-06-30 同时生效",
    ],
  ])("%s", (_, found, english, inChinese) => {
    expect(describeFinding(found)).toBe(english);
    expect(describeFinding(found, chinese)).toBe(inChinese);
  });

  it("have a cure and a severity in both languages, and are English where `map` hands a place over", () => {
    const found = finding("lint/unreachable-cell", []);
    expect([describeSeverity(found), describeCure(found)]).toEqual(["warning", "move the cut"]);
    expect([describeSeverity(found, chinese), describeCure(found, chinese)]).toEqual(["警告", "调整分界"]);
    expect([found].map(describeCure as (found: LintFinding) => string)).toEqual(["move the cut"]);
  });
});

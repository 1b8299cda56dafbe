import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/wording.ts";
import { ENGLISH } from "../../../src/core/wording-en.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { safeParsePointsPlan } from "../../../src/points/parse-points-plan.ts";
import { safeScore } from "../../../src/score/score.ts";
import { PROVOCATIONS, TOLD_PROVOCATIONS } from "./all-provocations.ts";
import { SMALL_DAY, smallAccount, smallModel } from "./small-model.ts";
import { smallPlan } from "./small-plan.ts";

const all = [...PROVOCATIONS, ...TOLD_PROVOCATIONS];

it("the model that mistakes are made in has none", () => {
  expect(safeScore(parseModel(smallModel()), smallAccount(), { asOf: SMALL_DAY })).toMatchObject({ ok: true });
});

it("so has the plan", () => {
  expect(safeParsePointsPlan(smallPlan())).toMatchObject({ ok: true });
});

describe("a mistake is told by one issue:", () => {
  it.each(PROVOCATIONS.map((each) => [`${each.code}: ${each.mistake}`, each] as const))("%s", (_, mistake) => {
    const { code, path, expected, found, suggestion, sentence, provoke } = mistake;
    const issues = provoke();
    expect(issues).toEqual([{ code, path, expected, found, ...(suggestion === undefined ? {} : { suggestion }) }]);
    expect(issues.map((issue) => describeIssue(issue))).toEqual([sentence]);
  });
});

describe("a mistake at the command line is told by one sentence:", () => {
  it.each(TOLD_PROVOCATIONS.map((each) => [`${each.code}: ${each.mistake}`, each] as const))(
    "%s",
    async (_, mistake) => {
      expect(await mistake.tell()).toEqual([mistake.sentence]);
      expect(mistake.sentence).toMatch(patternOf(ENGLISH[mistake.code]));
    },
  );
});

/** Any sentence that a template can make. */
function patternOf(template: string): RegExp {
  const pieces = template.split(/(\{[^}]*\}|\[[^\]]*\|[^\]]*\])/).map((piece) => {
    if (piece.startsWith("{")) return ".*";
    return piece.startsWith("[") ? `(?:${piece.slice(1, -1)})` : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^(?:\\S+: )?${pieces.join("")}(?:, did you mean .*)?$`);
}

describe("the codes", () => {
  it("are all provoked", () => {
    const provoked = new Set(all.map(({ code }) => code));
    expect(Object.keys(ENGLISH).filter((code) => !provoked.has(code as keyof typeof ENGLISH))).toEqual([]);
  });

  it("are an area and what is wrong, in kebab-case", () => {
    expect(Object.keys(ENGLISH).filter((code) => !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });
});

describe("a sentence", () => {
  it.each(Object.entries(ENGLISH))(
    "of %s says what was expected and what was found, in lower case, without a full stop",
    (_, template) => {
      expect(template).toMatch(/^expected .*, got /);
      expect(template).not.toMatch(/\.$|!|\binvalid\b|\bplease\b/i);
    },
  );

  it.each(all.map(({ code, sentence }) => [code, sentence]))("of %s leaves no placeholder: %s", (_, sentence) => {
    expect(sentence).not.toMatch(/\{(expected|found)|undefined|\[object|\[\w+\|/);
  });
});

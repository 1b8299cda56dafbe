/** Arguments that are none: an issue with its place, never a crash. */
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { compareCards } from "../../src/explain/compare/compare-cards.ts";
import { explain } from "../../src/explain/explain.ts";
import { leastChanges } from "../../src/explain/least/least-changes.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { score } from "../../src/score/score.ts";
import { thrown } from "../core/issues/model.provocations.ts";
import { SMALL_DAY, smallAccount, smallModel } from "../core/issues/small-model.ts";

const model = parseModel(smallModel());
const day = { asOf: SMALL_DAY };
const card = score(model, smallAccount(), day);
const none = null as never;
const bare = Object.create(null) as never;

function told(call: () => unknown): string {
  return thrown(call)
    .map((each) => describeIssue(each))
    .join("; ");
}

const change = (goal: object, options: object) => () =>
  leastChanges(model, smallAccount(), goal as never, { ...day, ...options });

describe("arguments of explain that are none", () => {
  it.each<[string, () => unknown, string]>([
    ["options that are none", () => explain(model, card, 3 as never), "expected an object, got 3"],
    [
      "no reason texts",
      () => explain(model, card, { reasonTexts: none }),
      "reasonTexts: expected an object, got nothing",
    ],
    ["no texts", () => explain(model, card, { texts: none }), "texts: expected an object, got nothing"],
    [
      "texts as text",
      () => compareCards(card, card, { models: [model], texts: "a" as never }),
      'texts: expected an object, got "a"',
    ],
    [
      "a score that is an object without a prototype",
      () => explain(model, card, { of: bare }),
      'of: expected a dimension or the total ("value", "relationship" or "total"), got an object',
    ],
    [
      "a tier that is an object without a prototype",
      change({ kind: "tier", name: bare }, {}),
      'goal.name: expected a rung ("gold", "silver" or "bronze"), got an object',
    ],
    ["no effort", change({ kind: "tier-up" }, { effort: none }), "effort: expected an object, got nothing"],
    ["effort as a list", change({ kind: "tier-up" }, { effort: [] }), "effort: expected an object, got an array"],
  ])("%s", (_, call, sentence) => {
    expect(told(call)).toBe(sentence);
  });

  it("null options are none", () => {
    expect(explain(model, card, none)).toEqual(explain(model, card));
    expect(told(() => leastChanges(model, smallAccount(), { kind: "tier-up" }, none))).toMatch(
      /^asOf: expected the day/,
    );
  });
});

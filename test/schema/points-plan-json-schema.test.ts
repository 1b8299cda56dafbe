import { describe, expect, it } from "vitest";
import { pointsPlanJsonSchema } from "../../src/schema/points-plan-json-schema.ts";
import { smallPlan } from "../core/issues/small-plan.ts";
import { planEditor } from "./editor.ts";
import { keysWithoutWords } from "./keys-without-words.ts";

const { offered, marked, shown } = planEditor;

const plan = (rest: string) => `{ "format": 1, "id": "p", "version": "1", ${rest} }`;
const withRule = (text: string) => plan(`"rules": [${text}]`);
const withMultiplier = (text: string) => plan(`"rules": [], "multipliers": { "list": [${text}] }`);
const RULES = ["per-amount", "per-product", "per-event", "per-score", "improvement", "streak"];

describe("an editor offers", () => {
  it.each([
    ["all six rules", withRule('{ "kind": "|" }'), RULES],
    ["all six rules once one is written", withRule('{ "kind": "str|eak", "points": 1 }'), RULES],
    ["all three multipliers", withMultiplier('{ "kind": "|" }'), ["tier", "quadrant", "campaign"]],
    [
      "all six expiries",
      plan('"rules": [], "expiry": { "kind": "|" }'),
      ["none", "days", "months", "end-of-month", "end-of-year", "rolling"],
    ],
    [
      "the keys of an expiry",
      plan('"rules": [], "expiry": { "kind": "rolling", | }'),
      ["days", "months", "zeroPointsExtend"],
    ],
    ["the spans of a cap", plan('"rules": [], "caps": { | }'), ["event", "day", "month", "year", "lifetime"]],
    ["the roundings", withRule('{ "kind": "per-amount", "rounding": "|" }'), ["half-away", "floor", "ceiling"]],
    [
      "what lines are chosen by",
      withRule('{ "kind": "per-amount", "lines": { "exclude": [{ | }] } }'),
      ["skus", "categories", "labels", "isDelivery"],
    ],
    [
      "the keys of a campaign",
      withMultiplier('{ "kind": "campaign", "id": "a", "title": "", "note": "", "x": {}, | }'),
      ["from", "until", "rules", "factor"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(Object.keys(await offered(text)).sort()).toEqual([...expected].sort());
  });

  it("every section, and says of each what it is for", async () => {
    const sections = await offered("{ | }");
    expect(Object.keys(sections)).toEqual(
      expect.arrayContaining(["rules", "multipliers", "caps", "expiry", "qualification"]),
    );
    expect(Object.values(sections).filter((words) => words === "")).toEqual([]);
  });
});

describe("an editor marks", () => {
  it.each([
    [
      "a misspelt key",
      withRule('{ "id": "r", "kind": "per-amount", "rate": 1, "roundng": "floor" }'),
      '"roundng"',
      /not allowed/,
    ],
    ["a misspelt kind", withRule('{ "id": "r", "kind": "per-amounts" }'), '"per-amounts"', /"per-amount"/],
    [
      "a key of another kind",
      withRule('{ "id": "r", "kind": "per-event", "activity": "a", "points": 1, "rate": 1 }'),
      '"rate"',
      /not allowed/,
    ],
    [
      "a day that is not one",
      withMultiplier('{ "id": "m", "kind": "campaign", "factor": 2, "from": "1 May" }'),
      '"1 May"',
      /YYYY-MM-DD/,
    ],
    ["half a point", withRule('{ "id": "r", "kind": "per-event", "activity": "a", "points": 0.5 }'), "0.5", /integer/],
  ])("%s", async (_, text, at, message) => {
    expect(await marked(text)).toEqual([{ at, message: expect.stringMatching(message) }]);
  });

  it("nothing in a plan that uses everything", async () => {
    expect(await marked(JSON.stringify(smallPlan()))).toEqual([]);
  });
});

describe("an editor shows", () => {
  it.each([
    ["what a rule is for", withRule('{ "kind": "improve|ment" }'), /gained since the previous review/],
    ["what a key is for", withRule('{ "kind": "per-amount", "pe|r": 10 }'), /how many units/],
    ["what a choice means", plan('"rules": [], "consumption": "earliest-ex|piry"'), /expire first/],
  ])("%s", async (_, text, words) => expect(await shown(text)).toMatch(words));
});

it("the schema says something about every key", () => {
  expect(keysWithoutWords(pointsPlanJsonSchema())).toEqual([]);
});

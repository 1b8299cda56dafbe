import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { modelJsonSchema } from "../../src/schema/json-schema.ts";
import { root } from "../support/root.ts";
import { marked, offered, shown, snippets } from "./editor.ts";
import { keysWithoutWords } from "./keys-without-words.ts";

const LEAF = '{ "input": "a", "weight": 1, "curve": { "kind": "flag", "points": { "true": 1, "false": 0 } } }';
const HEAD = '"format": 1, "id": "m", "version": "1"';
const withIndicator = (text: string) =>
  `{ ${HEAD}, "fields": {}, "dimensions": { "value": { "weight": 1, "indicators": { "a": ${text} } } } }`;
const withCurve = (text: string) => withIndicator(`{ "input": "a", "curve": ${text} }`);
const withSection = (section: string, text: string) =>
  withIndicator(LEAF).replace(/ \}$/, `, ${JSON.stringify(section)}: ${text} }`);
const withField = (text: string) => withIndicator(LEAF).replace('"fields": {}', `"fields": { "f": ${text} }`);
const withWhen = (text: string) =>
  withSection("bonuses", `[{ "id": "b", "to": "value", "points": 1, "when": ${text} }]`);
const withGate = (text: string) => withSection("gates", `[{ "id": "g", "tierAtMost": "A", "when": ${text} }]`);

const CURVES = ["bands", "linear", "lookup", "flag"];
const OPERATORS = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between", "exists"];

describe("an editor offers", () => {
  it.each([
    ["all four curves in an empty kind", withCurve('{ "kind": "|" }'), CURVES],
    ["all four curves once one is written", withCurve('{ "kind": "lin|ear", "knots": [] }'), CURVES],
    ["only the kind before it is chosen", withCurve("{ | }"), ["kind"]],
    ["the keys of the curve that was chosen", withCurve('{ "kind": "lookup", | }'), ["points", "otherwise"]],
    ["the keys of a band", withCurve('{ "kind": "bands", "bands": [{ | }] }'), ["from", "above", "points"]],
    [
      "all five ways to treat a missing input",
      withIndicator('{ "input": "a", "missing": { "kind": "|" } }'),
      ["reject", "exclude", "points", "worst", "best"],
    ],
    [
      "all six measures",
      withSection("measures", '{ "m": { "kind": "|" } }'),
      ["ratio", "change", "difference", "sum", "days-since", "months-since"],
    ],
    [
      "the fields of a measure",
      withSection("measures", '{ "m": { "kind": "days-since", | } }'),
      ["field", "title", "note", "x"],
    ],
    ["all four fields", withField('{ "kind": "|" }'), ["number", "category", "date", "boolean"]],
    [
      "all five ways to combine",
      withIndicator('{ "indicators": {}, "combine": "|" }'),
      ["mean", "sum", "product", "min", "max"],
    ],
    ["the forms of a condition", withWhen("{ | }"), ["all", "any", "not", "input"]],
    [
      "the forms of a condition inside another",
      withWhen('{ "not": { "any": [{ | }] } }'),
      ["all", "any", "not", "input"],
    ],
    ["scores too in a gate", withGate('{ "all": [{ | }] }'), ["all", "any", "not", "input", "score"]],
    ["the operators of a test", withWhen('{ "input": "a", | }'), OPERATORS],
    ["both sides", withSection("quadrant", '{ "cells": [{ "x": "|" }] }'), ["high", "low"]],
  ])("%s", async (_, text, expected) => {
    expect(Object.keys(await offered(text))).toEqual(expected);
  });

  it("the keys of an indicator, and the one that makes it a group", async () => {
    expect(Object.keys(await offered(withIndicator("{ | }")))).toEqual(
      expect.arrayContaining(["input", "curve", "indicators"]),
    );
  });

  it("no curve in a group", async () => {
    const keys = Object.keys(await offered(withIndicator('{ "indicators": {}, | }')));
    expect(keys).toContain("combine");
    expect(keys).not.toContain("curve");
  });

  it("every section, and says of each what it is for", async () => {
    const sections = await offered("{ | }");
    expect(Object.keys(sections)).toEqual(
      expect.arrayContaining(["fields", "dimensions", "quadrant", "tier", "gates"]),
    );
    expect(Object.values(sections).filter((words) => words === "")).toEqual([]);
  });

  it("a word about every kind", async () => {
    expect(await offered(withCurve('{ "kind": "|" }'))).toMatchObject({ flag: "Points of true and of false." });
  });
});

describe("an editor offers snippets that are", () => {
  it("a model without a mark", async () => {
    const { "a model": text } = await snippets("|");
    expect(await marked(text as string)).toEqual([]);
  });

  it.each([
    ["dimensions", `{ ${HEAD}, "fields": {}, "dimensions": { "value": | } }`],
    ["curves", withCurve("|")],
    ["indicators", withIndicator("|")],
    ["bonuses", withSection("bonuses", "[|]")],
    ["quadrants", withSection("quadrant", "|")],
    ["gates", withSection("gates", "[|]")],
    ["conditions", withWhen("|")],
  ])("%s without a mark", async (_, text) => {
    const texts = Object.values(await snippets(text));
    expect(texts.length).toBeGreaterThan(0);
    for (const each of texts) expect(await marked(text.replace("|", () => each))).toEqual([]);
  });
});

describe("an editor marks", () => {
  it.each([
    ["a misspelt key", withIndicator(LEAF.replace("weight", "wieght")), '"wieght"', /wieght is not allowed/],
    ["a misspelt section", withSection("tear", "{}"), '"tear"', /tear is not allowed/],
    ["a misspelt kind", withCurve('{ "kind": "linera" }'), '"linera"', /"bands", "linear", "lookup", "flag"/],
    [
      "a key of another kind",
      withCurve('{ "kind": "linear", "knots": [[0, 0], [1, 1]], "bands": [] }'),
      '"bands"',
      /not allowed/,
    ],
    ["a misspelt operator", withWhen('{ "input": "a", "gtt": 5 }'), '"gtt"', /not allowed/],
    ["a score outside a gate", withWhen('{ "all": [{ "score": "value" }] }'), '"score"', /not allowed/],
    [
      "a second operator",
      withWhen('{ "input": "a", "gt": 5, "lt": 4 }'),
      '{ "input": "a", "gt": 5, "lt": 4 }',
      /limit of 2/,
    ],
    ["a day that is not one", withSection("effective", '{ "from": "1 May 2026" }'), '"1 May 2026"', /YYYY-MM-DD/],
    ["a name with a blank", withSection("bonusGroups", '{ "a b": {} }'), '"a b"', /camelCase or kebab-case/],
    ["a text for a number", withIndicator(LEAF.replace('"weight": 1', '"weight": "1"')), '"1"', /Expected "number"/],
  ])("%s", async (_, text, at, message) => {
    expect(await marked(text)).toEqual([{ at, message: expect.stringMatching(message) }]);
  });
});

describe("an editor shows", () => {
  it.each([
    ["what a key is for", withIndicator('{ "in|put": "a" }'), /field or measure/],
    [
      "what a key is for where its value is a shared part",
      withWhen("{}").replace('"when"', '"wh|en"'),
      /When it fires/,
    ],
    ["what a kind is", withCurve('{ "kind": "ban|ds" }'), /each band gives its points/],
    ["what an operator asks", withWhen('{ "input": "a", "notI|n": [] }'), /none of/],
  ])("%s", async (_, text, words) => {
    expect(await shown(text)).toMatch(words);
  });
});

const shared = process.env.GUANXI_SHARED;
const examples = join(root, "examples", "models");

describe("an editor marks nothing in", () => {
  it.each(readdirSync(examples).filter((file) => file.endsWith(".json")))("%s", async (file) => {
    expect(await marked(readFileSync(join(examples, file), "utf8"))).toEqual([]);
  });

  it.skipIf(shared === undefined)("the model of the shared oracle (skipped: no data)", async () => {
    const { model } = JSON.parse(readFileSync(join(shared as string, "oracles", "score.json"), "utf8"));
    expect(await marked(JSON.stringify(model))).toEqual([]);
  });

  it("the schema itself, by the schema of draft-07", async () => {
    const schema = JSON.stringify(modelJsonSchema());
    expect(await marked(schema)).toEqual([]);
    expect(await marked(schema.replace('"pattern":', '"pattern":1,"_":'))).not.toEqual([]);
  });
});

describe("the schema", () => {
  it("says something about every key", () => {
    expect(keysWithoutWords(modelJsonSchema())).toEqual([]);
  });

  it("names what it shares, and refers to nothing else", () => {
    const { definitions } = modelJsonSchema() as { definitions: object };
    const references = JSON.stringify(modelJsonSchema()).match(/"#\/[^"]*"/g) ?? [];
    expect(Object.keys(definitions)).toEqual(["node", "condition", "gateCondition"]);
    expect([...new Set(references)].sort()).toEqual(
      Object.keys(definitions)
        .map((name) => `"#/definitions/${name}"`)
        .sort(),
    );
  });
});

import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { describeIssue } from "../../src/core/wording.ts";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import { smallModel } from "../core/issues/small-model.ts";

const isFrozenDeep = (value: unknown): boolean =>
  typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenDeep));

describe("a parsed model", () => {
  it("is the document, frozen deep", () => {
    const model = parseModel(smallModel());
    expect(model).toEqual(smallModel());
    expect(isFrozenDeep(model)).toBe(true);
  });

  it("is a copy: the document stays as it was, and is not frozen", () => {
    const document = smallModel();
    const model = parseModel(document);
    expect(document).toEqual(smallModel());
    expect(Object.isFrozen(document) || Object.isFrozen(document.fields.revenue)).toBe(false);
    document.dimensions.value.weight = 1;
    expect(model.dimensions.value?.weight).toBe(60);
  });

  it("parses from a document that is frozen already", () => {
    expect(safeParseModel(parseModel(smallModel()))).toMatchObject({ ok: true });
  });

  it("goes through JSON and comes back the same, with the same fingerprint", () => {
    const model = parseModel(smallModel());
    const again = parseModel(JSON.parse(JSON.stringify(model)));
    expect(again).toEqual(model);
    expect(again.fingerprint).toBe(model.fingerprint);
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  it("carries its fingerprint beside the document, not in it", () => {
    const model = parseModel(smallModel());
    expect(model.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Object.keys(model)).not.toContain("fingerprint");
    expect(() => Object.assign(model, { fingerprint: "sha256:other" })).toThrow(TypeError);
  });

  it("leaves out keys that are undefined, as JSON does", () => {
    const model = parseModel({ ...smallModel(), note: undefined });
    expect("note" in model).toBe(false);
  });

  it("has no minus zero, as JSON has none", () => {
    const document = smallModel();
    document.range[0] = -0;
    expect(Object.is(parseModel(document).range?.[0], 0)).toBe(true);
  });

  it("may have `x` and cases of any content", () => {
    const x = { list: [1, [2, null]], "any key": { deep: true }, fingerprint: "mine" };
    const account = { revenue: 1, "Column of ours": "text" };
    const document = { ...smallModel(), x, cases: [{ id: "a b", account, expect: { tier: null } }] };
    expect(parseModel(document)).toMatchObject({ x, cases: [{ account }] });
  });

  it("keeps a category value that looks like a name of every object", () => {
    const document = smallModel();
    document.fields.industry.values.push("constructor", "99", "政府");
    const { points } = document.dimensions.relationship.indicators.industry.curve;
    Object.assign(points, { constructor: 1, 99: 2, 政府: 3 });
    expect(safeParseModel(document)).toMatchObject({ ok: true });
  });
});

describe("a document that is wrong", () => {
  const wrong = () => {
    const document = smallModel();
    document.tier.rungs[2].from = 1;
    document.fields.revenue.min = 2e6;
    document.dimensions.relationship.indicators.city.weight = 5;
    document.dimensions.value.indicators.growth.weight = 31;
    document.measures.growth.to = "revenues";
    document.bonuses[0].to = "vlaue";
    return document;
  };

  it("is told all at once, in the order of the document", () => {
    const outcome = safeParseModel(wrong());
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "model/bounds fields.revenue.min",
      "model/unknown-field measures.growth.to",
      "model/weights-sum dimensions.value.indicators",
      "model/weight-unused dimensions.relationship.indicators.city.weight",
      "model/unknown-score bonuses.0.to",
      "model/last-rung tier.rungs.2.from",
    ]);
  });

  it("is told in the order it was written in", () => {
    const { tier, bonuses, ...rest } = wrong();
    const outcome = safeParseModel({ bonuses, tier, ...rest });
    const sections = outcome.ok ? [] : outcome.issues.map(({ path }) => path[0]);
    expect(sections).toEqual(["bonuses", "tier", "fields", "measures", "dimensions", "dimensions"]);
  });

  it("tells what is missing from an object after what is there", () => {
    const { id: _, ...document } = smallModel();
    document.note = 5;
    const outcome = safeParseModel(document);
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path[0])).toEqual(["note", "id"]);
  });

  it("is told by one error: the first sentences, and how many more there are", () => {
    const outcome = safeParseModel(wrong());
    const issues = outcome.ok ? [] : outcome.issues;
    const sentences = issues.map((issue) => describeIssue(issue));
    expect(() => parseModel(wrong())).toThrow(GuanxiError);
    expect(() => parseModel(wrong())).toThrow(`${sentences.slice(0, 5).join("\n")}\n… and 1 more`);
  });

  it("is told by facts that JSON can carry", () => {
    const outcome = safeParseModel(wrong());
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it("of a wrong shape is told by its shape alone: the rest cannot be trusted yet", () => {
    const document = wrong();
    document.version = 7;
    expect(safeParseModel(document)).toMatchObject({ ok: false, issues: [{ path: ["version"] }] });
  });
});

describe("a node is a group if it has indicators", () => {
  it.each([
    [{ input: "revenue", weight: 1, cruve: {} }, ["cruve", "curve"]],
    [{ weight: 1, combine: "sum" }, ["combine", "input", "curve"]],
    [{ weight: 1, indicators: {}, input: "revenue" }, ["input"]],
    [{ indicators: 5 }, ["indicators"]],
  ])("%j is told by %j", (node, keys) => {
    const document = smallModel();
    document.dimensions.value.indicators = { a: node };
    const outcome = safeParseModel(document);
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path[4])).toEqual(keys);
  });
});

import { describe, expect, it } from "vitest";
import { type ExplainOptions, explain } from "../../src/explain/explain.ts";
import type { DimensionPart, IndicatorPart } from "../../src/explain/explanation.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { score } from "../../src/score/score.ts";
import { thrown } from "../core/issues/model.provocations.ts";
import { SHOP, SHOP_ACCOUNT } from "./shop-model.ts";

const model = parseModel(SHOP);
type Changes = { readonly [field: string]: unknown };
const explained = (changes: Changes = {}, options?: ExplainOptions) =>
  explain(model, score(model, { ...SHOP_ACCOUNT, ...changes } as never), options);
const dimension = (changes: Changes, id: string) =>
  explained(changes).total.parts.find(({ path }) => path === id) as DimensionPart;
const indicator = (changes: Changes, path: string, options?: ExplainOptions) =>
  explained(changes, options)
    .total.parts.flatMap(({ parts }) => parts)
    .find((part) => part.path === path) as IndicatorPart;

describe("the tree of an account", () => {
  it("holds what a calculator gives: 0.75 × 68 + 0.25 × 80 = 71, and bonuses up to their caps", () => {
    const value = dimension({}, "value");
    expect(value).toMatchObject({ base: 71, score: 79, share: 0.6, contribution: 47.4, scoreClamp: 0, rounding: 0 });
    expect(
      value.bonuses.map(({ asked, points, lostToGroupCap, lostToCap }) => [asked, points, lostToGroupCap, lostToCap]),
    ).toEqual([
      [4, 4, 0, 0],
      [5, 2, 3, 0],
      [3, 2, 0, 1],
    ]);
  });

  it("starts a sum where it starts, and tells what the range took off it", () => {
    expect(dimension({}, "relationship")).toMatchObject({ start: 10, base: 80, clamp: 0, rounding: 0 });
    expect(dimension({ contact: "executive", visits: 12 }, "relationship")).toMatchObject({ base: 100, clamp: -20 });
  });

  it("tells the rounding of a sum apart from its clamp", () => {
    expect(dimension({ visits: 1 }, "relationship")).toMatchObject({ base: 63.33, clamp: 0, rounding: -0.0033 });
  });

  it("ends in the total: 47.4 + 32 − 2.5", () => {
    const { total } = explained();
    expect(total).toMatchObject({ base: 79.4, score: 76.9, rounding: 0, scoreClamp: 0 });
    expect(total.bonuses).toMatchObject([{ id: "late", path: "bonus:late", title: "Late payment", points: -2.5 }]);
  });
});

describe("the cause of points, in words", () => {
  it.each([
    [{ growth: -0.01 }, "value.growth", "growth -0.01 is below 0", "growth为 -0.01，低于 0"],
    [{ growth: 0 }, "value.growth", "growth 0 is from 0 to below 0.1", "growth为 0，在 0（含）至 0.1（不含）之间"],
    [{ growth: 0.3 }, "value.growth", "growth 0.3 is from 0.1 to 0.3", "growth为 0.3，在 0.1（含）至 0.3（含）之间"],
    [{ growth: 0.3001 }, "value.growth", "growth 0.3001 is above 0.3", "growth为 0.3001，高于 0.3"],
    [
      { growth: null },
      "value.growth",
      "growth is missing, so it is left out and its weight goes to the others",
      "growth缺失，不计入，其权重由其他指标分担",
    ],
    [
      { revenue: 1600 },
      "value.revenue",
      "Revenue 1600 CNY lies between 1000 (60 points) and 4000 (100 points)",
      "收入为 1600 CNY，介于 1000（60 分）与 4000（100 分）之间",
    ],
    [
      { revenue: 0 },
      "value.revenue",
      "Revenue 0 CNY is not above 0, where the line begins",
      "收入为 0 CNY，未超过计分起点 0",
    ],
    [
      { revenue: 4000 },
      "value.revenue",
      "Revenue 4000 CNY has reached 4000, where the line ends",
      "收入为 4000 CNY，已达到计分终点 4000",
    ],
    [{ contact: "staff" }, "relationship.contact", "contact is staff", "contact为staff"],
    [
      { contact: null },
      "relationship.contact",
      "contact is missing, which gives the worst points",
      "contact缺失，按最低分计",
    ],
    [{ hasContract: true }, "relationship.contract", "hasContract: yes", "hasContract：是"],
    [{ hasContract: false }, "relationship.contract", "hasContract: no", "hasContract：否"],
    [
      { hasContract: null },
      "relationship.contract",
      "hasContract is missing, which gives a fixed number of points",
      "hasContract缺失，按规定分值计分",
    ],
    [
      { visits: null },
      "relationship.visits",
      "visits is missing, which gives the best points",
      "visits缺失，按最高分计",
    ],
    [{ region: "abroad" }, "relationship.visits", "does not apply to this account", "不适用于该客户"],
  ])("%j at %s: %s", (changes, path, english, chinese) => {
    expect(indicator(changes, path).because).toBe(english);
    expect(indicator(changes, path, { language: "zh-CN" }).because).toBe(chinese);
  });

  it("knows a band with two exclusive ends, one without ends, and values that are not listed", () => {
    const curve = (bands: unknown) => ({ input: "growth", weight: 100, curve: { kind: "bands", bands } });
    const because = (bands: unknown) => {
      const changed = parseModel({
        ...SHOP,
        dimensions: { value: { weight: 100, indicators: { growth: curve(bands) } } },
        quadrant: undefined,
        bonuses: [],
      });
      const { total } = explain(changed, score(changed, SHOP_ACCOUNT as never));
      return total.parts.flatMap(({ parts }) => parts as readonly IndicatorPart[])[0]?.because;
    };
    expect(because([{ points: 1 }])).toBe("any growth gives the same points");
    expect(because([{ points: 1 }, { above: 0.1, points: 2 }])).toBe("growth 0.1 is 0.1 or less");
    expect(because([{ points: 1 }, { from: 0.1, points: 2 }])).toBe("growth 0.1 is 0.1 or more");
    expect(because([{ points: 1 }, { above: 0, points: 2 }, { from: 0.2, points: 3 }])).toBe(
      "growth 0.1 is above 0 and below 0.2",
    );
    expect(because([{ points: 1 }, { above: 0, points: 2 }, { above: 0.1, points: 3 }])).toBe(
      "growth 0.1 is above 0, up to 0.1",
    );
  });
});

describe("the ranking", () => {
  it("lists every part of the total, the greatest first", () => {
    const { ranking } = explained();
    expect(ranking.parts.map(({ kind, path, contribution, lost }) => [kind, path, contribution, lost])).toEqual([
      ["indicator", "value.revenue", 30.6, 14.4],
      ["indicator", "value.growth", 12, 3],
      ["indicator", "relationship.contract", 12, 0],
      ["indicator", "relationship.contact", 8, 8],
      ["indicator", "relationship.visits", 8, 8],
      ["start", "relationship", 4, null],
      ["bonus", "bonus:late", -2.5, null],
      ["bonus", "bonus:north", 2.4, null],
      ["bonus", "bonus:signed", 1.2, null],
      ["bonus", "bonus:grown", 1.2, null],
    ]);
    expect(ranking.rounding).toBe(0);
    expect(ranking.parts[0]).toMatchObject({ share: 0.45, points: 68, portion: 0.3979, title: "revenue" });
  });

  it("is of one dimension where that is asked", () => {
    const { ranking, reasons } = explained({ contact: "executive", visits: 12 }, { of: "relationship" });
    expect(ranking).toMatchObject({ of: "relationship", score: 100 });
    expect(ranking.parts.map(({ kind, contribution }) => [kind, contribution])).toContainEqual(["clamp", -20]);
    expect(reasons).toEqual([]);
  });
});

describe("reason codes", () => {
  const codes = (changes: Changes, options?: ExplainOptions) =>
    explained(changes, options).reasons.map(({ code, effect }) => [code, effect]);

  it("against the best: what was lost, ties in the order of the model, deductions too", () => {
    expect(codes({})).toEqual([
      ["R01", -14.4],
      ["relationship.contact", -8],
      ["relationship.visits", -8],
      ["value.growth", -3],
      ["bonus:late", -2.5],
    ]);
  });

  it("against the worst: what was gained, bonuses too", () => {
    expect(codes({}, { baseline: "worst", most: 4 })).toEqual([
      ["R01", 30.6],
      ["relationship.contract", 12],
      ["value.growth", 9],
      ["relationship.contact", 8],
    ]);
    expect(codes({}, { baseline: "worst" })).toContainEqual(["B02", 1.2]);
  });

  it("against the cut of the quadrant's axis: a mean's children with the cut itself, a sum's by their room", () => {
    // Relationship 60: 50 above the start over a room of 40 + 30 + 40, so 18.1818, 13.6364 and 18.1818.
    expect(explained({}, { of: "relationship", baseline: "cut" }).reasons.map(({ baseline }) => baseline)).toEqual([
      13.6364, 18.1818, 18.1818,
    ]);
    expect(codes({}, { of: "value", baseline: "cut" })).toEqual(
      [
        ["value.revenue", 13.5],
        ["value.growth", 7.5],
        ["bonus:north", 4],
        ["B02", 2],
        ["bonus:grown", 2],
      ].map(([code, effect]) => [code === "value.revenue" ? "R01" : code, effect]),
    );
  });

  it("against the cut of the tier, where there is no quadrant: the rung above, of the best rung its own", () => {
    const tiered = parseModel({ ...SHOP, quadrant: undefined });
    const baselines = (changes: Changes) => {
      const card = score(tiered, { ...SHOP_ACCOUNT, ...changes } as never);
      return explain(tiered, card, { of: "value", baseline: "cut" }).reasons.map(({ baseline }) => baseline)[0];
    };
    expect(baselines({})).toBe(80);
    expect(baselines({ revenue: 4000, contact: "executive" })).toBe(80);
    expect(baselines({ revenue: 0, contact: "staff", visits: 0 })).toBe(60);
  });

  it("against given points: parts that are not named are left out", () => {
    expect(codes({}, { baseline: { points: { "value.growth": 100, "relationship.visits": 10 } } })).toEqual([
      ["relationship.visits", 4],
      ["value.growth", -3],
      ["bonus:late", -2.5],
      ["bonus:north", 2.4],
      ["B02", 1.2],
      ["bonus:grown", 1.2],
    ]);
  });

  it("are told in words that can be replaced, all of a language or one code's", () => {
    const [first] = explained({}).reasons;
    expect(first?.text).toBe(
      "revenue: Revenue 1600 CNY lies between 1000 (60 points) and 4000 (100 points); 68 points and not 100, which costs 14.4",
    );
    const [chinese, , , , deduction] = explained({}, { language: "zh-CN" }).reasons;
    expect(chinese?.text).toBe(
      "revenue：收入为 1600 CNY，介于 1000（60 分）与 4000（100 分）之间；得 68 分，基准 100 分，使得分减少 14.4",
    );
    expect(deduction?.text).toBe("Late payment：扣分项，使得分减少 2.5");
    const own = { reasonTexts: { R01: "Buy more ({points} of {baseline}, {unknown})" } };
    expect(explained({}, own).reasons[0]?.text).toBe("Buy more (68 of 100, {unknown})");
    const texts = { "reason-deduction": "{title} −{effect}" };
    expect(explained({}, { texts }).reasons[4]?.text).toBe("Late payment −2.5");
  });
});

describe("gates", () => {
  it("say what they did", () => {
    const gates = (changes: Changes) => explained(changes).gates.map(({ code, text }) => [code, text]);
    expect(gates({ arrears: 3, contact: "executive" })).toEqual([
      ["G01", "In arrears: at most tier B"],
      ["gate:known", "known: at least tier B"],
      ["gate:fraud", "fraud: not met"],
    ]);
    expect(gates({ arrears: null, region: "nowhere" })).toEqual([
      ["G01", "In arrears: not known, because of missing data"],
      ["gate:known", "known: not met"],
      ["gate:fraud", "fraud: disqualified"],
    ]);
  });
});

describe("explain refuses", () => {
  const card = score(model, SHOP_ACCOUNT as never);
  const issues = (options: object) =>
    thrown(() => explain(model, card, options)).map(({ code, path, suggestion }) => [code, path.join("."), suggestion]);

  it.each([
    [{ of: "valu" }, ["model/unknown-score", "of", "value"]],
    [{ baseline: "bset" }, ["document/choice", "baseline", undefined]],
    [{ most: 0 }, ["document/least", "most", undefined]],
    [{ most: 1.5 }, ["document/least", "most", undefined]],
    [{ language: "fr" }, ["document/choice", "language", undefined]],
    [{ langauge: "en" }, ["document/unknown-key", "langauge", "language"]],
    [
      { baseline: { points: { "value.growht": 1 } } },
      ["document/unknown-key", "baseline.points.value.growht", "value.growth"],
    ],
    [{ baseline: null }, ["document/choice", "baseline", undefined]],
    [{ baseline: { point: {} } }, ["document/choice", "baseline", undefined]],
    [{ texts: { "reason-lots": "x" } }, ["document/unknown-key", "texts.reason-lots", "reason-lost"]],
    [{ texts: { total: 1 } }, ["document/type", "texts.total", undefined]],
    [{ reasonTexts: { R01: null } }, ["document/type", "reasonTexts.R01", undefined]],
    [{ baseline: { points: { "value.growth": "1" } } }, ["document/type", "baseline.points.value.growth", undefined]],
  ])("%j", (options, expected) => expect(issues(options)).toEqual([expected]));

  it("a cut of a model that has neither quadrant nor tier", () => {
    const bare = parseModel({ ...SHOP, quadrant: undefined, tier: undefined, gates: [] });
    const issues = thrown(() => explain(bare, score(bare, SHOP_ACCOUNT as never), { baseline: "cut" }));
    expect(issues).toMatchObject([{ code: "options/section-missing", path: ["baseline"] }]);
  });

  it("what is no card", () => {
    for (const card of [null, {}, { model: null }]) {
      expect(thrown(() => explain(model, card as never))).toMatchObject([{ code: "explain/model" }]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { compareCards } from "../../src/explain/compare/compare-cards.ts";
import type { CausedChange } from "../../src/explain/compare/comparison.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { score } from "../../src/score/score.ts";
import { thrown } from "../core/issues/model.provocations.ts";
import { SHOP, SHOP_ACCOUNT } from "./shop-model.ts";

const model = parseModel(SHOP);
type Changes = { readonly [field: string]: unknown };
const card = (changes: Changes = {}, of: Model = model, asOf?: string) =>
  score(of, { ...SHOP_ACCOUNT, ...changes } as never, { asOf } as never) as Scorecard;

const changesOf = (before: Scorecard, after: Scorecard, models: readonly Model[], of = "total") =>
  (compareCards(before, after, { models }).scores.find((each) => each.of === of)?.causes ?? []).map(
    ({ text }: CausedChange) => text,
  );

describe("two cards of one model and day", () => {
  it("differ by their inputs, those that did something", () => {
    const before = card();
    const after = card({ revenue: 2500, visits: 9, region: "south", growth: 0.2 });
    const { scores } = compareCards(before, after, { models: [model] });
    expect(scores.map(({ of, title, before: from, after: to, change }) => [of, title, from, to, change])).toEqual([
      ["total", "Total", 76.9, 86.3, 9.4],
      ["value", "Value", 79, 88, 9],
      ["relationship", "relationship", 80, 90, 10],
    ]);
    // The region's bonus is gone, but the others fill the caps without it.
    expect(changesOf(before, after, [model])).toEqual([
      "Revenue changed from 1600 CNY to 2500 CNY: +5.4",
      "visits changed from 6 to 9: +4",
    ]);
  });

  it("of inputs that work together give each its half", () => {
    const ratio = parseModel({
      format: 1,
      id: "ratio",
      version: "1",
      fields: { made: { kind: "number", places: 0 }, due: { kind: "number", places: 0 } },
      measures: { share: { kind: "ratio", of: "made", to: "due" } },
      dimensions: {
        visits: {
          weight: 1,
          indicators: {
            share: {
              input: "share",
              weight: 1,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [1, 100],
                ],
              },
            },
          },
        },
      },
    } as ModelDocument);
    const at = (made: number, due: number) => score(ratio, { made, due } as never) as Scorecard;
    // 50 → 75 → 60 one way, 50 → 40 → 60 the other.
    expect(changesOf(at(10, 20), at(15, 25), [ratio])).toEqual([
      "made changed from 10 to 15: +22.5",
      "due changed from 20 to 25: -12.5",
    ]);
    // A halved unit has one decimal more than scores.
    expect(changesOf(at(10, 30), at(11, 31), [ratio])).toEqual([
      "made changed from 10 to 11: +3.28",
      "due changed from 30 to 31: -1.13",
    ]);
  });

  it("tell inputs together between which there is no score", () => {
    const guarded = parseModel({
      format: 1,
      id: "guarded",
      version: "1",
      fields: {
        isRanked: { kind: "boolean" },
        rank: { kind: "number", places: 0 },
        size: { kind: "number", places: 0 },
      },
      dimensions: {
        value: {
          weight: 1,
          indicators: {
            rank: {
              input: "rank",
              weight: 50,
              appliesWhen: { input: "isRanked", eq: true },
              curve: {
                kind: "linear",
                knots: [
                  [1, 100],
                  [101, 0],
                ],
              },
            },
            size: {
              input: "size",
              weight: 50,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [100, 100],
                ],
              },
            },
          },
        },
      },
    } as ModelDocument);
    const before = score(guarded, { isRanked: false, rank: null, size: 40 } as never) as Scorecard;
    const after = score(guarded, { isRanked: true, rank: 11, size: 50 } as never) as Scorecard;
    expect(changesOf(before, after, [guarded])).toEqual([
      "isRanked changed from false to true, and rank changed from missing to 11, and size changed from 40 to 50, which cannot be told apart: +30",
    ]);
  });

  it("have no difference where a score is missing", () => {
    const before = card();
    const after = { ...before, total: null };
    expect(compareCards(before, after, { models: [model] }).scores[0]).toMatchObject({
      before: 76.9,
      after: null,
      change: null,
      causes: [],
    });
  });

  it("adds up also where a card's numbers are not what the model gives", () => {
    const before = card();
    const after = { ...card({ visits: 9 }), total: 99 };
    expect(compareCards(before, after, { models: [model] }).scores[0]?.causes).toMatchObject([{ change: 22.1 }]);
  });
});

const DATED: ModelDocument = {
  ...SHOP,
  fields: { ...SHOP.fields, lastOrder: { kind: "date" } },
  measures: { age: { kind: "days-since", field: "lastOrder" } },
  bonuses: [
    {
      id: "spring",
      to: "total",
      points: 3,
      from: "2026-03-01",
      until: "2026-05-31",
      title: { en: "Spring", "zh-CN": "春季" },
    },
    { id: "winter", to: "total", points: 1.5, until: "2026-02-28" },
    { id: "always", to: "total", points: 1 },
    { id: "idle", to: "total", points: -5, when: { input: "age", gt: 60 } },
  ],
};

describe("two cards of different days", () => {
  const dated = parseModel(DATED);
  const account = { ...SHOP_ACCOUNT, lastOrder: "2026-01-31" };

  it("differ by rules in and out of force, then by time, then by inputs", () => {
    const before = card(account, dated, "2026-02-15");
    const after = card({ ...account, visits: 9 }, dated, "2026-04-15");
    expect(changesOf(before, after, [dated])).toEqual([
      "Spring came into force: +3",
      "winter is no longer in force: -1.5",
      "time passed from 2026-02-15 to 2026-04-15: -5",
      "visits changed from 6 to 9: +4",
    ]);
    const chinese = compareCards(before, after, { models: [dated], language: "zh-CN" }).scores[0];
    expect(chinese?.title).toBe("总分");
    expect(chinese?.causes.map(({ text }) => text)).toEqual([
      "春季开始生效：+3",
      "winter不再生效：-1.5",
      "日期由 2026-02-15 到 2026-04-15：-5",
      "visits由 6 变为 9：+4",
    ]);
  });

  it("are nothing apart if they are one card", () => {
    const before = card(account, dated, "2026-02-15");
    expect(compareCards(before, before, { models: [dated] }).scores.flatMap(({ causes }) => causes)).toEqual([]);
    expect(compareCards(before, before, { models: [dated] }).before).toMatchObject({
      asOf: "2026-02-15",
      status: "scored",
      tier: "B",
      quadrant: "partner",
    });
  });
});

describe("two cards of different models", () => {
  const { relationship } = SHOP.dimensions;
  const reweighed = parseModel({
    ...SHOP,
    version: "2",
    dimensions: {
      ...SHOP.dimensions,
      value: { ...SHOP.dimensions.value, weight: 50 },
      relationship: { ...relationship, weight: 50 },
    },
  } as ModelDocument);

  it("differ first by the model, on the earlier account", () => {
    const [before, after] = [card(), card({ visits: 9 }, reweighed)];
    expect(changesOf(before, after, [reweighed, model])).toEqual([
      "the model changed from 1 to 2: +0.1",
      "visits changed from 6 to 9: +5",
    ]);
    expect(changesOf(before, after, [model, reweighed], "relationship")).toEqual(["visits changed from 6 to 9: +10"]);
  });

  it("take fields that the earlier model did not have from the later account", () => {
    const wider = parseModel({
      ...SHOP,
      version: "3",
      fields: { ...SHOP.fields, isPartner: { kind: "boolean" } },
      bonuses: [
        ...(SHOP.bonuses ?? []),
        { id: "partner", to: "total", points: 2, when: { input: "isPartner", eq: true } },
      ],
    });
    const after = card({ isPartner: true, visits: 9 }, wider);
    expect(changesOf(card(), after, [model, wider])).toEqual([
      "the model changed from 1 to 3: +2",
      "visits changed from 6 to 9: +4",
    ]);
  });

  it("have dimensions that only one of them has", () => {
    const { value } = SHOP.dimensions;
    const narrower = parseModel({
      ...SHOP,
      version: "4",
      dimensions: { value: { ...value, weight: 100 } },
      quadrant: undefined,
    });
    const { scores } = compareCards(card(), card({}, narrower), { models: [model, narrower] });
    expect(scores.map(({ of, before, after, change }) => [of, before, after, change])).toEqual([
      ["total", 76.9, 76.5, -0.4],
      ["value", 79, 79, 0],
      ["relationship", 80, null, null],
    ]);
  });
});

describe("compareCards refuses", () => {
  it("cards whose models are not given, and options that are none", () => {
    const issues = (options: unknown) =>
      thrown(() => compareCards(card(), card(), options as never)).map(({ code, path }) => [code, path.join(".")]);
    expect(issues({ models: [] })).toEqual([
      ["explain/model", "before"],
      ["explain/model", "after"],
    ]);
    expect(issues({})).toEqual([["document/type", "models"]]);
    expect(issues(undefined)).toEqual([["document/type", "models"]]);
    expect(issues({ models: [model], language: "fr" })).toEqual([["document/choice", "language"]]);
    expect(issues({ models: [model], model })).toEqual([["document/unknown-key", "model"]]);
    expect(issues({ models: [SHOP] })).toEqual([["model/unparsed", ""]]);
    expect(thrown(() => compareCards({} as never, card(), { models: [model] }))).toMatchObject([{ path: ["before"] }]);
  });
});

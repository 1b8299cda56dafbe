import { type AccountOf, defineModel, type Model, parseModel, type Scorecard, score } from "guanxi";
import { describe, expectTypeOf, it } from "vitest";
import { account, model } from "./typed-model.ts";

const card = score(model, account, { asOf: "2026-03-31" });

describe("a literal model types its record", () => {
  it("by kind, null where a value is not known, decimal text for numbers", () => {
    type Account = AccountOf<typeof model>;
    expectTypeOf<Account["revenue"]>().toEqualTypeOf<number | string | null | undefined>();
    expectTypeOf<Account["industry"]>().toEqualTypeOf<"finance" | "retail" | null | undefined>();
    expectTypeOf<Account["city"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Account["isSponsor"]>().toEqualTypeOf<boolean | null | undefined>();
    expectTypeOf<keyof Account>().toEqualTypeOf<
      "revenue" | "costs" | "industry" | "city" | "lastVisit" | "isSponsor"
    >();
  });
});

describe("a literal model types its card", () => {
  it("names of dimensions, indicators and groups", () => {
    expectTypeOf(card.dimensions.value.score).toEqualTypeOf<number | null>();
    expectTypeOf(card.dimensions.value.indicators.revenue.input).toEqualTypeOf<number | string | boolean | null>();
    expectTypeOf(card.dimensions.value.indicators.profit.indicators.margin.points).toEqualTypeOf<number | null>();
    expectTypeOf<keyof typeof card.dimensions>().toEqualTypeOf<"value" | "relationship">();
    // @ts-expect-error a group has no input of its own
    card.dimensions.value.indicators.profit.input;
    // @ts-expect-error a dimension that is not there
    card.dimensions.vlaue;
  });

  it("names of cells, rungs, rules and inputs", () => {
    expectTypeOf(card.quadrant.name).toEqualTypeOf<"partner" | "win-over" | "maintain" | "watch" | null>();
    expectTypeOf(card.tier.name).toEqualTypeOf<"A" | "B" | null>();
    expectTypeOf(card.bonuses[0]?.id).toEqualTypeOf<"sponsor" | undefined>();
    expectTypeOf(card.gates[0]?.id).toEqualTypeOf<"known" | undefined>();
    expectTypeOf(card.inputs.industry).toEqualTypeOf<"finance" | "retail" | null>();
    expectTypeOf(card.measures.margin).toEqualTypeOf<number | null>();
  });
});

describe("every typed card", () => {
  it("is a Scorecard, whatever sections its model has", () => {
    const bare = defineModel({
      format: 1,
      id: "bare",
      version: "1",
      fields: { n: { kind: "number" } },
      dimensions: {
        d: {
          weight: 1,
          indicators: { n: { input: "n", weight: 1, curve: { kind: "flag", points: { true: 1, false: 0 } } } },
        },
      },
    });
    const bareCard = score(bare, { n: 1 });
    expectTypeOf(card).toExtend<Scorecard>();
    expectTypeOf(bareCard).toExtend<Scorecard>();
    expectTypeOf(bareCard.quadrant).toEqualTypeOf<null>();
    expectTypeOf(bareCard.tier).toEqualTypeOf<null>();
  });
});

describe("a parsed model", () => {
  it("takes any record and answers a card with names as text", () => {
    const parsed = parseModel({});
    expectTypeOf(parsed).toEqualTypeOf<Model>();
    const general = score(parsed, { anything: 1 });
    expectTypeOf(general.tier?.name).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(general.dimensions.anything?.score).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(general).toEqualTypeOf<Scorecard<Model>>();
  });
});

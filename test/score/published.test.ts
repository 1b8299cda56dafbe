import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { safeScore } from "../../src/score/score.ts";
import { referenceScore } from "../reference/card.ts";
import type { ModelDocument, Previous, ScoreOptions, Side } from "../reference/document.ts";
import { flatRow } from "../reference/flat-row.ts";
import type { Scorecard } from "../reference/scorecard.ts";

// Published cards and one-line cases, answered alike by the library and by the reference interpreter.

interface OracleCard {
  id: string;
  account: Record<string, unknown>;
  asOf: string;
  previous: { tierEarned?: string; tierValidUntil?: string; quadrantX?: Side; quadrantY?: Side };
  expect: Record<string, unknown>;
}

const shared = process.env.GUANXI_SHARED;
const path = shared === undefined ? "" : resolve(shared, "oracles/score.json");
const oracle: { model: ModelDocument; cards: OracleCard[] } | null = existsSync(path)
  ? JSON.parse(readFileSync(path, "utf8"))
  : null;

type Score = (model: ModelDocument, account: Record<string, unknown>, options?: ScoreOptions) => Scorecard;

const SCORERS: readonly { readonly name: string; readonly cardOf: Score }[] = [
  { name: "the library", cardOf: byLibrary },
  { name: "the reference", cardOf: byReference },
];

describe.each(SCORERS)("$name", ({ cardOf }) => {
  describe("the cards of DESIGN §4", () => {
    if (oracle === null) it.skip("skipped: no data", () => {});
    for (const card of oracle?.cards ?? []) {
      it(`answers ${card.id} as the published card`, () => {
        const model = (oracle as { model: ModelDocument }).model;
        const previous: Previous = {
          tier: card.previous.tierEarned ?? null,
          validUntil: card.previous.tierValidUntil ?? null,
          sides: { x: card.previous.quadrantX ?? null, y: card.previous.quadrantY ?? null },
        };
        const row = flatRow(model, cardOf(model, card.account, { asOf: card.asOf, previous }));
        expect(row).toEqual(card.expect);
      });
    }
  });

  // The published one-line cases of the oracle, each as the smallest model that says it.
  describe("published one-line cases", () => {
    it("mean of 0.25 and 1 with weights 1:3 is 0.8125", () => {
      const model = linearModel([0, 1], { a: 0.25, b: 0.75 }, { points: 4, score: 4 });
      expect(cardOf(model, { a: 0.25, b: 1 }).total).toBe(0.8125);
    });

    it("weights 0.1, 0.2, 0.7 on 1, 0, 1 meet a 0.8 cut that floats miss", () => {
      const model: ModelDocument = {
        ...linearModel([0, 1], { a: 0.1, b: 0.2, c: 0.7 }),
        tier: { on: "total", rungs: [{ name: "pass", from: 0.8 }, { name: "fail" }] },
      };
      const card = cardOf(model, { a: 1, b: 0, c: 1 });
      expect([card.total, card.tier?.name]).toEqual([0.8, "pass"]);
    });

    it("10 + 12 + 5 + 5 + 20 + 10 on an additive card is 62, tier B", () => {
      const parts = { a: 10, b: 12, c: 5, d: 5, e: 20, f: 10 };
      const model: ModelDocument = {
        ...additiveModel([0, 100], Object.keys(parts)),
        tier: {
          on: "total",
          rungs: [{ name: "A", from: 80 }, { name: "B", from: 60 }, { name: "C" }],
        },
      };
      const card = cardOf(model, parts);
      expect([card.total, card.tier?.name]).toEqual([62, "B"]);
    });

    it("fees 3,600 + 10 × 60 tenure months − 10 × 1 suspension is 4190", () => {
      const model = additiveModel([0, 100000], ["fees", "months", "suspensions"]);
      (model.dimensions.all as { indicators: object }).indicators = {
        fees: {
          input: "fees",
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [100000, 100000],
            ],
          },
        },
        months: {
          input: "months",
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 10000],
            ],
          },
        },
      };
      // A negative part is a deduction: points of a curve lie within the range.
      model.bonuses = [{ id: "suspended", to: "all", points: -10, when: { input: "suspensions", eq: 1 } }];
      expect(cardOf(model, { fees: 3600, months: 60, suspensions: 1 }).total).toBe(4190);
    });

    it("spend 1,850 and exactly 3 years of tenure are 2050", () => {
      const model = additiveModel([0, 100000], ["spend", "years"]);
      (model.dimensions.all as ModelDocument["dimensions"][string]).indicators.years = {
        input: "years",
        curve: {
          kind: "bands",
          bands: [{ points: 0 }, { from: 1, points: 100 }, { from: 3, points: 200 }, { from: 10, points: 300 }],
        },
      };
      expect(cardOf(model, { spend: 1850, years: 3 }).total).toBe(2050);
    });

    it("the health score 72 stalled by a factor of 0.7 is 50.4", () => {
      const model: ModelDocument = {
        ...linearModel([0, 100], { a: 25, b: 25, c: 20, d: 15, e: 15 }),
        bonuses: [{ id: "stalled", to: "total", factor: 0.7 }],
      };
      const card = cardOf(model, { a: 100, b: 60, c: 70, d: 50, e: 70 });
      expect([card.base, card.total]).toEqual([72, 50.4]);
    });

    it("exactly 500 belongs to the half-open band [500, 2000): 4 stars", () => {
      const model = additiveModel([0, 10], ["assets"]);
      (model.dimensions.all as ModelDocument["dimensions"][string]).indicators.assets = {
        input: "assets",
        curve: {
          kind: "bands",
          bands: [{ points: 2 }, { from: 50, points: 3 }, { from: 500, points: 4 }, { from: 2000, points: 5 }],
        },
      };
      expect(cardOf(model, { assets: 500 }).total).toBe(4);
    });
  });

  describe("corners the fine print closes", () => {
    it("rounds half away from zero on both sides of it", () => {
      const model = linearModel([-50, 50], { a: 1 }, { points: 1, score: 1 });
      expect(cardOf(model, { a: 1.25 }).total).toBe(1.3);
      expect(cardOf(model, { a: -1.25 }).total).toBe(-1.3);
    });

    it("reads text exactly, however long its exponent is written", () => {
      const model = linearModel([0, 100], { a: 1 });
      expect(cardOf(model, { a: "1.25e1" }).total).toBe(12.5);
      for (const bad of ["1e999999999", "1e31", " 1", "01", "1.", ".5", "+1", Number.NaN, 1 / 0, true]) {
        expect(() => cardOf(model, { a: bad })).toThrow();
      }
    });

    it("counts months to the month's end", () => {
      const model = linearModel([0, 100], { a: 1 });
      model.fields.day = { kind: "date" };
      model.measures = { months: { kind: "months-since", field: "day" } };
      const months = (day: string, asOf: string): unknown => cardOf(model, { a: 1, day }, { asOf }).measures.months;
      expect(months("2024-01-31", "2024-02-29")).toBe(1);
      expect(months("2024-01-31", "2024-02-28")).toBe(0);
      expect(months("2024-02-29", "2025-02-28")).toBe(12);
      expect(months("2024-03-01", "2024-02-29")).toBe(-1);
      expect(months("2024-03-31", "2024-02-29")).toBe(-1);
    });

    it("lets a veto win over a promise, and an override over both", () => {
      const model: ModelDocument = {
        ...linearModel([0, 100], { a: 1 }),
        tier: {
          on: "total",
          rungs: [{ name: "A", from: 80 }, { name: "B", from: 60 }, { name: "C" }],
        },
        gates: [
          { id: "floor", when: { score: "total", gte: 0 }, tierAtLeast: "A" },
          { id: "veto", when: { score: "total", lt: 50 }, tierAtMost: "B" },
        ],
      };
      expect(cardOf(model, { a: 10 }).tier).toMatchObject({ name: "B", earned: "C" });
      const override = { tier: "C", reason: "board" };
      expect(cardOf(model, { a: 70 }, { override }).tier).toMatchObject({
        name: "C",
        earned: "B",
        override: { tier: "C", reason: "board", until: null, isInForce: true },
      });
    });

    it("shares 2/3 and 1/3 as a calculator would and names the difference", () => {
      const model = linearModel([0, 100], { a: 50, b: 25, c: 25 });
      for (const each of Object.values(model.dimensions.all?.indicators ?? {})) {
        (each as { missing: object }).missing = { kind: "exclude" };
      }
      const card = cardOf(model, { a: 100, b: 100, c: null });
      const { a, b, c } = card.dimensions.all?.indicators ?? {};
      expect(a).toMatchObject({ share: 0.666667, contribution: 66.6667, state: "answered" });
      expect(b).toMatchObject({ share: 0.333333, contribution: 33.3333, state: "answered" });
      expect(c).toMatchObject({ share: 0, contribution: 0, state: "missing", points: null });
      expect(card.dimensions.all).toMatchObject({ base: 100, rounding: 0, coverage: 0.75 });
    });
  });
});

function byLibrary(model: ModelDocument, account: Record<string, unknown>, options: ScoreOptions = {}): Scorecard {
  const outcome = safeScore(parseModel(model), account, options as never);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.card as unknown as Scorecard;
}

function byReference(model: ModelDocument, account: Record<string, unknown>, options: ScoreOptions = {}): Scorecard {
  const result = referenceScore(model, account, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.card;
}

/** A single dimension of identity curves under a mean. */
function linearModel(
  range: [number, number],
  weights: Record<string, number>,
  places = { points: 4, score: 2 },
): ModelDocument {
  const model: ModelDocument = {
    format: 1,
    id: "small",
    version: "1",
    range,
    places,
    fields: {},
    dimensions: { all: { weight: 1, indicators: {} } },
  };
  const [low, high] = range;
  for (const [id, weight] of Object.entries(weights)) {
    model.fields[id] = { kind: "number" };
    (model.dimensions.all as ModelDocument["dimensions"][string]).indicators[id] = {
      input: id,
      weight,
      curve: {
        kind: "linear",
        knots: [
          [low, low],
          [high, high],
        ],
      },
    };
  }
  return model;
}

/** The same, added up. */
function additiveModel(range: [number, number], ids: string[]): ModelDocument {
  const model = linearModel(range, Object.fromEntries(ids.map((id) => [id, 1])));
  const all = model.dimensions.all as ModelDocument["dimensions"][string];
  all.combine = "sum";
  for (const indicator of Object.values(all.indicators)) delete indicator.weight;
  return model;
}

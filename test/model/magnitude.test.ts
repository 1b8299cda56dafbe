/**
 * Published values are integers of their last place below 10¹⁵, and so are differences of two: every figure that is added,
 * cut or compared stays below half of that. One unit below the limit parses and scores to the last digit; at the limit
 * the document is refused.
 */
import { describe, expect, it } from "vitest";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import { safeScore } from "../../src/score/score.ts";
import { type Draft, smallModel } from "../core/issues/small-model.ts";

const UNITS = 5e14;
const at = (places: number): number => UNITS / 10 ** places;
/** One unit of the last place below the limit: its text is exact, whatever the division gives. */
const below = (places: number): number => Number(`${UNITS - 1}e-${places}`);

function changed(change: (model: Draft) => void): Draft {
  const model = smallModel();
  change(model);
  return model;
}

function magnitudes(document: Draft): string[] {
  const outcome = safeParseModel(document);
  const issues = outcome.ok ? [] : outcome.issues.filter(({ code }) => code === "model/magnitude");
  return issues.map(({ path }) => path.join("."));
}

/** A model of one number, one indicator and one dimension, over a wide range. */
function wide(range: readonly number[], places: Draft, knots: Draft, rest: Draft = {}): Draft {
  const indicators = { a: { input: "a", weight: 1, curve: { kind: "linear", knots } } };
  return {
    format: 1,
    id: "wide",
    version: "1",
    range,
    places,
    fields: { a: { kind: "number" } },
    dimensions: { d: { weight: 1, indicators } },
    ...rest,
  };
}

describe.each([
  [0, 0],
  [4, 2],
  [2, 4],
  [9, 9],
])("with %i decimals of points and %i of scores", (points, score) => {
  const places = { points, score };
  const finest = Math.max(points, score);
  const coarsest = Math.min(points, score);
  // A bound of the range is finer than neither station, so the largest one is a whole unit of the coarser below.
  const most = Number(`${5 * 10 ** (14 - finest + coarsest) - 1}e-${coarsest}`);

  it("a range may end one unit below the limit, and every digit of a score in it is kept", () => {
    const knots = [
      [0, -most],
      [1, most],
    ];
    const model = parseModel(wide([-most, most], places, knots));
    for (const [a, total] of [
      [0, -most],
      [0.5, 0],
      [1, most],
    ]) {
      expect(safeScore(model, { a })).toMatchObject({ card: { total, dimensions: { d: { base: total } } } });
    }
  });

  it("a range may not end at the limit", () => {
    const knots = [
      [0, 0],
      [1, 1],
    ];
    expect(magnitudes(wide([0, at(finest)], places, knots))).toContain("range.1");
    expect(
      magnitudes(
        wide([-at(finest), 0], places, [
          [0, -1],
          [1, 0],
        ]),
      ),
    ).toContain("range.0");
  });
});

describe("a cut, a rung, a margin, a cap", () => {
  const figures: [string, string, (model: Draft, figure: number) => void][] = [
    ["cut", "quadrant.cut.y", (model, figure) => Object.assign(model.quadrant.cut, { y: figure })],
    ["dead band", "quadrant.deadBand", (model, figure) => Object.assign(model.quadrant, { deadBand: figure })],
    ["rung", "tier.rungs.0.from", (model, figure) => Object.assign(model.tier.rungs[0], { from: figure })],
    ["margin", "tier.hold.margin", (model, figure) => Object.assign(model.tier.hold, { margin: figure })],
    [
      "cap of a dimension",
      "dimensions.value.bonusCap",
      (model, figure) => Object.assign(model.dimensions.value, { bonusCap: figure }),
    ],
    ["cap of the total", "total.deductionCap", (model, figure) => Object.assign(model.total, { deductionCap: figure })],
    [
      "cap of a group",
      "bonusGroups.trade.cap",
      (model, figure) => Object.assign(model.bonusGroups.trade, { cap: figure }),
    ],
  ];

  it.each(figures)("%s stays below the limit of scores", (_, path, change) => {
    expect(magnitudes(changed((model) => change(model, below(1))))).toEqual([]);
    expect(magnitudes(changed((model) => change(model, at(1))))).toEqual([path]);
  });
});

describe("bonuses", () => {
  const bonuses = (points: readonly number[]): Draft =>
    changed((model) => {
      model.bonuses = points.map((each, i) => ({ id: `b${i}`, to: "total", points: each }));
    });

  it("stay below the limit together with the widest score, deductions counted as far as they go", () => {
    const room = below(1) - 100;
    expect(magnitudes(bonuses([room]))).toEqual([]);
    expect(magnitudes(bonuses([room - 50, -50]))).toEqual([]);
    expect(magnitudes(bonuses([room + 0.1]))).toEqual(["bonuses"]);
    expect(magnitudes(bonuses([room - 50, -50.1]))).toEqual(["bonuses"]);
  });

  it("by a factor reach as far as the widest score times it", () => {
    const byFactor = (factor: number): Draft =>
      changed((model) => {
        model.bonuses = [{ id: "b", to: "total", factor }];
      });
    expect(magnitudes(byFactor(499_999_999_997))).toEqual([]);
    expect(magnitudes(byFactor(499_999_999_998))).toEqual(["bonuses"]);
  });

  it("may give what a score at the limit has room for, to the last digit", () => {
    const most = below(0);
    const knots = [
      [0, 0],
      [1, 1000],
    ];
    const rest = { bonuses: [{ id: "b", to: "total", points: most - 1000 }] };
    const model = parseModel(wide([0, 1000], { points: 0, score: 0 }, knots, rest));
    expect(safeScore(model, { a: 1 })).toMatchObject({ card: { total: 1000, bonuses: [{ points: most - 1000 }] } });
  });
});

describe("a sum", () => {
  const sum = (points: readonly number[], start: number, range: readonly number[]): Draft => {
    const model = wide(range, { points: 1, score: 1 }, []);
    model.dimensions.d = {
      weight: 1,
      combine: "sum",
      start,
      indicators: Object.fromEntries(
        points.map((each, i) => [
          `a${i}`,
          {
            input: "a",
            curve: {
              kind: "linear",
              knots: [
                [0, 0],
                [1, each],
              ],
            },
          },
        ]),
      ),
    };
    return model;
  };

  it("stays below the limit with all its children and its start", () => {
    const half = 20_000_000_000_000;
    expect(magnitudes(sum([half, half], 9_999_999_999_999.9, [0, half]))).toEqual([]);
    expect(magnitudes(sum([half, half], 10_000_000_000_000, [0, half]))).toEqual(["dimensions.d.indicators"]);
  });

  it("counts each child by the width of the range: a group may reach it whatever its curves say", () => {
    const half = 20_000_000_000_000;
    expect(magnitudes(sum([1, 1, 1], 0, [0, half]))).toEqual(["dimensions.d.indicators"]);
  });

  it("just below the limit is clamped, not lost", () => {
    const half = 20_000_000_000_000;
    const model = parseModel(sum([half, half], 9_999_999_999_999.9, [0, half]));
    expect(safeScore(model, { a: 1 })).toMatchObject({ card: { total: half } });
    expect(safeScore(model, { a: 0 })).toMatchObject({ card: { total: 9_999_999_999_999.9 } });
  });
});

describe("weights", () => {
  it("have at most 12 decimals, and sum to exactly 1 or 100 by their decimals", () => {
    const weighted = (weights: readonly number[]): Draft =>
      changed((model) => {
        const { revenue } = model.dimensions.value.indicators;
        model.dimensions.value.indicators = Object.fromEntries(
          weights.map((weight, i) => [`a${i}`, { ...revenue, weight }]),
        );
      });
    const codes = (weights: readonly number[]) => {
      const outcome = safeParseModel(weighted(weights));
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
    };
    expect(codes(new Array(10).fill(0.1))).toEqual([]);
    expect(codes([0.333333333333, 0.333333333333, 0.333333333334])).toEqual([]);
    expect(codes([0.333333333333, 0.333333333333, 0.333333333333])).toEqual(["model/weights-sum"]);
    expect(codes([99.999999999999, 0.000000000001])).toEqual([]);
    expect(codes([0.3333333333333, 0.6666666666667])).toEqual(["model/decimals", "model/decimals"]);
    expect(codes([1e14, 0.5])).toEqual(["model/weights-sum", "document/most"]);
  });
});

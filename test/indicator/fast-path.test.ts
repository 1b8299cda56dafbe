import { beforeEach, describe, expect, it, vi } from "vitest";
import * as referee from "../../src/core/referee.ts";
import { type CombineSpec, compileCombine } from "../../src/indicator/compile-combine.ts";
import { compileCurve } from "../../src/indicator/compile-curve.ts";
import type { Combine, LinearCurve } from "../../src/schema/model-document.ts";

// The referee answers everything, only slowly; so that it is really the last resort is not seen in any answer.
vi.mock("../../src/core/referee.ts", { spy: true });

const calls = (): number =>
  [referee.refereeLine, referee.refereeMean, referee.refereeProduct].reduce(
    (sum, each) => sum + vi.mocked(each).mock.calls.length,
    0,
  );

beforeEach(() => {
  vi.clearAllMocks();
});

const line = (knots: LinearCurve["knots"], inputPlaces: number, pointsPlaces: number) =>
  compileCurve({ kind: "linear", knots }, inputPlaces, pointsPlaces);

const SPEC: CombineSpec = {
  ids: ["a", "b", "c"],
  weights: [70, 30, 1],
  start: 0,
  from: 4,
  to: 2,
  least: -1e15,
  greatest: 1e15,
};
const combined = (kind: Combine, points: readonly number[], spec: Partial<CombineSpec> = {}): number =>
  compileCombine(kind, { ...SPEC, ...spec }).value(points);

describe("everyday numbers are decided by integer products", () => {
  it("lines between points of one sign, however wide", () => {
    const revenue = line(
      [
        [0, 0],
        [500_000, 60],
        [2_000_000, 100],
      ],
      6,
      4,
    );
    expect([123_456.789, 500_000.000001, 1_999_999.5].map(revenue)).toEqual([148_148, 600_000, 1_000_000]);
    const falling = line(
      [
        [0, 100],
        [500_000, 60],
        [2_000_000, 0],
      ],
      6,
      4,
    );
    expect([250_000, 1_250_000].map(falling)).toEqual([800_000, 300_000]);
    const below = line(
      [
        [0, -100],
        [500_000, -60],
        [2_000_000, 0],
      ],
      6,
      4,
    );
    expect([250_000, 1_250_000].map(below)).toEqual([-800_000, -300_000]);
    const sinking = line(
      [
        [0, 0],
        [500_000, -60],
        [2_000_000, -100],
      ],
      6,
      4,
    );
    expect([250_000, 1_250_000].map(sinking)).toEqual([-300_000, -800_000]);
    expect(calls()).toBe(0);
  });

  it("lines that cross zero", () => {
    const crossing = line(
      [
        [0, -50],
        [100, 50],
      ],
      2,
      4,
    );
    expect([25, 50.01, 99.99].map(crossing)).toEqual([-250_000, 100, 499_900]);
    const down = line(
      [
        [0, 50],
        [100, -50],
      ],
      2,
      4,
    );
    expect([25, 50.01, 99.99].map(down)).toEqual([250_000, -100, -499_900]);
    expect(calls()).toBe(0);
  });

  it("means, sums, products, least and greatest", () => {
    expect(combined("mean", [800_000, 812_345, 0])).toBe(7957);
    expect(combined("sum", [800_000, 812_345, 5])).toBe(16_124);
    expect(combined("product", [12_500, 8000, 9000])).toBe(90);
    expect(combined("product", [125, 80, 90], { from: 2, to: 2 })).toBe(90);
    expect(combined("product", [100_000, 100_000, 100_000], { from: 5, to: 2 })).toBe(100);
    expect(combined("min", [800_000, 812_345, 799_999])).toBe(8000);
    expect(combined("max", [800_000, 812_345, 799_999])).toBe(8123);
    expect(calls()).toBe(0);
  });
});

describe("what doubles would get wrong goes to the referee", () => {
  it.each([
    // Each of them is a hair beside a tie, beyond 2⁵³ on its way: in doubles it is the tie, or past it.
    [-1864421845, 497383118, 4804328, 4300033, 249471977],
    [-1830240965, 779113532, 5843128, 3939597, -70942666],
    [-1488171340, 1797235251, 8741928, 6945797, 1122210173],
    [-1565539599, 1557279826, 9254064, 999961, -1228098920],
    [-26418925, 1756505304, 9387448, 7404407, 1379873460],
  ])("a line from %d to %d over %d, at %d, is %d", (y0, y1, run, step, points) => {
    expect(
      line(
        [
          [0, y0],
          [run, y1],
        ],
        0,
        0,
      )(step),
    ).toBe(points);
    expect(
      line(
        [
          [0, 0 - y0],
          [run, 0 - y1],
        ],
        0,
        0,
      )(step),
    ).toBe(0 - points);
    expect(calls()).toBe(2);
  });

  it.each([
    [[866_626, 990_420, 892_738], 76625820375215],
    [[658_750, 787_404, 783_399], 40635092970662],
    [[729_100, 668_075, 403_786], 19668152892475],
  ])("the product of %j", (points, product) => {
    expect(combined("product", points, { from: 2, to: 2 })).toBe(product);
    expect(calls()).toBe(1);
  });

  it("a product of more than fifteen places, whose divisor would not be exact", () => {
    expect(combined("product", [1_500_000, 1_500_000, 1_500_000], { from: 6 })).toBe(338);
    expect(calls()).toBe(1);
  });

  it("a mean whose products pass 2⁵³ a hair below a tie", () => {
    const weights = [50.0000000001, 49.9999999999, 0];
    // (1 000 049 × w₁ + 1 000 051 × w₂) ÷ 100 = 1 000 050 − 2 × 10⁻¹², and half of 100 is 50.
    expect(combined("mean", [1_000_049, 1_000_051, Number.NaN], { weights })).toBe(10_000);
    expect(calls()).toBe(1);
  });

  it("a mean whose sum passes 2⁵³ though no product does", () => {
    const level = { weights: [63, 63, 0], from: 0, to: 0 };
    expect(combined("mean", [140_000_000_000_001, 140_000_000_000_002, 0], level)).toBe(140_000_000_000_002);
    expect(calls()).toBe(1);
  });

  it("a mean of which one product passes 2⁵³ though no sum does", () => {
    const level = { weights: [1, 3, 0], from: 0, to: 0 };
    // 3 × 3 333 333 333 333 335 is odd and has no double; the sum is 2 beyond a multiple of 4, a tie.
    expect(combined("mean", [-9_000_000_000_000_003, 3_333_333_333_333_335, 0], level)).toBe(250_000_000_000_001);
    expect(calls()).toBe(1);
  });

  it("a mean whose divisor passes 2⁵³", () => {
    const weights = [50.0000000001, 49.9999999999, 0];
    expect(combined("mean", [4999, 5001, 0], { weights, from: 4, to: 0 })).toBe(0);
    expect(combined("mean", [5001, 4999, 0], { weights, from: 4, to: 0 })).toBe(1);
    expect(calls()).toBe(2);
  });
});

import { describe, expect, it } from "vitest";
import { type Combiner, type CombineSpec, compileCombine, SHARE_PLACES } from "../../src/indicator/compile-combine.ts";
import type { Combine } from "../../src/schema/model-document.ts";

const SPEC: CombineSpec = {
  ids: ["a", "b", "c"],
  weights: [70, 30, 0],
  start: 0,
  from: 4,
  to: 2,
  least: 0,
  greatest: 10_000,
};
const combiner = (kind: Combine, spec: Partial<CombineSpec> = {}): Combiner =>
  compileCombine(kind, { ...SPEC, ...spec });
const share = (kind: Combine, points: readonly number[], spec: Partial<CombineSpec> = {}): number[] => {
  const shares: number[] = [];
  combiner(kind, spec).share(points, shares);
  return shares;
};
const NONE = Number.NaN;

describe("mean", () => {
  it("is the worked example: 70 × 80 + 30 × 80.05 over 100", () => {
    expect(combiner("mean").value([800_000, 800_500, NONE])).toBe(8002);
    expect(combiner("mean").value([800_000, 800_166, 0])).toBe(8000);
    expect(combiner("mean").value([800_000, 800_167, 0])).toBe(8001);
  });

  it("takes a child of weight 0 for absent, even when it is the only one", () => {
    expect(combiner("mean").value([NONE, NONE, 500_000])).toBeNaN();
    expect(share("mean", [NONE, NONE, 500_000])).toEqual([0, 0, 0]);
    expect(share("mean", [1, NONE, 500_000])).toEqual([1_000_000, 0, 0]);
  });

  it("is exact where products or sums pass 2⁵³, and where the scale of weights does", () => {
    const big = { weights: [33.333333333333, 33.333333333333, 33.333333333334], from: 0, to: 6 };
    expect(combiner("mean", big).value([499_999_999, 499_999_999, 499_999_999])).toBe(499_999_999_000_000);
    const fine = { weights: [0.000000000001, 99.999999999999, 0], from: 4, to: 4 };
    expect(combiner("mean", fine).value([500_000_000_000_000, 0, NONE])).toBe(5);
    expect(combiner("mean", { weights: [1, 1, 1], from: 0, to: 0 }).value([9e15, 9e15, -9e15])).toBe(3e15);
  });

  it("has shares at six places", () => {
    expect(SHARE_PLACES).toBe(6);
    expect(share("mean", [1, 1, 1], { weights: [1, 1, 1] })).toEqual([333_333, 333_333, 333_333]);
    expect(share("mean", [1, 1, 1], { weights: [2, 1, 0] })).toEqual([666_667, 333_333, 0]);
  });
});

describe("sum", () => {
  it("starts where it is told, once there is a child", () => {
    expect(combiner("sum", { start: 12.5, from: 1, to: 0 }).value([10, NONE, 20])).toBe(16);
    expect(combiner("sum", { start: 12.5 }).value([NONE, NONE, NONE])).toBeNaN();
    expect(combiner("sum", { start: 0, from: 0, to: 0 }).value([NONE, 0, NONE])).toBe(0);
  });

  it("gives each present child the whole of its points", () => {
    expect(share("sum", [0, NONE, 5])).toEqual([1_000_000, 0, 1_000_000]);
  });

  it("is clamped after rounding, at both ends", () => {
    expect(combiner("sum").value([900_000, 200_000, NONE])).toBe(10_000);
    expect(combiner("sum").value([-900_000, 0, NONE])).toBe(0);
  });
});

describe("product", () => {
  it("multiplies decimals, not units: 0.5 × 0.5 = 0.25", () => {
    expect(combiner("product", { from: 1, to: 2 }).value([5, 5, NONE])).toBe(25);
    expect(combiner("product", { from: 1, to: 1 }).value([5, 5, NONE])).toBe(3);
    expect(combiner("product", { from: 1, to: 1, least: -100 }).value([-5, 5, NONE])).toBe(-3);
    expect(combiner("product", { from: 0, to: 0 }).value([NONE, NONE, NONE])).toBeNaN();
    expect(combiner("product", { from: 4, to: 2 }).value([NONE, 10_000, NONE])).toBe(100);
  });

  it("is exact past 2⁵³ and past fifteen places, and clamped there too", () => {
    const wide = { from: 4, to: 2, least: -1e15, greatest: 1e15 };
    expect(combiner("product", wide).value([1_000_000, 1_000_000, 1_000_000])).toBe(100_000_000);
    expect(combiner("product", { ...wide, from: 6 }).value([1_500_000, 1_500_000, 1_500_000])).toBe(338);
    expect(combiner("product").value([1_000_000, 1_000_000, 1_000_000])).toBe(10_000);
    expect(combiner("product").value([-1_000_000, 1_000_000, 1_000_000])).toBe(0);
    expect(combiner("product", { from: 0, to: 0 }).value([5e14, 5e14, 0])).toBe(0);
  });

  it("has no additive shares", () => expect(share("product", [1, NONE, 2])).toEqual([NONE, NONE, NONE]));
});

describe("min and max", () => {
  it("take the least and the greatest of the present, rounded to their places", () => {
    expect(combiner("min").value([812_345, 812_350, NONE])).toBe(8123);
    expect(combiner("max").value([812_345, 812_350, NONE])).toBe(8124);
    expect(combiner("min", { to: 6 }).value([812_345, NONE, NONE])).toBe(81_234_500);
    expect(combiner("min").value([NONE, NONE, NONE])).toBeNaN();
    expect(combiner("max", { least: -1 }).value([-5, NONE, -50])).toBe(0);
  });

  it("the child that decides has the whole share; of equals the one whose id comes first by code units", () => {
    expect(share("min", [5, 3, 4])).toEqual([0, 1_000_000, 0]);
    expect(share("max", [5, 3, 4])).toEqual([1_000_000, 0, 0]);
    expect(share("min", [3, 3, 4], { ids: ["b", "a", "c"] })).toEqual([0, 1_000_000, 0]);
    expect(share("max", [4, 3, 4], { ids: ["b", "a", "Z"] })).toEqual([0, 0, 1_000_000]);
    expect(share("max", [4, 4, 4], { ids: ["b", "c", "a"] })).toEqual([0, 0, 1_000_000]);
    expect(share("max", [4, 4, 4], { ids: ["a", "c", "b"] })).toEqual([1_000_000, 0, 0]);
    expect(share("min", [NONE, NONE, NONE])).toEqual([0, 0, 0]);
    expect(share("min", [NONE, 9, NONE])).toEqual([0, 1_000_000, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { isWholeSum, weightSum } from "../../src/weight/weight-sum.ts";

describe("the sum of weights is the exact decimal", () => {
  it.each([
    // In doubles this is 0.9999999999999999.
    [new Array(10).fill(0.1), 1],
    [[33.333333333333, 33.333333333333, 33.333333333334], 100],
    [[70, 30], 100],
    [[], 0],
    [[0.1, 0.25], 0.35],
    [[99.9, 0.2], 100.1],
  ])("%j → %d", (weights, sum) => expect(weightSum(weights)).toBe(sum));

  it("is whole at exactly 1 and exactly 100", () => {
    expect([0, 0.999999999999, 1, 1.000000000001, 2, 99.99, 100, 100.01].filter(isWholeSum)).toEqual([1, 100]);
  });
});

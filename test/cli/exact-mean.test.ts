import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactMean } from "../../src/cli/score/exact-mean.ts";

const meanOf = (values: readonly number[]) => {
  const mean = exactMean();
  for (const value of values) mean.add(value);
  return mean.scaledMean();
};

describe("the mean of scaled scores", () => {
  it.each([
    [[], null],
    [[1, 2], 2],
    [[-1, -2], -2],
    [[1, 1, 2], 1],
    [[-1, 0], -1],
    [[0, 0], 0],
    [[1], 1],
  ])("of %j is %j, rounded half away from zero", (values, expected) => {
    expect(meanOf(values)).toBe(expected);
  });

  it("is exact where a sum of doubles is not", () => {
    const most = 2 ** 50 - 1;
    expect(meanOf(Array.from({ length: 100_001 }, () => most))).toBe(most);
    expect(
      meanOf([...Array.from({ length: 10_000 }, () => most), ...Array.from({ length: 10_000 }, () => 1 - most)]),
    ).toBe(1);
  });

  it("is the mean of integers of any size", () => {
    const score = fc.integer({ min: -(2 ** 50) + 1, max: 2 ** 50 - 1 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        const mean = BigInt(meanOf(values) ?? 0);
        const twiceOff = 2n * (mean * BigInt(values.length) - sum);
        expect((twiceOff < 0n ? -twiceOff : twiceOff) <= BigInt(values.length)).toBe(true);
      }),
    );
  });
});

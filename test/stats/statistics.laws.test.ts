import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlation, rankCorrelation } from "../../src/stats/correlation.ts";
import { midRanks } from "../../src/stats/mid-ranks.ts";
import { populationStabilityIndex } from "../../src/stats/population-stability-index.ts";
import { runs } from "../support/runs.ts";

const values = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 2, maxLength: 12 });
const paired = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), { minLength: 2, maxLength: 12 })
  .map((pairs) => [pairs.map(([x]) => x), pairs.map(([, y]) => y)] as const);

describe("mid-ranks", () => {
  it("sum to n (n + 1) ÷ 2, and each is 1 + the number below + half the others that are the same", () => {
    fc.assert(
      fc.property(values, (list) => {
        const ranks = [...midRanks(list)];
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((list.length * (list.length + 1)) / 2);
        const counted = list.map((value) => {
          const same = list.filter((other) => other === value).length;
          return list.filter((other) => other < value).length + 1 + (same - 1) / 2;
        });
        expect(ranks).toEqual(counted);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("Spearman's rank correlation", () => {
  it.each<[string, number[], number[], number]>([
    // https://en.wikipedia.org/wiki/Spearman%27s_rank_correlation_coefficient#Example: −29 ÷ 165
    [
      "intelligence and hours of television",
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
      -29 / 165,
    ],
    // The example of scipy.stats.spearmanr, with a tie
    ["one tie", [1, 2, 3, 4, 5], [5, 6, 7, 8, 7], 0.8207826816681233],
  ])("of the published example: %s", (_, xs, ys, published) => {
    expect(rankCorrelation(xs, ys)).toBeCloseTo(published, 14);
  });

  it("is symmetric, within ±1, and does not mind what keeps the order", () => {
    let met = 0;
    fc.assert(
      fc.property(paired, ([xs, ys]) => {
        const rho = rankCorrelation(xs, ys);
        expect(rankCorrelation(ys, xs)).toBe(rho);
        expect(
          rankCorrelation(
            xs.map((x) => x * x * x),
            ys,
          ),
        ).toBe(rho);
        if (rho === null) return;
        met++;
        expect(Math.abs(rho)).toBeLessThanOrEqual(1);
        expect(
          rankCorrelation(
            xs,
            ys.map((y) => -y),
          ),
        ).toBeCloseTo(-rho, 12);
        expect(rankCorrelation(xs, xs)).toBeCloseTo(1, 12);
      }),
      { numRuns: runs(200) },
    );
    expect(met).toBeGreaterThan(50);
  });

  it("has no value where one side does not vary, or of nothing", () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(rankCorrelation([], [])).toBeNull();
  });
});

describe("Pearson's correlation", () => {
  it("of a line is 1 or −1, far from zero too", () => {
    expect(correlation([1e9, 1e9 + 1, 1e9 + 2], [5, 7, 9])).toBeCloseTo(1, 14);
    expect(correlation([1, 2, 3], [5, 3, 1])).toBe(-1);
  });
});

describe("the population stability index", () => {
  // By hand: ¼ ln 3; and with one class empty, (½ ÷ 3 − 1) ln(½ ÷ 3) … as the rule for empty classes says.
  it("of halves that become a quarter and three quarters is a quarter of ln 3", () => {
    expect(populationStabilityIndex([50, 50], [25, 75])).toBe(0.274653);
    expect(populationStabilityIndex([1, 1], [100, 300])).toBe(0.274653);
  });

  it("counts half an account where only one side has any", () => {
    const byHand = (0.5 / 4 - 0.5) * Math.log(0.5 / 4 / 0.5) + (1 - 0.5) * Math.log(1 / 0.5);
    expect(populationStabilityIndex([2, 2, 0], [0, 4, 0])).toBeCloseTo(byHand, 6);
  });

  it("is 0 for the same shares, and the same turned around", () => {
    const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 6 });
    let met = 0;
    fc.assert(
      fc.property(counts, (pairs) => {
        const [before, after] = [pairs.map(([p]) => p), pairs.map(([, q]) => q)];
        const index = populationStabilityIndex(before, after);
        expect(populationStabilityIndex(after, before)).toBe(index);
        if (index === null) return;
        met++;
        expect(
          populationStabilityIndex(
            before,
            before.map((count) => 3 * count),
          ),
        ).toBe(0);
      }),
      { numRuns: runs(200) },
    );
    expect(met).toBeGreaterThan(50);
    expect(populationStabilityIndex([0], [1])).toBeNull();
  });

  it("is at least 0 where every class has accounts", () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(counts, (pairs) => {
        expect(
          populationStabilityIndex(
            pairs.map(([p]) => p),
            pairs.map(([, q]) => q),
          ),
        ).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(200) },
    );
  });
});

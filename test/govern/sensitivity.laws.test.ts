import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedWeights, withWeightAt } from "../../src/govern/moved-weights.ts";
import { sensitivity, type WeightReach } from "../../src/govern/sensitivity.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import { score } from "../../src/score/score.ts";
import { runs } from "../support/runs.ts";
import { SMALL, small } from "../support/small-model.ts";

const STEPS = 20;
const scores = fc.record({ value: fc.nat(100), relationship: fc.nat(100) });
const portfolios = fc.array(scores, { minLength: 1, maxLength: 4 });

/** The small model with this weight of value, with or without a gate that reads a score. */
function weighted(weight: number, isGated: boolean): Model {
  const { value, relationship } = SMALL.dimensions as { [id: string]: ModelDocument["dimensions"][string] };
  const gates = [{ id: "g", when: { score: "total", between: [62, 66] as const }, tierAtMost: "C" }];
  return small({
    dimensions: { value: { ...value, weight }, relationship: { ...relationship, weight: 100 - weight } } as never,
    ...(isGated ? { gates } : {}),
  });
}

describe("sensitivity", () => {
  it("tells the first step that changes a tier or turns two accounts round, as trying every step does", () => {
    let [changes, reversals, none] = [0, 0, 0];
    fc.assert(
      fc.property(portfolios, fc.integer({ min: 1, max: 99 }), fc.boolean(), (accounts, weight, isGated) => {
        const model = weighted(weight, isGated);
        const [found] = sensitivity(model, accounts, { steps: STEPS });
        const now = accounts.map((account) => rate(weighted(weight, isGated), account));
        const isChanged = (at: number) =>
          accounts.some((account, i) => rate(weighted(at, isGated), account).tier !== now[i]?.tier);
        const isReversed = (at: number) => {
          const then = accounts.map((account) => rate(weighted(at, isGated), account).total);
          return now.some(({ total: a }, i) =>
            now.some(({ total: b }, j) => a > b && (then[i] as number) < (then[j] as number)),
          );
        };
        for (const [sign, key] of [
          [-1, "down"],
          [1, "up"],
        ] as const) {
          const grid = gridOf(weight, sign);
          expect(ends(found?.tier[key])).toEqual(tried(weight, grid, isChanged));
          expect(ends(found?.rank[key])).toEqual(tried(weight, grid, isReversed));
          if (found?.tier[key].changedAt != null) changes++;
          else none++;
          if (found?.rank[key].changedAt != null) reversals++;
        }
      }),
      { numRuns: runs(50) },
    );
    expect(Math.min(changes, reversals, none)).toBeGreaterThan(8);
  }, 60_000);

  it("moves a weight so that the model stands: siblings keep their proportion, the sum its whole", () => {
    const weights = fc.uniqueArray(fc.integer({ min: 1, max: 98 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 99 }), fc.boolean(), ([a = 1, b = 2], to, isPercent) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const unit = isPercent ? 1 : 100;
        const each = [low, high - low, 100 - high].map((weight) => weight / unit);
        const { value } = SMALL.dimensions as { [id: string]: ModelDocument["dimensions"][string] };
        const dimensions = Object.fromEntries(each.map((weight, i) => [`d${i}`, { ...value, weight }]));
        const { quadrant: _q, tier: _t, ...rest } = SMALL;
        const model = parseModel({ ...rest, dimensions });
        const [first] = sharedWeights(model);
        const moved = parseModel(withWeightAt(model, first as never, to / unit));
        const [, second, third] = Object.values(moved.dimensions).map(({ weight }) => weight) as [
          number,
          number,
          number,
        ];
        expect(moved.dimensions.d0?.weight).toBe(to / unit);
        expect(second / third).toBeCloseTo((each[1] as number) / (each[2] as number), 4);
      }),
      { numRuns: runs(100) },
    );
  });

  it("looks at every mean, and at no weight that stands alone or is 0", () => {
    const { value } = SMALL.dimensions as { [id: string]: ModelDocument["dimensions"][string] };
    const input = value?.indicators.value as object;
    const indicators = {
      group: { weight: 100, indicators: { a: { ...input, weight: 0.25 }, b: { ...input, weight: 0.75 } } },
      watched: { ...input, weight: 0 },
    };
    const model = small({ dimensions: { ...SMALL.dimensions, value: { ...value, indicators } } as never });
    expect(sharedWeights(model).map(({ path }) => path.join("."))).toEqual([
      "dimensions.value.weight",
      "dimensions.relationship.weight",
      "dimensions.value.indicators.group.indicators.a.weight",
      "dimensions.value.indicators.group.indicators.b.weight",
    ]);
  });

  it("names the account, and leaves rejected ones out", () => {
    const accounts = [
      { value: "x", relationship: 1 },
      { value: 90, relationship: 31 },
      { value: 61, relationship: 59 },
    ];
    const [value] = sensitivity(small(), accounts, { steps: 100 });
    expect(value?.tier.down).toEqual({ unchangedTo: 50, changedAt: 49, account: 1 });
    expect(value?.tier.up).toEqual({ unchangedTo: 91, changedAt: 92, account: 1 });
    expect(value?.rank.down).toEqual({ unchangedTo: 50, changedAt: 49, account: 1 });
  });
});

function rate(model: Model, account: object): { readonly tier: string | null; readonly total: number } {
  const { tier, total } = score(model, account as never);
  return { tier: tier?.name ?? null, total: total as number };
}

function gridOf(weight: number, sign: number): number[] {
  const grid = Array.from({ length: STEPS }, (_, i) => weight + (sign * (i + 1) * 100) / STEPS);
  return grid.filter((each) => each > 0 && each < 100);
}

function tried(weight: number, grid: readonly number[], isChanged: (at: number) => boolean) {
  const at = grid.findIndex(isChanged);
  return [at < 0 ? (grid[grid.length - 1] ?? weight) : (grid[at - 1] ?? weight), at < 0 ? null : grid[at]];
}

function ends(reach: WeightReach | undefined) {
  return [reach?.unchangedTo, reach?.changedAt];
}

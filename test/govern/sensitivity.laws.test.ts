import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { type SharedWeight, sharedWeights, withWeightAt } from "../../src/govern/moved-weights.ts";
import { sensitivity, type WeightSensitivity } from "../../src/govern/sensitivity.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import { safeScore, score } from "../../src/score/score.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";
import { SMALL, small } from "../support/small-model.ts";

const scores = fc.record({ value: fc.nat(100), relationship: fc.nat(100) });
const portfolios = fc.array(scores, { minLength: 1, maxLength: 4 });

/** The small model with this weight of value, with or without a gate that reads a score. */
function weighted(weight: number, isGated: boolean): Model {
  const { value, relationship } = SMALL.dimensions as { [id: string]: ModelDocument["dimensions"][string] };
  const gates = [{ id: "g", when: { score: "total", between: [62, 66] as const }, tierAtMost: "C" }];
  return small({
    dimensions: {
      value: { ...value, weight },
      relationship: { ...relationship, weight: Number((100 - weight).toFixed(2)) },
    } as never,
    ...(isGated ? { gates } : {}),
  });
}

/** The moved model as a document of its own, parsed. */
function movedModel(model: Model, shared: SharedWeight, weight: number): Model {
  const { fingerprint: _f, cases: _c, ...document } = withWeightAt(model, shared, weight);
  return parseModel(document) as Model;
}

const SIDES = [
  [-1, "down"],
  [1, "up"],
] as const;

describe("sensitivity", () => {
  it("tells the first step that changes a status or tier, as trying every step does, in models of every kind", () => {
    const met = { changed: 0, unchanged: 0, late: 0, inside: 0 };
    fc.assert(
      fc.property(scoringCase(), fc.nat(), ({ document, asOf, rows }, pick) => {
        const model = parseModel(document) as Model;
        const all = sharedWeights(model);
        fc.pre(all.length > 0);
        const accounts = rows.map(({ account }) => account);
        const found = sensitivity(model, accounts, { asOf, places: 0, steps: 1 });
        expect(found.map(({ path }) => path)).toEqual(all.map(({ path }) => path));
        const at = pick % all.length;
        const [shared, told] = [all[at] as SharedWeight, found[at] as WeightSensitivity];
        const now = accounts.map((account) => placeBy(model, account, asOf));
        for (const [sign, key] of [SIDES[pick % 2] as (typeof SIDES)[number]]) {
          const grid = gridOf(shared, sign);
          let changed: number | null = null;
          for (const weight of grid) {
            const then = movedModel(model, shared, weight);
            const i = accounts.findIndex((account, j) => now[j] !== null && placeBy(then, account, asOf) !== now[j]);
            if (i < 0) continue;
            expect(told.tier[key].account).toBe(i);
            changed = weight;
            break;
          }
          const before = grid[changed === null ? grid.length - 1 : grid.indexOf(changed) - 1] ?? shared.weight;
          expect([told.tier[key].unchangedTo, told.tier[key].changedAt]).toEqual([before, changed]);
          if (changed === null) met.unchanged++;
          else if (grid.indexOf(changed) > 0) met.late++;
          else met.changed++;
          if (shared.path.length > 3) met.inside++;
        }
      }),
      { numRuns: runs(60) },
    );
    expect(Math.min(met.changed, met.late, met.inside, met.unchanged)).toBeGreaterThan(0);
  });

  it("is exact to the step: at the last weight told nothing changes, one step further the account told does", () => {
    let [changes, gated] = [0, 0];
    fc.assert(
      fc.property(
        portfolios,
        fc.integer({ min: 1, max: 9999 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (accounts, hundredths, isGated, places, shares) => {
          const model = weighted(hundredths / 100, isGated);
          const [found] = sensitivity(model, accounts, { places, steps: 1 });
          const [shared] = sharedWeights(model) as [SharedWeight];
          const changedBy = (weight: number) => {
            const then = movedModel(model, shared, weight);
            const i = accounts.findIndex((each) => rate(then, each).tier !== rate(model, each).tier);
            return i < 0 ? null : i;
          };
          for (const [sign, key] of SIDES) {
            const { unchangedTo, changedAt, account } = (found as WeightSensitivity).tier[key];
            const way = unchangedTo - shared.weight;
            if (way !== 0) expect(changedBy(unchangedTo)).toBeNull();
            for (const share of shares) {
              const between = Number((shared.weight + way * share).toFixed(places));
              const isInside = sign * (between - shared.weight) > 0 && sign * (unchangedTo - between) > 0;
              if (isInside) expect(changedBy(between)).toBeNull();
            }
            if (changedAt === null) {
              expect(sign > 0 ? 100 - unchangedTo : unchangedTo).toBeLessThanOrEqual(1.0001 * Number(`1e-${places}`));
              continue;
            }
            changes++;
            if (isGated) gated++;
            expect(Number((sign * (changedAt - unchangedTo)).toFixed(8))).toBe(Number(`1e-${places}`));
            expect(changedBy(changedAt)).toBe(account);
          }
        },
      ),
      { numRuns: runs(40) },
    );
    expect(Math.min(changes / 4, gated)).toBeGreaterThan(2);
  });

  it("tells the first step of the grid that turns two accounts round, as trying every step does", () => {
    let [reversals, none] = [0, 0];
    fc.assert(
      fc.property(portfolios, fc.integer({ min: 1, max: 99 }), (accounts, weight) => {
        const model = weighted(weight, false);
        const [shared] = sharedWeights(model) as [SharedWeight];
        const [found] = sensitivity(model, accounts, { places: 0, steps: 100 });
        const now = accounts.map((account) => rate(model, account).total);
        const isReversed = (at: number) => {
          const then = accounts.map((account) => rate(weighted(at, false), account).total);
          return now.some((a, i) => now.some((b, j) => a > b && (then[i] as number) < (then[j] as number)));
        };
        for (const [sign, key] of SIDES) {
          const grid = gridOf(shared, sign);
          const at = grid.findIndex(isReversed);
          const { unchangedTo, changedAt } = (found as WeightSensitivity).rank[key];
          expect(changedAt).toBe(grid[at] ?? null);
          expect(unchangedTo).toBe(grid[at < 0 ? grid.length - 1 : at - 1] ?? weight);
          if (at < 0) none++;
          else reversals++;
        }
      }),
      { numRuns: runs(50) },
    );
    expect(Math.min(reversals, none)).toBeGreaterThan(8);
  });

  it("gives up where a score stays on a cut all the way, and says so", () => {
    // Two siblings of 20 and 30 around the moved one of 25: the mean stays at 25, and rounding moves it by less than shows.
    const line = { kind: "linear", knots: [[0, 0], [100, 100]] } as const; // biome-ignore format: one curve, one line
    const indicators = Object.fromEntries(
      ["moved", "low", "high"].map((id, i) => [id, { input: id, weight: [34, 33, 33][i] as number, curve: line }]),
    );
    const model = parseModel({
      ...SMALL,
      places: { points: 4, score: 0 },
      fields: { moved: { kind: "number" }, low: { kind: "number" }, high: { kind: "number" } },
      dimensions: { value: { weight: 1, indicators } },
      quadrant: undefined,
      tier: { on: "total", rungs: [{ name: "A", from: 25 }, { name: "B" }] },
    }) as Model;
    const [found] = sensitivity(model, [{ moved: 24.5, low: 20, high: 29 }], { steps: 1 });
    const { unchangedTo, changedAt, account } = (found as WeightSensitivity).tier.up;
    expect([unchangedTo < 99, changedAt, account]).toEqual([true, null, null]);
    expect(unchangedTo).toBeGreaterThan(34);
  });

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
        const moved = movedModel(model, first as never, to / unit);
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
    const [value] = sensitivity(small(), accounts);
    expect(value?.tier.down).toEqual({ unchangedTo: 49.75, changedAt: 49.7499, account: 2 });
    expect(value?.tier.up).toEqual({ unchangedTo: 91.5169, changedAt: 91.517, account: 1 });
    expect(value?.rank.down).toEqual({ unchangedTo: 50, changedAt: 49, account: 1 });
    const [coarse] = sensitivity(small(), accounts, { places: 0 });
    expect(coarse?.tier.down).toEqual({ unchangedTo: 50, changedAt: 49, account: 1 });
    expect(coarse?.tier.up).toEqual({ unchangedTo: 91, changedAt: 92, account: 1 });
  });

  it("cuts the whole into steps that are no decimals, too", () => {
    const [value] = sensitivity(small(), [], { steps: 3 });
    expect(value?.rank.up).toEqual({ unchangedTo: 83.33333334, changedAt: null, account: null });
  });

  it.each([
    ["places", 5, [0, 4]],
    ["places", 0.5, [0, 4]],
    ["steps", 0, [1, 1000]],
    ["steps", 1001, [1, 1000]],
  ])("refuses %s of %s", (name, value, expected) => {
    const run = () => sensitivity(small(), [], { [name]: value });
    expect(run).toThrow(GuanxiError);
    expect(run).toThrow(`${name}: expected a whole number from ${expected[0]} to ${expected[1]}, got ${value}`);
  });

  it("asks for a day that the model needs", () => {
    const dated = small({ bonuses: [{ id: "b", to: "total", points: 1, from: "2026-01-01" }] });
    expect(() => sensitivity(dated, [])).toThrow(/expected the day of the rating/);
  });
});

function rate(model: Model, account: object): { readonly tier: string | null; readonly total: number } {
  const { tier, total } = score(model, account as never);
  return { tier: tier?.name ?? null, total: total as number };
}

/** The status and tier of an account; null where it is rejected. */
function placeBy(model: Model, account: unknown, asOf: string): string | null {
  const outcome = safeScore(model, account, { asOf });
  return outcome.ok ? `${outcome.card.status} ${outcome.card.tier?.name ?? ""}` : null;
}

/** The weights a hundredth of the whole apart, toward one end. */
function gridOf({ weight, whole }: SharedWeight, sign: number): number[] {
  const grid = Array.from({ length: 100 }, (_, i) => Number((weight + (sign * (i + 1) * whole) / 100).toFixed(13)));
  return grid.filter((each) => each > 0 && each < whole);
}

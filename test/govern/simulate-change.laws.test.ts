import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeSteps } from "../../src/govern/change-steps.ts";
import { diffModels } from "../../src/govern/diff-models.ts";
import type { Migration } from "../../src/govern/migration.ts";
import { simulateChange } from "../../src/govern/simulate-change.ts";
import type { SimulatedRating, Simulation } from "../../src/govern/simulation.ts";
import type { Model } from "../../src/schema/model-document.ts";
import { safeScore } from "../../src/score/score.ts";
import { runs } from "../support/runs.ts";
import { SMALL, small } from "../support/small-model.ts";
import { pairWithAccounts } from "./model-pair.ts";

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe("a simulation", () => {
  it("sums: rows to the head counts before, columns to those after, all to the accounts", () => {
    let moved = 0;
    onEverySimulation(({ simulation, accounts, a, b }) => {
      moved += simulation.moved;
      for (const migration of migrationsOf(simulation)) {
        const { counts, before, after } = migration;
        expect(counts.map(sum)).toEqual(before);
        expect(after.map((_, j) => sum(counts.map((row) => row[j] as number)))).toEqual(after);
        expect([sum(before), sum(after)]).toEqual([accounts.length, accounts.length]);
      }
      expect([simulation.tier === null, simulation.quadrant === null]).toEqual([
        a.tier === undefined && b.tier === undefined,
        a.quadrant === undefined && b.quadrant === undefined,
      ]);
    });
    expect(moved).toBeGreaterThan(10);
  });

  it("puts every account where its two cards are", () => {
    onEverySimulation(({ simulation, accounts, a, b, asOf }) => {
      for (const [migration, read] of [
        [simulation.tier, (rating: SimulatedRating) => rating.tier],
        [simulation.quadrant, (rating: SimulatedRating) => rating.quadrant],
        [simulation.status, () => null],
      ] as const) {
        const counted = migration?.counts.map((row) => row.map(() => 0));
        for (const account of accounts) {
          const [before, after] = [rated(a, account, asOf), rated(b, account, asOf)];
          const i = migration?.from.findIndex((each) => each.status === before.status && each.name === read(before));
          const j = migration?.to.findIndex((each) => each.status === after.status && each.name === read(after));
          const row = counted?.[i as number];
          if (row !== undefined) row[j as number] = (row[j as number] as number) + 1;
        }
        expect(migration?.counts).toEqual(counted);
      }
    });
  });

  it("lays every move to steps that lead from the one card to the other", () => {
    let [causes, several] = [0, 0];
    onEverySimulation(({ simulation }) => {
      const { movers, moved, steps } = simulation;
      expect(movers).toHaveLength(moved);
      for (const mover of movers) {
        causes += mover.causes.length;
        if (mover.causes.length > 1) several++;
        expect(mover.causes.length).toBeGreaterThan(0);
        expect(place(mover.causes[0]?.from)).toEqual(place(mover.from));
        expect(place(mover.causes[mover.causes.length - 1]?.to)).toEqual(place(mover.to));
        mover.causes.slice(1).forEach((cause, i) => {
          expect(place(cause.from)).toEqual(place(mover.causes[i]?.to));
          expect(cause.step).toBeGreaterThan(mover.causes[i]?.step as number);
        });
      }
      const counted = steps.map((_, i) => movers.filter((mover) => mover.causes.some(({ step }) => step === i)).length);
      expect(steps.map((step) => step.moved)).toEqual(counted);
    }, 240);
    expect(causes).toBeGreaterThan(10);
    expect(several).toBeGreaterThan(0);
  });

  it("does not mind the order of accounts, but for who is listed first", () => {
    onEverySimulation(({ simulation, accounts, a, b, asOf }) => {
      const turned = simulateChange(a, b, [...accounts].reverse(), { asOf });
      const counted = ({ movers: _m, rejected: _r, ...rest }: Simulation) => rest;
      expect(counted(turned)).toEqual(counted(simulation));
    }, 25);
  });

  it("of a model with itself moves nobody", () => {
    onEverySimulation(({ a, accounts, asOf }) => {
      const { moved, steps, shift, tier } = simulateChange(a, a, accounts, { asOf });
      expect([moved, steps, shift?.unchanged]).toEqual([0, [], shift?.accounts]);
      if (tier !== null) expect(tier.stability).toBe(0);
    }, 25);
  });
});

describe("the steps of a change", () => {
  it("hold all scoring changes once, are models one after the other, and end with the new model's fingerprint", () => {
    let [steps, groups] = [0, 0];
    fc.assert(
      fc.property(pairWithAccounts(), ({ a, b }) => {
        const way = changeSteps(a, b);
        steps += way.length;
        groups += way.filter(({ changes }) => changes.length > 1).length;
        const made = way.flatMap(({ changes }) => changes.map((each) => JSON.stringify(each)));
        expect(made.sort()).toEqual(
          diffModels(a, b)
            .scoring.map((each) => JSON.stringify(each))
            .sort(),
        );
        expect(way.length === 0 ? a.fingerprint : way[way.length - 1]?.model.fingerprint).toBe(b.fingerprint);
      }),
      { numRuns: runs(60) },
    );
    expect(steps).toBeGreaterThan(30);
    expect(groups).toBeGreaterThan(2);
  });
});

describe("the shift of scores", () => {
  const curve = (top: number) => ({
    kind: "linear" as const,
    knots: [
      [0, 0],
      [100, top],
    ] as const,
  });
  const model = (top: number) =>
    small({
      fields: { value: { kind: "number", places: 2 }, relationship: { kind: "number" } },
      dimensions: {
        value: { weight: 1, indicators: { value: { input: "value", weight: 1, curve: curve(top) } } },
        relationship: {
          weight: 0,
          indicators: { relationship: { input: "relationship", weight: 1, curve: curve(100) } },
        },
      },
    });

  it("counts, means and quantiles as by hand", () => {
    const accounts = [0, 10, 20, 30, 40].map((value) => ({ value, relationship: 1 }));
    const { shift } = simulateChange(model(100), model(90), accounts);
    expect(shift).toMatchObject({
      accounts: 5,
      up: 0,
      unchanged: 1,
      down: 4,
      mean: -2,
      meanSize: 2,
      rankCorrelation: 1,
    });
    expect(shift?.quantiles).toEqual([
      { share: 0, shift: -4 },
      { share: 0.05, shift: -4 },
      { share: 0.25, shift: -3 },
      { share: 0.5, shift: -2 },
      { share: 0.75, shift: -1 },
      { share: 0.95, shift: 0 },
      { share: 1, shift: 0 },
    ]);
  });

  it("of thousands of accounts has an exact mean", () => {
    const accounts = Array.from({ length: 3000 }, (_, i) => ({ value: (i % 1000) / 10, relationship: 1 }));
    const { shift } = simulateChange(model(100), model(90), accounts);
    const byHand = accounts.reduce((total, { value }) => total + Math.round(value * 90) - Math.round(value * 100), 0);
    expect(shift?.mean).toBeCloseTo(byHand / 100 / 3000, 8);
    expect(shift?.rankCorrelation).toBeCloseTo(1, 12);
  });

  it("is nothing where no account has both totals; a needed day is asked for once", () => {
    expect(simulateChange(model(100), model(90), [{}, { value: "x" }]).shift).toBeNull();
    const dated = small({ bonuses: [{ id: "b", to: "total", points: 1, from: "2026-01-01" }] });
    expect(() => simulateChange(small(), dated, [])).toThrow(/expected the day of the rating/);
  });

  it("a validity that ends after the last day rejects the accounts that would have one, and no other", () => {
    const held = small({
      tier: { ...(SMALL.tier as object), hold: { validMonths: 1 } } as never,
      minimumCoverage: 1,
      dimensions: {
        ...SMALL.dimensions,
        value: {
          weight: 50,
          indicators: {
            value: { ...(SMALL.dimensions.value?.indicators.value as object), missing: { kind: "points", points: 1 } },
          },
        },
      } as never,
    });
    const accounts = [{ value: 1, relationship: 1 }, { relationship: 1 }];
    const { status } = simulateChange(held, held, accounts, { asOf: "9999-12-01" });
    const heads = status.heads.filter(({ after }) => after > 0).map(({ status: each, after }) => [each, after]);
    expect(heads).toEqual([["insufficient-data", 1], ["rejected", 1]]); // biome-ignore format: two pairs
  });

  it("a renamed rung is the same class to the stability index, and another name in the matrix", () => {
    const tier = {
      on: "total",
      rungs: [
        { name: "Gold", from: 85, formerly: ["A"] },
        { name: "B", from: 60 },
        { name: "C", from: 45 },
        { name: "D" },
      ],
    };
    const { tier: migration, moved } = simulateChange(small(), small({ tier }), [{ value: 90, relationship: 90 }]);
    expect([migration?.stability, moved]).toEqual([0, 1]);
  });
});

interface Simulated {
  readonly a: Model;
  readonly b: Model;
  readonly asOf: string;
  readonly accounts: readonly unknown[];
  readonly simulation: Simulation;
}

function onEverySimulation(holds: (simulated: Simulated) => void, numRuns = 150): void {
  fc.assert(
    fc.property(pairWithAccounts(), ({ a, b, asOf, rows }) => {
      const accounts = rows.map(({ account }) => account);
      holds({ a, b, asOf, accounts, simulation: simulateChange(a, b, accounts, { asOf }) });
    }),
    { numRuns: runs(numRuns) },
  );
}

function migrationsOf({ status, tier, quadrant }: Simulation): readonly Migration[] {
  return [status, tier, quadrant].flatMap((each) => (each === null ? [] : [each]));
}

function rated(model: Model, account: unknown, asOf: string): SimulatedRating {
  const outcome = safeScore(model, account, { asOf });
  if (!outcome.ok) return { status: "rejected", total: null, tier: null, quadrant: null };
  const { status, total, tier, quadrant } = outcome.card;
  return { status, total, tier: tier?.name ?? null, quadrant: quadrant?.name ?? null };
}

function place(rating: SimulatedRating | undefined): unknown {
  return rating && [rating.status, rating.tier, rating.quadrant];
}

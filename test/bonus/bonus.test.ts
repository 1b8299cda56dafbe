import { describe, expect, it } from "vitest";
import { compileBonuses } from "../../src/bonus/compile-bonuses.ts";
import type { BonusResult } from "../../src/bonus/resolve-stacking.ts";
import { readDate } from "../../src/core/plain-date.ts";
import type { Slots } from "../../src/core/slots.ts";
import type { BonusGroup, BonusRule, Caps } from "../../src/schema/model-document.ts";

interface Setting {
  readonly groups?: { readonly [id: string]: BonusGroup };
  readonly caps?: Caps;
  readonly base?: number;
  readonly slots?: Slots;
  readonly asOf?: string;
  readonly places?: number;
  readonly target?: string;
}

/** What the rules say in units of the score's last place, and what they add together. */
function bonuses(rules: readonly Partial<BonusRule>[], setting: Setting = {}): { sum: number; told: string[] } {
  const { groups = {}, caps = {}, base = 8000, slots = [true], asOf, places = 2, target = "value" } = setting;
  const listed = rules.map((rule, i) => ({ id: `r${i}`, to: "value", ...rule }) as BonusRule);
  const results: BonusResult[] = [];
  const resolve = compileBonuses(target, listed, groups, caps, places, () => ({ slot: 0, isDate: false }));
  const sum = resolve(base, slots, asOf === undefined ? null : (readDate(asOf) as number), results);
  return { sum, told: Array.from(results, (each) => (each === undefined ? "—" : `${each.status} ${each.points}`)) };
}

describe("a rule", () => {
  it("adds its points, negative ones as a deduction", () => {
    expect(bonuses([{ points: 5 }, { points: -2.25 }])).toEqual({ sum: 275, told: ["applied 500", "applied -225"] });
  });

  it("by factor adds base × (factor − 1), half away from zero", () => {
    expect(bonuses([{ factor: 1.05 }], { base: 8010 })).toEqual({ sum: 401, told: ["applied 401"] });
    expect(bonuses([{ factor: 0.95 }], { base: 8010 })).toEqual({ sum: -401, told: ["applied -401"] });
    expect(bonuses([{ factor: 0 }], { base: 8010 })).toEqual({ sum: -8010, told: ["applied -8010"] });
    expect(bonuses([{ factor: 1.05 }], { base: -8010 })).toEqual({ sum: -401, told: ["applied -401"] });
  });

  it("by factor is exact for factors with more decimals than a double counts", () => {
    // base × factor − base = −½ unit less a hair, and a hair more: to the last digit of the factor.
    expect(bonuses([{ factor: 0.0512345678901235 }], { base: 1_000_000 }).sum).toBe(-948_765);
    expect(bonuses([{ factor: 1e-20 }], { base: 100 }).sum).toBe(-100);
    expect(bonuses([{ factor: 1e-40 }], { base: 500_000_000_000_000 }).sum).toBe(-500_000_000_000_000);
    expect(bonuses([{ factor: 3e-16 }], { base: 499_999_999_999_999 }).sum).toBe(-499_999_999_999_999);
    expect(bonuses([{ factor: 0.0000000000000015 }], { base: 333_333_333_333_333 }).sum).toBe(-333_333_333_333_333);
    expect(bonuses([{ factor: 0.0000000000000016 }], { base: 333_333_333_333_333 }).sum).toBe(-333_333_333_333_332);
  });

  it("that gives zero is applied and takes no place", () => {
    expect(
      bonuses(
        [
          { factor: 1, group: "g" },
          { points: 3, group: "g" },
        ],
        { groups: { g: { stacking: "first" } } },
      ),
    ).toEqual({
      sum: 300,
      told: ["applied 0", "applied 300"],
    });
    expect(bonuses([{ factor: 1.05 }], { base: 0 })).toEqual({ sum: 0, told: ["applied 0"] });
  });

  it("counts for its own target only, at its own place in the list", () => {
    expect(bonuses([{ points: 1, to: "total" }, { points: 2 }])).toEqual({ sum: 200, told: ["—", "applied 200"] });
    expect(bonuses([{ points: 1, to: "total" }, { points: 2 }], { target: "total" })).toEqual({
      sum: 100,
      told: ["applied 100"],
    });
  });
});

describe("the status of a rule that does not count", () => {
  const when = { input: "flag", eq: true };

  it("is that of its condition, known or not", () => {
    expect(bonuses([{ points: 1, when }], { slots: [false] }).told).toEqual(["condition-false 0"]);
    expect(bonuses([{ points: 1, when }], { slots: [null] }).told).toEqual(["condition-unknown 0"]);
    expect(bonuses([{ points: 1, when }], { slots: [true] }).told).toEqual(["applied 100"]);
  });

  it("is not-in-force outside its dates, both ends included, before its condition is looked at", () => {
    const rule = { points: 10, from: "2008-07-01", until: "2008-09-30", when };
    const on = (asOf: string, slots: Slots = [true]) => bonuses([rule], { asOf, slots }).told;
    expect(on("2008-06-30")).toEqual(["not-in-force 0"]);
    expect(on("2008-07-01")).toEqual(["applied 1000"]);
    expect(on("2008-09-30")).toEqual(["applied 1000"]);
    expect(on("2008-10-01")).toEqual(["not-in-force 0"]);
    expect(on("2008-06-30", [null])).toEqual(["not-in-force 0"]);
  });

  it("has half a date for ever on the other side", () => {
    expect(bonuses([{ points: 1, from: "2008-07-01" }], { asOf: "9999-12-31" }).told).toEqual(["applied 100"]);
    expect(bonuses([{ points: 1, from: "2008-07-01" }], { asOf: "2008-06-30" }).told).toEqual(["not-in-force 0"]);
    expect(bonuses([{ points: 1, until: "2008-07-01" }], { asOf: "0001-01-01" }).told).toEqual(["applied 100"]);
    expect(bonuses([{ points: 1, until: "2008-07-01" }], { asOf: "2008-07-02" }).told).toEqual(["not-in-force 0"]);
    expect(bonuses([{ points: 1 }], { asOf: "2008-07-02" }).told).toEqual(["applied 100"]);
  });

  it("is no-score last, where its target has no base", () => {
    const base = Number.NaN;
    expect(bonuses([{ points: 1, when }, { factor: 2 }], { base })).toEqual({
      sum: 0,
      told: ["no-score 0", "no-score 0"],
    });
    expect(bonuses([{ points: 1, when }], { base, slots: [false] }).told).toEqual(["condition-false 0"]);
    expect(bonuses([{ points: 1, when }], { base, slots: [null] }).told).toEqual(["condition-unknown 0"]);
  });
});

describe("stacking", () => {
  const rules = [5, 10, 10, 3].map((points) => ({ points, group: "g" }));

  it("sum, the default, takes all of a group", () => {
    for (const g of [{}, { stacking: "sum" as const }]) expect(bonuses(rules, { groups: { g } }).sum).toBe(2800);
  });

  it("max takes the largest magnitude, the first listed on a tie", () => {
    expect(bonuses(rules, { groups: { g: { stacking: "max" } } })).toEqual({
      sum: 1000,
      told: ["superseded 0", "applied 1000", "superseded 0", "superseded 0"],
    });
    const deductions = [-2, -7, -7, 6].map((points) => ({ points, group: "g" }));
    expect(bonuses(deductions, { groups: { g: { stacking: "max" } } })).toEqual({
      sum: -100,
      told: ["superseded 0", "applied -700", "superseded 0", "applied 600"],
    });
  });

  it("first takes the first that fired, not the first listed", () => {
    const unfired = { points: 9, group: "g", when: { input: "flag", eq: false } };
    expect(bonuses([unfired, ...rules], { groups: { g: { stacking: "first" } } })).toEqual({
      sum: 500,
      told: ["condition-false 0", "applied 500", "superseded 0", "superseded 0", "superseded 0"],
    });
  });

  it("rules without a group stand alone, and groups do not meet", () => {
    const mixed = [
      { points: 5, group: "g" },
      { points: 4 },
      { points: 6, group: "h" },
      { points: 7, group: "g" },
      { points: 1 },
    ];
    expect(bonuses(mixed, { groups: { g: { stacking: "max" }, h: { stacking: "max" } } })).toEqual({
      sum: 1800,
      told: ["superseded 0", "applied 400", "applied 600", "applied 700", "applied 100"],
    });
  });
});

describe("caps are filled in listed order, later rules lose first", () => {
  const rules = [
    { points: 4, group: "g" },
    { points: 4, group: "g" },
    { points: 4, group: "g" },
  ];

  it("a group's", () => {
    expect(bonuses(rules, { groups: { g: { cap: 6 } } })).toEqual({
      sum: 600,
      told: ["applied 400", "capped 200", "capped 0"],
    });
    expect(bonuses(rules, { groups: { g: { cap: 12 } } }).told).toEqual(["applied 400", "applied 400", "applied 400"]);
  });

  it("a target's, over groups and rules without one", () => {
    expect(bonuses([...rules, { points: 4 }], { caps: { bonusCap: 13 }, groups: { g: {} } })).toEqual({
      sum: 1300,
      told: ["applied 400", "applied 400", "applied 400", "capped 100"],
    });
  });

  it("a group's before the target's, and after stacking", () => {
    expect(
      bonuses([{ points: 9, group: "g" }, { points: 12, group: "g" }, { points: 4 }], {
        caps: { bonusCap: 10 },
        groups: { g: { stacking: "max", cap: 7 } },
      }),
    ).toEqual({ sum: 1000, told: ["superseded 0", "capped 700", "capped 300"] });
  });

  it("deductions have their own, and keep their sign", () => {
    const mixed = [{ points: -4, group: "g" }, { points: 5, group: "g" }, { points: -4, group: "g" }, { points: -4 }];
    expect(bonuses(mixed, { groups: { g: { cap: 6 } }, caps: { bonusCap: 1, deductionCap: 7.5 } })).toEqual({
      sum: -650,
      told: ["applied -400", "capped 100", "capped -200", "capped -150"],
    });
    expect(bonuses(mixed, { groups: { g: {} }, caps: { deductionCap: 4 } })).toEqual({
      sum: 100,
      told: ["applied -400", "applied 500", "capped 0", "capped 0"],
    });
  });
});

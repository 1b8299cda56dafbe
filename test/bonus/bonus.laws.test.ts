import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileBonuses } from "../../src/bonus/compile-bonuses.ts";
import type { BonusResult } from "../../src/bonus/resolve-stacking.ts";
import type { BonusGroup, BonusRule, Caps, Stacking } from "../../src/schema/model-document.ts";

// All scores here have one place, so a unit is 0.1.
const PLACES = 1;
const units = (value: number): number => Math.round(value * 10);

interface BonusCase {
  readonly rules: readonly BonusRule[];
  readonly groups: { readonly [id: string]: BonusGroup };
  readonly caps: Caps;
  readonly base: number;
}

const amount = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most }).map((n) => n / 10);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const group = fc
  .record({ stacking: optional(fc.constantFrom<Stacking[]>("sum", "max", "first")), cap: optional(amount(120)) })
  .map(({ stacking, cap }) => ({ ...(stacking && { stacking }), ...(cap && { cap }) }) as BonusGroup);

const rule = fc
  .record({
    effect: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(amount(80), fc.constantFrom(1, 1, -1)).map(([p, sign]) => ({ points: sign * p })),
      },
      { weight: 1, arbitrary: fc.constantFrom(0.9, 1, 1.05, 1.1).map((factor) => ({ factor })) },
    ),
    group: optional(fc.constantFrom("g", "h")),
    // Slot 0 holds true: some rules fire, some do not.
    when: fc.constantFrom(undefined, undefined, true, false),
  })
  .map(({ effect, group: id, when }) => ({
    to: "value",
    ...effect,
    ...(id && { group: id }),
    ...(when !== undefined && { when: { input: "flag", eq: when } }),
  }));

const cases = fc
  .record({
    rules: fc.array(rule, { maxLength: 8 }),
    groups: fc.record({ g: group, h: group }),
    caps: fc.record({ bonusCap: optional(amount(150)), deductionCap: optional(amount(150)) }),
    base: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ rules, caps, ...rest }): BonusCase => {
    const { bonusCap, deductionCap } = caps;
    return {
      ...rest,
      rules: rules.map((each, i) => ({ id: `r${i}`, ...each }) as BonusRule),
      caps: { ...(bonusCap && { bonusCap }), ...(deductionCap && { deductionCap }) },
    };
  });

interface Resolved {
  readonly sum: number;
  readonly results: readonly BonusResult[];
}

function resolved({ rules, groups, caps, base }: BonusCase): Resolved {
  const results: BonusResult[] = [];
  const resolve = compileBonuses("value", rules, groups, caps, PLACES, () => ({ slot: 0, isDate: false }));
  const sum = resolve(base, [true], null, results);
  return { sum, results };
}

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const bonusesOf = ({ results }: Resolved): number[] => results.map(({ points }) => Math.max(points, 0));
const deductionsOf = ({ results }: Resolved): number[] => results.map(({ points }) => Math.max(-points, 0));

it("parts: the sum is the sum of what the rules report", () => {
  fc.assert(
    fc.property(cases, (each) => {
      const found = resolved(each);
      expect(found.results).toHaveLength(each.rules.length);
      expect(found.sum).toBe(sumOf(found.results.map(({ points }) => points)));
    }),
    { numRuns: 300 },
  );
});

describe("caps", () => {
  it("no target gets more than its bonusCap, nor loses more than its deductionCap", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const found = resolved(each);
        expect(sumOf(bonusesOf(found))).toBeLessThanOrEqual(units(each.caps.bonusCap ?? 1e6));
        expect(sumOf(deductionsOf(found))).toBeLessThanOrEqual(units(each.caps.deductionCap ?? 1e6));
      }),
      { numRuns: 300 },
    );
  });

  it("no group gives more than its cap, of either sign", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const found = resolved(each);
        for (const id of ["g", "h"]) {
          const isIn = (_: number, i: number): boolean => each.rules[i]?.group === id;
          const cap = units(each.groups[id]?.cap ?? 1e6);
          expect(sumOf(bonusesOf(found).filter(isIn))).toBeLessThanOrEqual(cap);
          expect(sumOf(deductionsOf(found).filter(isIn))).toBeLessThanOrEqual(cap);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("filled in order: leaving out the last rule changes nothing for the ones before it, but under max", () => {
    fc.assert(
      fc.property(cases, (each) => {
        fc.pre(each.rules.length > 0 && Object.values(each.groups).every(({ stacking }) => stacking !== "max"));
        const shorter = resolved({ ...each, rules: each.rules.slice(0, -1) });
        expect(resolved(each).results.slice(0, -1)).toEqual(shorter.results);
      }),
      { numRuns: 300 },
    );
  });
});

describe("order", () => {
  it("sum and max are order-free in total", () => {
    fc.assert(
      fc.property(cases, fc.nat(), (each, turn) => {
        fc.pre(Object.values(each.groups).every(({ stacking }) => stacking !== "first"));
        const n = each.rules.length;
        const turned = each.rules.map((_, i) => each.rules[(i + turn) % n] as BonusRule);
        expect(resolved({ ...each, rules: turned }).sum).toBe(resolved(each).sum);
      }),
      { numRuns: 300 },
    );
  });

  it("deductions are resolved apart: taking all bonuses away changes no deduction, and the reverse", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1, -1), (each, sign) => {
        const isKept = ({ points = 0, factor = 1 }: BonusRule): boolean => sign * (points + factor - 1) > 0;
        const alone = resolved({ ...each, rules: each.rules.filter(isKept) });
        const found = resolved(each).results.filter((_, i) => isKept(each.rules[i] as BonusRule));
        expect(found).toEqual(alone.results);
      }),
      { numRuns: 300 },
    );
  });
});

describe("stacking", () => {
  it("max and first leave at most one rule of a group and sign with points, and supersede the rest that fired", () => {
    let superseded = 0;
    fc.assert(
      fc.property(cases, (each) => {
        const { results } = resolved(each);
        for (const id of ["g", "h"]) {
          if ((each.groups[id]?.stacking ?? "sum") === "sum") continue;
          const own = results.filter((_, i) => each.rules[i]?.group === id);
          superseded += own.filter(({ status }) => status === "superseded").length;
          expect(own.filter(({ points }) => points > 0).length).toBeLessThanOrEqual(1);
          expect(own.filter(({ points }) => points < 0).length).toBeLessThanOrEqual(1);
          for (const { status, points } of own) if (status === "superseded") expect(points).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
    expect(superseded).toBeGreaterThan(20);
  });

  it("under sum and without caps every fired rule is applied in full", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { results } = resolved({ ...each, caps: {}, groups: { g: {}, h: { stacking: "sum" } } });
        results.forEach(({ status, points }, i) => {
          const { points: given, factor } = each.rules[i] as BonusRule;
          expect(["applied", "condition-false"]).toContain(status);
          if (status === "condition-false" || factor === 1) expect(points).toBe(0);
          else if (given !== undefined) expect(points).toBe(units(given));
        });
      }),
    );
  });
});

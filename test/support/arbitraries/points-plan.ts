import fc from "fast-check";
import type { EarningRule, LineChoice, Multiplier, PointsCaps, PointsPlanDocument } from "guanxi/points";
import { dayChoice, dayOf } from "./calendar-days.ts";
import { often, sometimes, TOWARDS_FIRST, withoutUndefined } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";
import { CELL_NAMES } from "./names.ts";

// Whole plans, valid by construction: every kind of rule and multiplier, few names, so that rules and activities meet.

export const TIERS = ["A1", "A2", "B1", "B2", "C"] as const;
export const QUADRANTS: readonly string[] = CELL_NAMES;
export const ACTIVITIES = ["purchase", "visit", "review"] as const;
export const SKUS = ["tea", "cup", "kettle"] as const;
export const CATEGORIES = ["food", "ware"] as const;
export const COLORS = ["red", "blue"] as const;
export const SCORES = ["total", "value"] as const;

/** Most rates and factors are short; some have all the digits a document may have. */
function decimal(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    TOWARDS_FIRST,
    { weight: 4, arbitrary: fc.constantFrom(1, 2, 0.5, 1.5) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: most * 10 }).map((units) => numberOfUnits(units, 1)) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: most * 100 }).map((units) => numberOfUnits(units, 2)) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 10_000_000_000_000, max: 999_999_999_999_999 })
        .map((units) => numberOfUnits(units, 14)),
    },
  );
}

const points = () => fc.integer({ min: 0, max: 60 });

function factor(): fc.Arbitrary<number> {
  return fc.oneof(
    TOWARDS_FIRST,
    { weight: 1, arbitrary: fc.constantFrom(0, 0.25, 0.5, 1) },
    { weight: 4, arbitrary: decimal(5) },
  );
}

function caps(): fc.Arbitrary<PointsCaps> {
  const cap = () => sometimes(fc.integer({ min: 1, max: 150 }), { oneIn: 3 });
  return fc.record({ event: cap(), day: cap(), month: cap(), year: cap(), lifetime: cap() }).map(withoutUndefined);
}

function dates(): fc.Arbitrary<{ from?: string; until?: string }> {
  return fc.tuple(sometimes(dayChoice(), { oneIn: 3 }), sometimes(dayChoice(), { oneIn: 3 })).map(([a, b]) => {
    const [from, until] = [a && dayOf(a), b && dayOf(b)];
    if (from !== undefined && until !== undefined && until < from) return { from: until, until: from };
    return withoutUndefined({ from, until });
  });
}

function lineChoice(): fc.Arbitrary<LineChoice> {
  const selector = fc.oneof(
    fc.constantFrom(...SKUS).map((sku) => ({ skus: [sku, "other"] })),
    fc.constantFrom(...CATEGORIES).map((category) => ({ categories: [category] })),
    fc.constantFrom(...COLORS).map((color) => ({ labels: { color } })),
    fc.boolean().map((isDelivery) => ({ isDelivery })),
    fc.constantFrom(...COLORS).map((color) => ({ labels: { color }, categories: ["food"] })),
  );
  const selectors = () => fc.array(selector, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc.record({ include: selectors() }),
    fc.record({ exclude: selectors() }),
    fc.record({ include: selectors(), exclude: selectors() }),
  );
}

const stacking = () => fc.constantFrom("multiply", "add", "highest", undefined);

function ruleBody(): fc.Arbitrary<Record<string, unknown>> {
  const spending = {
    activity: fc.constantFrom("purchase", undefined),
    minimumAmount: sometimes(fc.constantFrom(1, 5, 10, 20, 50), { oneIn: 3 }),
  };
  const review = { activity: fc.constant("review"), on: fc.constantFrom(...SCORES) };
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("per-amount"),
        ...spending,
        rate: decimal(4),
        per: often(fc.oneof(fc.constantFrom(1, 3, 7, 10, 100), decimal(4))),
        units: fc.constantFrom("exact", "whole", undefined),
        basis: fc.constantFrom("bill", "line", undefined),
        lines: sometimes(lineChoice(), { oneIn: 3 }),
        lineMultipliers: sometimes(
          fc
            .record({
              stacking: stacking(),
              list: fc.array(fc.record({ lines: lineChoice(), factor: factor() }), { minLength: 1, maxLength: 3 }),
            })
            .map(withoutUndefined),
          { oneIn: 3 },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("per-product"),
        ...spending,
        skus: fc.subarray([...SKUS], { minLength: 1 }),
        points: points(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("per-event"),
        activity: fc.constantFrom(...ACTIVITIES),
        points: points(),
        atMost: often(
          fc.record({
            times: fc.integer({ min: 1, max: 3 }),
            per: fc.constantFrom("day", "month", "year", "lifetime"),
          }),
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("per-score"),
        ...review,
        bands: fc
          .tuple(points(), points(), points(), fc.constantFrom(0, 20, 50), fc.constantFrom(60, 80, 100))
          .map(([first, second, third, low, high]) => [
            { points: first },
            { from: low, points: second },
            { above: high, points: third },
          ]),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("improvement"), ...review, rate: decimal(4) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("streak"),
        activity: fc.constant("review"),
        reviews: fc.integer({ min: 1, max: 3 }),
        good: fc.oneof(
          fc.constantFrom(...TIERS).map((tierAtLeast) => ({ tierAtLeast })),
          fc.subarray([...QUADRANTS], { minLength: 1, maxLength: 3 }).map((quadrants) => ({ quadrants })),
        ),
        points: points(),
        repeat: fc.constantFrom("each-streak", "each-review", "once", undefined),
      }),
    },
  );
}

function rules(): fc.Arbitrary<EarningRule[]> {
  const common = fc.record({
    dates: dates(),
    rounding: fc.constantFrom("floor", "ceiling", "half-away", undefined),
    caps: sometimes(caps(), { oneIn: 3 }),
    qualifying: fc.constantFrom(true, false, undefined),
  });
  return fc.array(fc.tuple(ruleBody(), common), { minLength: 1, maxLength: 5 }).map((list) =>
    list.map(([{ good, ...body }, { dates: inForce, ...rest }], i) => {
      const rule = { id: `rule-${i}`, ...body, ...(good as object | undefined), ...inForce, ...rest };
      return withoutUndefined(rule) as unknown as EarningRule;
    }),
  );
}

function multipliers(ruleCount: number): fc.Arbitrary<Multiplier[]> {
  const named = fc
    .array(fc.integer({ min: 0, max: ruleCount - 1 }), { minLength: 1, maxLength: 2 })
    .map((list) => [...new Set(list)].map((i) => `rule-${i}`));
  const byName = (names: readonly string[]) =>
    fc
      .tuple(fc.subarray([...names], { minLength: 1 }), fc.array(factor(), { minLength: 5, maxLength: 5 }))
      .map(([list, factors]) => Object.fromEntries(list.map((name, i) => [name, factors[i] as number])));
  const body = fc.oneof(
    fc.record({ kind: fc.constant("tier"), factors: byName(TIERS), otherwise: often(factor()) }),
    fc.record({ kind: fc.constant("quadrant"), factors: byName(QUADRANTS), otherwise: often(factor()) }),
    fc.record({ kind: fc.constant("campaign"), factor: factor() }),
  );
  return fc.array(fc.tuple(body, dates(), sometimes(named, { oneIn: 3 })), { maxLength: 4 }).map((list) =>
    list.map(([each, inForce, only], i) => {
      const multiplier = { id: `multiplier-${i}`, ...each, ...inForce, rules: only };
      return withoutUndefined(multiplier) as unknown as Multiplier;
    }),
  );
}

/** What becomes of points after they were earned; nothing here changes what is earned. */
function life(): fc.Arbitrary<Partial<PointsPlanDocument>> {
  const length = fc.integer({ min: 1, max: 40 });
  return fc
    .record({
      pending: sometimes(fc.record({ days: length }), { oneIn: 2 }),
      expiry: fc.oneof(
        fc.constant(undefined),
        fc.constant({ kind: "none" as const }),
        length.map((days) => ({ kind: "days" as const, days })),
        length.map((months) => ({ kind: "months" as const, months })),
        length.map((months) => ({ kind: "end-of-month" as const, months })),
        length.map((years) => ({ kind: "end-of-year" as const, years })),
        fc.tuple(length, fc.boolean()).map(([days, zeroPointsExtend]) => ({
          kind: "rolling" as const,
          days,
          zeroPointsExtend,
        })),
        length.map((months) => ({ kind: "rolling" as const, months })),
      ),
      expiryDay: fc.constantFrom("usable" as const, "expired" as const, undefined),
      consumption: fc.constantFrom("earliest-expiry" as const, "first-in-first-out" as const, undefined),
      negativeBalance: fc.constantFrom("block" as const, "owe" as const, "take-other-lots" as const, undefined),
      expiredOnReversal: fc.constantFrom("reinstate" as const, "lost" as const, undefined),
      qualification: sometimes(
        fc
          .constantFrom("calendar-year" as const, "rolling-12-months" as const, "anniversary-year" as const)
          .map((period) => ({
            period,
            tiers: [
              { name: "A1", from: 1000 },
              { name: "B1", from: 200 },
            ],
          })),
        { oneIn: 2 },
      ),
      pointValue: sometimes(fc.constant(0.01), { oneIn: 2 }),
    })
    .map(withoutUndefined);
}

export function pointsPlan(): fc.Arbitrary<PointsPlanDocument> {
  return rules().chain((list) =>
    fc
      .record({
        multipliers: multipliers(list.length),
        stacking: stacking(),
        caps: sometimes(caps(), { oneIn: 2 }),
        rest: life(),
      })
      .map(({ multipliers: of, stacking: how, caps: ofPlan, rest }): PointsPlanDocument => {
        const section = of.length === 0 ? undefined : withoutUndefined({ stacking: how, list: of });
        return withoutUndefined({
          format: 1 as const,
          id: "generated",
          version: "1",
          tiers: [...TIERS],
          quadrants: [...QUADRANTS],
          activities: [...ACTIVITIES],
          rules: list,
          multipliers: section,
          caps: ofPlan,
          ...rest,
        }) as PointsPlanDocument;
      }),
  );
}

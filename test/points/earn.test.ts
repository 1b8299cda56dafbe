import {
  type Activity,
  accrue,
  type EarnOptions,
  earn,
  emptyLedger,
  parsePointsPlan,
  type RuleEarning,
  safeEarn,
} from "guanxi/points";
import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { defineModel, score } from "../../src/index.ts";
import { smallPlan } from "../core/issues/small-plan.ts";

type Draft = Record<string, unknown>;

const planOf = (rule: Draft, rest: Draft = {}) =>
  parsePointsPlan({ format: 1, id: "p", version: "1", rules: [{ id: "r", ...rule }], ...rest });
const ruleOf = (rule: Draft, activity: Partial<Activity>, options?: EarnOptions, rest?: Draft) =>
  earn(planOf(rule, rest), { kind: "a", date: "2026-03-31", ...activity }, options).rules[0] as RuleEarning;
const pointsOf = (...given: Parameters<typeof ruleOf>) => ruleOf(...given).points;
const statusOf = (...given: Parameters<typeof ruleOf>) => ruleOf(...given).status;

const RATE = { kind: "per-amount", rate: 1 };

describe("points for money", () => {
  it.each([
    ["floor", 0.99, 0],
    ["floor", 1, 1],
    ["floor", 1.99, 1],
    ["ceiling", 1, 1],
    ["ceiling", 1.000000001, 2],
    ["half-away", 1.49, 1],
    ["half-away", 1.5, 2],
    ["half-away", 2.5, 3],
  ])("%s of %d is %d", (rounding, amount, points) => {
    expect(pointsOf({ ...RATE, rounding }, { amount })).toBe(points);
  });

  it("are rounded down where the plan does not say", () => expect(pointsOf(RATE, { amount: 1.999999 })).toBe(1));

  it("are exact where floating point is not: 0.1 × 3 is no more than 0.3", () => {
    expect(pointsOf({ ...RATE, rate: 10, rounding: "ceiling" }, { lines: [{ amount: 0.1 }, { amount: 0.2 }] })).toBe(3);
    expect(pointsOf({ ...RATE, rate: 100 }, { amount: 1.15 })).toBe(115);
    expect(pointsOf({ ...RATE, rate: 100 }, { amount: "1.15" })).toBe(115);
  });

  it("per several units, of which the last part counts", () => {
    expect(ruleOf({ ...RATE, rate: 3, per: 10, rounding: "half-away" }, { amount: 105 })).toMatchObject({
      base: 31.5,
      rounded: 32,
    });
  });

  it("per several units, of which only full ones count", () => {
    const whole = { ...RATE, rate: 3, per: 10, units: "whole" };
    expect(pointsOf(whole, { amount: 105 })).toBe(30);
    expect(pointsOf(whole, { amount: 109.99 })).toBe(30);
    expect(pointsOf(whole, { amount: 110 })).toBe(33);
    expect(pointsOf({ ...whole, per: 0.3 }, { amount: 0.9 })).toBe(9);
  });

  it("a base that does not end is shown with 15 digits, and rounded from what it is", () => {
    const third = { ...RATE, per: 3 };
    expect(ruleOf(third, { amount: 1 })).toMatchObject({ base: 0.333333333333333, product: 0.333333333333333 });
    const tripled = { multipliers: { list: [{ id: "m", kind: "campaign", factor: 3 }] } };
    expect(ruleOf(third, { amount: 1 }, undefined, tripled)).toMatchObject({ product: 1, rounded: 1 });
  });

  it("rounded for the bill or line by line", () => {
    const lines = [{ amount: 1.6 }, { amount: 1.6 }, { amount: 1.6 }];
    expect(pointsOf(RATE, { lines })).toBe(4);
    expect(pointsOf({ ...RATE, basis: "line" }, { lines })).toBe(3);
    expect(pointsOf({ ...RATE, basis: "line", rounding: "ceiling" }, { lines })).toBe(6);
    expect(pointsOf({ ...RATE, basis: "line", rounding: "half-away" }, { lines })).toBe(6);
  });

  it("line by line, each line is multiplied before it is rounded, and shows its own points", () => {
    const doubled = { multipliers: { list: [{ id: "m", kind: "campaign", factor: 2 }] } };
    const earning = ruleOf(
      { ...RATE, basis: "line" },
      { lines: [{ amount: 1.6 }, { amount: 1.4 }] },
      undefined,
      doubled,
    );
    expect(earning).toMatchObject({ base: 3, product: 6, rounded: 5, points: 5 });
    expect(earning.lines).toEqual([
      { line: 0, amount: 1.6, factor: 1, points: 3 },
      { line: 1, amount: 1.4, factor: 1, points: 2 },
    ]);
  });

  it("from a minimum on, of the whole activity", () => {
    const rule = { ...RATE, minimumAmount: 100, lines: { exclude: [{ isDelivery: true }] } };
    expect(statusOf(rule, { amount: 99.99 })).toBe("below-minimum");
    expect(pointsOf(rule, { amount: 100 })).toBe(100);
    expect(pointsOf(rule, { lines: [{ amount: 90 }, { amount: 10, isDelivery: true }] })).toBe(90);
  });

  it("of an activity without an amount there are none to reckon", () => {
    expect(ruleOf(RATE, {})).toMatchObject({ status: "no-amount", base: null, rounded: null, points: 0 });
    expect(ruleOf(RATE, { amount: 0 })).toMatchObject({ status: "applied", base: 0, rounded: 0, points: 0 });
    expect(ruleOf(RATE, { lines: [] })).toMatchObject({ status: "applied", points: 0, lines: [] });
  });
});

describe("lines", () => {
  const lines = [
    { amount: 10, sku: "a", category: "tea", labels: { color: "red", origin: "Fujian" } },
    { amount: 20, sku: "b", category: "tea" },
    { amount: 40, sku: "c", category: "cups", labels: { color: "red" } },
    { amount: 80, isDelivery: true },
  ];
  const chosen = (choice: Draft) => pointsOf({ ...RATE, lines: choice }, { lines });

  it("are chosen by any selector, each of which must fit as a whole", () => {
    expect(chosen({ include: [{ skus: ["a", "c"] }] })).toBe(50);
    expect(chosen({ include: [{ categories: ["tea"] }] })).toBe(30);
    expect(chosen({ include: [{ categories: ["tea"], labels: { color: "red" } }] })).toBe(10);
    expect(chosen({ include: [{ labels: { color: "red", origin: "Fujian" } }] })).toBe(10);
    expect(chosen({ include: [{ labels: { color: "red" } }, { isDelivery: true }] })).toBe(130);
    expect(chosen({ include: [{ isDelivery: false }] })).toBe(70);
  });

  it("are excluded, also from those that are included", () => {
    expect(chosen({ exclude: [{ skus: ["a"] }] })).toBe(140);
    expect(chosen({ include: [{ categories: ["tea"] }], exclude: [{ labels: { color: "red" } }] })).toBe(20);
  });

  it("have no labels but their own", () => {
    expect(chosen({ include: [{ labels: { toString: "red" } }] })).toBe(0);
    expect(chosen({ include: [{ skus: ["toString"] }] })).toBe(0);
    const inherited = [{ amount: 10, labels: Object.create({ color: "red" }) }];
    const red = { ...RATE, lines: { include: [{ labels: { color: "red" } }] } };
    expect(pointsOf(red, { lines: inherited })).toBe(0);
  });

  it("are one line of nothing known where an activity has only an amount", () => {
    expect(pointsOf({ ...RATE, lines: { exclude: [{ isDelivery: true }] } }, { amount: 10 })).toBe(10);
    expect(pointsOf({ ...RATE, lines: { include: [{ skus: ["a"] }] } }, { amount: 10 })).toBe(0);
    expect(pointsOf({ ...RATE, lines: { include: [{ isDelivery: false }] } }, { amount: 10 })).toBe(10);
  });

  it("may repeat the amount as their sum, to the last digit", () => {
    expect(pointsOf(RATE, { amount: "150", lines })).toBe(150);
    expect(pointsOf(RATE, { amount: 0.3, lines: [{ amount: 0.1 }, { amount: 0.2 }] })).toBe(0);
  });

  it("are multiplied each by its own, stacked as declared", () => {
    const list = [
      { lines: { include: [{ categories: ["tea"] }] }, factor: 2 },
      { lines: { include: [{ labels: { color: "red" } }] }, factor: 3 },
    ];
    const stacked = (stacking?: string) => ({ ...RATE, lineMultipliers: { ...(stacking ? { stacking } : {}), list } });
    expect(pointsOf(stacked(), { lines })).toBe(10 * 6 + 20 * 2 + 40 * 3 + 80);
    expect(pointsOf(stacked("multiply"), { lines })).toBe(10 * 6 + 20 * 2 + 40 * 3 + 80);
    expect(pointsOf(stacked("add"), { lines })).toBe(10 * 4 + 20 * 2 + 40 * 3 + 80);
    expect(pointsOf(stacked("highest"), { lines })).toBe(10 * 3 + 20 * 2 + 40 * 3 + 80);
    expect(ruleOf(stacked(), { lines }).lines?.map(({ factor }) => factor)).toEqual([6, 2, 3, 1]);
  });
});

describe("points for products", () => {
  const rule = { kind: "per-product", skus: ["a", "b"], points: 50 };

  it("are for every piece", () => {
    const lines = [
      { amount: 1, sku: "a" },
      { amount: 9, sku: "b", quantity: 3 },
      { amount: 5, sku: "c" },
    ];
    expect(ruleOf(rule, { lines })).toMatchObject({ base: 200, points: 200 });
    expect(ruleOf(rule, { lines }).lines?.map(({ line }) => line)).toEqual([0, 1]);
  });

  it("are none for an amount without lines", () => {
    expect(ruleOf(rule, { amount: 10 })).toMatchObject({ status: "applied", points: 0 });
    expect(statusOf(rule, {})).toBe("no-amount");
  });
});

describe("points for events", () => {
  const rule = { kind: "per-event", activity: "visit", points: 10 };

  it("are for that event alone", () => {
    expect(pointsOf(rule, { kind: "visit" })).toBe(10);
    expect(ruleOf(rule, { kind: "visits" })).toMatchObject({ status: "other-activity", points: 0 });
  });

  it.each(["day", "month", "year", "lifetime"] as const)("at most so many times in a %s", (per) => {
    const limited = { ...rule, atMost: { times: 2, per } };
    const having = (times: number) => ({ earnedSoFar: { rules: { r: { times: { [per]: times } } } } });
    expect(pointsOf(limited, { kind: "visit" }, { earnedSoFar: {} })).toBe(10);
    expect(pointsOf(limited, { kind: "visit" }, having(1))).toBe(10);
    expect(ruleOf(limited, { kind: "visit" }, having(2))).toMatchObject({ status: "times-reached", points: 0 });
  });
});

describe("points for a score", () => {
  const bands = [{ points: 0 }, { from: 60, points: 20 }, { above: 80, points: 50 }];
  const rule = { kind: "per-score", activity: "a", on: "total", bands };
  const scored = (total: number | null, status = "scored") => ({ standing: { card: { status, total } } });

  it.each([
    [59.99, 0],
    [60, 20],
    [80, 20],
    [80.01, 50],
  ])("%d gives %d", (total, points) => expect(pointsOf(rule, {}, scored(total))).toBe(points));

  it("are those of a dimension too", () => {
    const card = { dimensions: { value: { score: 75 } } };
    expect(pointsOf({ ...rule, on: "value" }, {}, { standing: { card } })).toBe(20);
  });

  it("are read from cards, and from nothing that only looks like one", () => {
    const on = (dimensions: unknown) => {
      const plan = planOf({ ...rule, on: "value" });
      const outcome = safeEarn(plan, { kind: "a", date: "2026-03-31" }, {
        standing: { card: { dimensions } },
      } as never);
      return outcome.ok ? outcome.earning.rules[0]?.status : outcome.issues.map(({ path }) => path.join("."));
    };
    expect(on({ value: { score: 75 } })).toBe("applied");
    expect(on({ value: { score: null } })).toBe("no-score");
    expect(on({ value: null })).toBe("no-score");
    expect(on({ value: 75 })).toEqual(["standing.card.dimensions.value"]);
    expect(on({ value: { score: "75" } })).toEqual(["standing.card.dimensions.value.score"]);
    expect(on({ value: { score: Number.NaN } })).toEqual(["standing.card.dimensions.value.score"]);
  });

  it("are none where there is no score, or no card that is scored", () => {
    expect(statusOf(rule, {}, scored(null))).toBe("no-score");
    expect(statusOf(rule, {}, scored(90, "insufficient-data"))).toBe("no-score");
    expect(statusOf(rule, {}, scored(90, "disqualified"))).toBe("no-score");
  });
});

describe("points for improvement", () => {
  const rule = { kind: "improvement", activity: "a", on: "total", rate: 2.5 };
  const gained = (before: number | null, now: number | null) => ({
    standing: { card: { total: now }, previousCard: { total: before } },
  });

  it("are for each point of score gained", () => {
    expect(ruleOf(rule, {}, gained(60.1, 71.3))).toMatchObject({ base: 28, points: 28 });
    expect(ruleOf({ ...rule, rounding: "half-away" }, {}, gained(60, 60.6))).toMatchObject({ base: 1.5, points: 2 });
  });

  it("are none for a score that stays or falls", () => {
    expect(statusOf(rule, {}, gained(60, 60))).toBe("no-gain");
    expect(statusOf(rule, {}, gained(60, 59.99))).toBe("no-gain");
  });

  it("are none at a first review, or without a score", () => {
    expect(statusOf(rule, {}, { standing: { card: { total: 60 } } })).toBe("no-score");
    expect(statusOf(rule, {}, gained(null, 60))).toBe("no-score");
    expect(statusOf(rule, {}, gained(60, null))).toBe("no-score");
  });
});

describe("points for a streak", () => {
  const rule = { kind: "streak", activity: "a", reviews: 2, tierAtLeast: "B", points: 30 };
  const rest = { tiers: ["A", "B", "C"], quadrants: ["partner", "win-over", "watch"] };
  const run = (tiers: string, repeat?: string) => {
    const reviews = [...tiers].map((tier) => ({ tier: tier === "-" ? null : tier }));
    const { tier = null } = reviews.pop() ?? {};
    return statusOf({ ...rule, ...(repeat ? { repeat } : {}) }, {}, { standing: { tier, reviews } }, rest);
  };

  it.each([
    ["B", "no-streak"],
    ["BA", "applied"],
    ["BC", "no-streak"],
    ["CB", "no-streak"],
    ["BB", "applied"],
    ["B-B", "no-streak"],
    ["BBB", "no-streak"],
    ["BBBB", "applied"],
    ["CBBBB", "applied"],
    ["BCBB", "applied"],
  ])("each time it is complete: %s", (tiers, status) => expect(run(tiers)).toBe(status));

  it.each([
    ["B", "no-streak"],
    ["BB", "applied"],
    ["BBB", "applied"],
    ["BBC", "no-streak"],
  ])("at each review from then on: %s", (tiers, status) => expect(run(tiers, "each-review")).toBe(status));

  it.each([
    ["BB", "applied"],
    ["BBB", "no-streak"],
    ["BBBB", "no-streak"],
    ["BBCBB", "applied"],
  ])("once in a run: %s", (tiers, status) => expect(run(tiers, "once")).toBe(status));

  it("goes by quadrants where the rule says so", () => {
    const { tierAtLeast: _, ...byQuadrant } = { ...rule, quadrants: ["partner", "win-over"] };
    const standing = { quadrant: "partner", reviews: [{ quadrant: "win-over" }] };
    expect(pointsOf(byQuadrant, {}, { standing }, rest)).toBe(30);
    expect(statusOf(byQuadrant, {}, { standing: { ...standing, quadrant: "watch" } }, rest)).toBe("no-streak");
    expect(statusOf(byQuadrant, {}, { standing: { ...standing, quadrant: null } }, rest)).toBe("no-streak");
  });
});

describe("multipliers", () => {
  const rest = (list: readonly Draft[], stacking?: string) => ({
    tiers: ["A", "B", "C"],
    quadrants: ["partner", "watch"],
    multipliers: { ...(stacking ? { stacking } : {}), list },
  });
  const TIER = { id: "tier", kind: "tier", factors: { A: 2, B: 1.5 } };
  const QUADRANT = { id: "quadrant", kind: "quadrant", factors: { partner: 1.2 }, otherwise: 0.5 };
  const SPRING = { id: "spring", kind: "campaign", factor: 3, from: "2026-03-01", until: "2026-03-31" };
  const multiplied = (list: readonly Draft[], standing: Draft, stacking?: string, date = "2026-03-31") =>
    ruleOf(RATE, { amount: 100, date }, { standing }, rest(list, stacking));

  it("take a scorecard as the library answers it", () => {
    const model = defineModel({
      format: 1,
      id: "m",
      version: "1",
      fields: { value: { kind: "number" } },
      dimensions: {
        value: {
          weight: 1,
          indicators: {
            value: {
              input: "value",
              weight: 1,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [100, 100],
                ],
              },
            },
          },
        },
      },
      tier: { on: "total", rungs: [{ name: "A", from: 80 }, { name: "B" }] },
    });
    const card = score(model, { value: 85 });
    expect(multiplied([TIER], { card }).points).toBe(200);
    const untyped: EarnOptions = { standing: { card, previousCard: score(model, { value: 5 }) } };
    expect(pointsOf({ kind: "improvement", activity: "a", on: "value", rate: 1 }, {}, untyped)).toBe(80);
  });

  it("go by the tier, and by otherwise where it is not listed or there is none", () => {
    expect(multiplied([TIER], { tier: "A" }).points).toBe(200);
    expect(multiplied([TIER], { tier: "C" }).points).toBe(100);
    expect(multiplied([TIER], { tier: null }).points).toBe(100);
    expect(multiplied([{ ...TIER, otherwise: 0 }], {}).points).toBe(0);
    expect(multiplied([QUADRANT], { quadrant: "watch" }).points).toBe(50);
  });

  it("take tier and quadrant from the card, unless they are given", () => {
    const card = { tier: { name: "B" }, quadrant: { name: "partner" } };
    expect(multiplied([TIER, QUADRANT], { card }).points).toBe(180);
    expect(multiplied([TIER, QUADRANT], { card, tier: "A" }).points).toBe(240);
    expect(multiplied([TIER, QUADRANT], { card, tier: null }).points).toBe(120);
    expect(multiplied([TIER], { card: { tier: null } }).points).toBe(100);
    expect(multiplied([TIER], { card: { tier: { name: null } } }).points).toBe(100);
  });

  it.each([
    ["multiply", 720],
    ["add", 420],
    ["highest", 300],
    [undefined, 720],
  ])("stack by %s", (stacking, points) => {
    const earning = multiplied([TIER, QUADRANT, SPRING], { tier: "A", quadrant: "partner" }, stacking);
    expect(earning).toMatchObject({ base: 100, factor: points / 100, product: points, points });
    expect(earning.multipliers).toEqual([
      { id: "tier", factor: 2 },
      { id: "quadrant", factor: 1.2 },
      { id: "spring", factor: 3 },
    ]);
  });

  it("that only take away leave no less than nothing", () => {
    const none = { id: "none", kind: "campaign", factor: 0 };
    const list = [none, { ...none, id: "again" }];
    expect(multiplied(list, {}, "add")).toMatchObject({ factor: 0, points: 0, status: "applied" });
    expect(
      multiplied(
        [
          { ...none, factor: 0.25 },
          { ...none, id: "again", factor: 0.5 },
        ],
        {},
        "highest",
      ).factor,
    ).toBe(0.5);
  });

  it("read no standing while they are not in force", () => {
    const dated = { ...TIER, from: "2026-04-01" };
    expect(pointsOf(RATE, { amount: 7 }, undefined, rest([dated]))).toBe(7);
    expect(() => pointsOf(RATE, { amount: 7, date: "2026-04-01" }, undefined, rest([dated]))).toThrow(
      "the multiplier tier",
    );
  });

  it("may be in force on one day", () => {
    const oneDay = { ...SPRING, from: "2026-03-08", until: "2026-03-08" };
    const pointsOn = (date: string) => multiplied([oneDay], {}, "multiply", date).points;
    expect(["2026-03-07", "2026-03-08", "2026-03-09"].map(pointsOn)).toEqual([100, 300, 100]);
  });

  it("are in force from their first day to their last", () => {
    const pointsOn = (date: string) => multiplied([SPRING], {}, "multiply", date).points;
    expect(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map(pointsOn)).toEqual([100, 300, 300, 100]);
  });

  it("go to the rules they name, and to every rule where they name none", () => {
    const rules = [
      { id: "one", ...RATE },
      { id: "two", ...RATE },
    ];
    const list = [
      { id: "m", kind: "campaign", factor: 2, rules: ["two"] },
      { id: "n", kind: "campaign", factor: 5 },
    ];
    const plan = parsePointsPlan({ format: 1, id: "p", version: "1", rules, multipliers: { list } });
    const earning = earn(plan, { kind: "a", date: "2026-03-31", amount: 1 });
    expect(earning.rules.map(({ points }) => points)).toEqual([5, 10]);
  });

  it("come before the rounding, which comes once", () => {
    expect(ruleOf(RATE, { amount: 1.5 }, { standing: { tier: "B" } }, rest([TIER]))).toMatchObject({
      base: 1.5,
      product: 2.25,
      rounded: 2,
    });
    expect(
      pointsOf(
        { kind: "per-event", activity: "a", points: 5, rounding: "ceiling" },
        {},
        { standing: { tier: "B" } },
        rest([TIER]),
      ),
    ).toBe(8);
  });
});

describe("a rule that is dated", () => {
  it("is in force from its first day to its last", () => {
    const rule = { ...RATE, from: "2026-01-01", until: "2026-06-30" };
    const statusOn = (date: string) => statusOf(rule, { amount: 1, date });
    expect(["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map(statusOn)).toEqual([
      "not-in-force",
      "applied",
      "applied",
      "not-in-force",
    ]);
  });

  it("of another kind of activity says that first", () => {
    expect(statusOf({ ...RATE, activity: "b", until: "2025-12-31" }, { amount: 1 })).toBe("other-activity");
  });
});

describe("caps", () => {
  const spans = ["day", "month", "year", "lifetime"] as const;

  it("of an event count nothing before it", () => {
    const rule = { ...RATE, caps: { event: 50 } };
    expect(ruleOf(rule, { amount: 50.99 })).toMatchObject({ status: "applied", cappedBy: null, points: 50 });
    expect(ruleOf(rule, { amount: 51 })).toMatchObject({
      status: "capped",
      rounded: 51,
      cappedBy: { of: "rule", span: "event" },
      points: 50,
    });
  });

  it.each(spans)("of a %s leave what is left of it", (span) => {
    const rule = { ...RATE, caps: { [span]: 100 } };
    const having = (points: number) => ({ earnedSoFar: { rules: { r: { points: { [span]: points } } } } });
    expect(ruleOf(rule, { amount: 60 }, having(40))).toMatchObject({ status: "applied", points: 60 });
    expect(ruleOf(rule, { amount: 60 }, having(41))).toMatchObject({
      status: "capped",
      cappedBy: { of: "rule", span },
      points: 59,
    });
    expect(ruleOf(rule, { amount: 60 }, having(100))).toMatchObject({ status: "capped", points: 0 });
    expect(ruleOf(rule, { amount: 60 }, having(130))).toMatchObject({ status: "capped", points: 0 });
    expect(ruleOf(rule, { amount: 0 }, having(130))).toMatchObject({ status: "applied", points: 0 });
  });

  it.each(spans)("of the plan in a %s too", (span) => {
    const capped = ruleOf(RATE, { amount: 60 }, { earnedSoFar: { points: { [span]: 70 } } }, { caps: { [span]: 100 } });
    expect(capped).toMatchObject({ cappedBy: { of: "plan", span }, points: 30 });
  });

  it("are told by the tightest; of equals the rule's, and of those the shorter span's", () => {
    const capped = (caps: Draft, ofPlan: Draft) => {
      const { cappedBy, points } = ruleOf({ ...RATE, caps }, { amount: 60 }, { earnedSoFar: {} }, { caps: ofPlan });
      return [cappedBy?.of, cappedBy?.span, points];
    };
    expect(capped({ day: 30, month: 20 }, { event: 25 })).toEqual(["rule", "month", 20]);
    expect(capped({ day: 30, month: 20 }, { event: 15 })).toEqual(["plan", "event", 15]);
    expect(capped({ day: 30, month: 30 }, { event: 30 })).toEqual(["rule", "day", 30]);
  });

  it("of the plan are filled in listed order: later rules lose first", () => {
    const rules = ["one", "two", "three"].map((id) => ({ id, ...RATE }));
    const plan = parsePointsPlan({ format: 1, id: "p", version: "1", rules, caps: { event: 100, day: 120 } });
    const earned = (amount: number, day: number) => {
      const options = { earnedSoFar: { points: { day } } };
      const earning = earn(plan, { kind: "a", date: "2026-03-31", amount }, options);
      return [...earning.rules.map(({ points }) => points), earning.points];
    };
    expect(earned(30, 0)).toEqual([30, 30, 30, 90]);
    expect(earned(40, 0)).toEqual([40, 40, 20, 100]);
    expect(earned(60, 0)).toEqual([60, 40, 0, 100]);
    expect(earned(60, 50)).toEqual([60, 10, 0, 70]);
    expect(earned(60, 120)).toEqual([0, 0, 0, 0]);
  });

  it("of a rule leave the room of the plan to the others", () => {
    const rules = [
      { id: "one", ...RATE, caps: { event: 10 } },
      { id: "two", ...RATE },
    ];
    const plan = parsePointsPlan({ format: 1, id: "p", version: "1", rules, caps: { event: 50 } });
    expect(earn(plan, { kind: "a", date: "2026-03-31", amount: 45 }).rules.map(({ points }) => points)).toEqual([
      10, 40,
    ]);
  });
});

describe("an earning", () => {
  const plan = parsePointsPlan(smallPlan());
  const activity = {
    kind: "purchase",
    date: "2026-03-31",
    lines: [
      { amount: 100, category: "tea" },
      { amount: 30, sku: "kettle-1" },
      { amount: 12, isDelivery: true },
    ],
  };
  const options = { standing: { tier: "silver", quadrant: "partner" }, earnedSoFar: {} };

  it("tells every rule of the plan, in its order", () => {
    const earning = earn(plan, activity, options);
    expect(earning).toMatchObject({
      format: 1,
      plan: { id: "small", version: "1" },
      activity: "purchase",
      date: "2026-03-31",
      points: 200,
      qualifyingPoints: 200,
    });
    expect(earning.rules.map(({ id, status, points }) => [id, status, points])).toEqual([
      ["spend", "applied", 125],
      ["kettle", "applied", 75],
      ["visit", "other-activity", 0],
      ["rating", "other-activity", 0],
      ["better", "other-activity", 0],
      ["loyal", "other-activity", 0],
    ]);
    expect(earning.rules[0]).toMatchObject({ base: 23, factor: 5.4, product: 124.2, rounded: 125 });
  });

  it("counts toward qualification what the rule lets count", () => {
    const visit = earn(plan, { kind: "visit", date: "2026-03-31" }, options);
    expect(visit).toMatchObject({ points: 10, qualifyingPoints: 0 });
  });

  it("is JSON: it comes back the same", () => {
    const earning = earn(plan, activity, options);
    expect(JSON.parse(JSON.stringify(earning))).toEqual(earning);
  });

  it("leaves activity and options as they were", () => {
    const before = JSON.stringify([activity, options]);
    earn(plan, activity, options);
    expect(JSON.stringify([activity, options])).toBe(before);
  });
});

describe("what is wrong", () => {
  const plan = parsePointsPlan(smallPlan());

  it("is told all at once, and thrown as one error", () => {
    const activity = { kind: "purchase", date: "2026-02-30", amount: -1 };
    const options = {
      standing: { tier: "gold", teir: 1 },
      earnedSoFar: { rules: { spend: { points: { day: 0.5 } } } },
    };
    const outcome = safeEarn(plan, activity, options as never);
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path.join("."))).toEqual([
      "date",
      "amount",
      "standing.teir",
      "earnedSoFar.rules.spend.points.day",
    ]);
    expect(() => earn(plan, activity, options as never)).toThrow(GuanxiError);
  });

  it("is not what no rule that answers looks at", () => {
    const idle = { ...smallPlan(), activities: undefined };
    expect(earn(parsePointsPlan(idle), { kind: "complaint", date: "2026-03-31" }).points).toBe(0);
  });

  it("is not what the plan does not look at", () => {
    const plain = planOf(RATE);
    const options = {
      standing: { tier: "unheard of", reviews: [{ tier: "x" }] },
      earnedSoFar: { rules: { gone: {} } },
    };
    expect(earn(plain, { kind: "a", date: "2026-03-31", amount: 1 }, options).points).toBe(1);
  });

  it.each([null, undefined, 5, "a", [], [{ kind: "a" }]])("an activity that is none: %j", (activity) => {
    expect(safeEarn(plan, activity)).toMatchObject({ ok: false, issues: [{ code: "record/type", path: [] }] });
  });

  it("points that are too many are told, whatever a cap would leave of them", () => {
    const rule = { ...RATE, caps: { event: 1 } };
    const outcome = (amount: string | number) => safeEarn(planOf(rule), { kind: "a", date: "2026-03-31", amount });
    expect(outcome(999_999_999_999_999)).toMatchObject({ ok: true, earning: { points: 1 } });
    expect(outcome("1e15")).toMatchObject({ ok: false, issues: [{ code: "earn/size", found: "the rule r" }] });
    expect(outcome("9e30")).toMatchObject({ ok: false, issues: [{ code: "earn/size" }] });
  });

  it("so are factors without end, though there is nothing to multiply", () => {
    const huge = { lines: { include: [{ isDelivery: false }] }, factor: 1e300 };
    const rule = { ...RATE, lineMultipliers: { list: [huge, huge] } };
    const outcome = safeEarn(planOf(rule), { kind: "a", date: "2026-03-31", amount: 0 });
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "earn/size" }] });
  });

  it("a review without any standing names the rule that reads it", () => {
    const outcome = safeEarn(plan, { kind: "review", date: "2026-03-31" }, { earnedSoFar: {} });
    expect(outcome).toMatchObject({ ok: false, issues: [{ path: ["standing"], expected: "the rule rating" }] });
    const alone = planOf(
      { kind: "streak", activity: "a", reviews: 1, quadrants: ["partner"], points: 1 },
      { quadrants: ["partner"] },
    );
    expect(safeEarn(alone, { kind: "a", date: "2026-03-31" })).toMatchObject({
      ok: false,
      issues: [{ path: ["standing"] }],
    });
  });

  it("texts have at most 200 characters, amounts 15 digits of the 34 that can be read", () => {
    const told = (activity: object) => {
      const outcome = safeEarn(planOf(RATE), { kind: "a", date: "2026-03-31", ...activity });
      return outcome.ok ? "ok" : outcome.issues.map(({ code, path, expected }) => [code, path.join("."), expected]);
    };
    expect(told({ kind: "k".repeat(200) })).toBe("ok");
    expect(told({ kind: "k".repeat(201) })).toEqual([["record/text-length", "kind", 200]]);
    expect(told({ lines: [{ amount: 1, sku: "s".repeat(201) }] })).toEqual([
      ["record/text-length", "lines.0.sku", 200],
    ]);
    expect(told({ amount: "123456789012.345" })).toBe("ok");
    expect(told({ amount: "123456789012.3456" })).toEqual([["record/digits", "amount", 15]]);
    expect(told({ amount: `0.${"1".repeat(40)}` })).toEqual([["record/digits", "amount", 15]]);
    expect(told({ amount: "1,000" })).toEqual([["record/number", "amount", null]]);
    expect(told({ amount: "1e-30" })).toBe("ok");
    expect(told({ amount: "1e-31" })).toEqual([["record/exponent", "amount", 30]]);
    expect(told({ amount: {} })).toEqual([["record/type", "amount", "a number or decimal text"]]);
  });

  it("so are those of all rules together", () => {
    const rules = ["one", "two"].map((id) => ({ id, ...RATE }));
    const outcome = safeEarn(parsePointsPlan({ format: 1, id: "p", version: "1", rules }), {
      kind: "a",
      date: "2026-03-31",
      amount: "5e14",
    });
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "earn/size", found: "all rules together" }] });
    expect(
      accrue(planOf(RATE), emptyLedger(), { id: "a", date: "2026-03-31", points: 999_999_999_999_999 }).refused,
    ).toEqual([]);
  });

  it("one missing score is told once, however many rules read it", () => {
    const bands = [{ points: 1 }];
    const rules = ["one", "two"].map((id) => ({ id, kind: "per-score", activity: "a", on: "value", bands }));
    const two = parsePointsPlan({ format: 1, id: "p", version: "1", rules });
    const outcome = safeEarn(two, { kind: "a", date: "2026-03-31" }, { standing: { card: { total: 5 } } });
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "earn/unknown-score" }] });
    expect(outcome.ok ? 0 : outcome.issues.length).toBe(1);
  });
});

import { type Activity, type EarnOptions, earn, type PointsPlanDocument, parsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";
import cases from "./published-cases.json" with { type: "json" };

type Rule = PointsPlanDocument["rules"][number];
type LineMultiplier = NonNullable<Extract<Rule, { kind: "per-amount" }>["lineMultipliers"]>["list"][number];

const plan = (rules: readonly unknown[], rest: object = {}) =>
  parsePointsPlan({ format: 1, id: "published", version: "1", rules, ...rest });
const pointsOf = (rules: readonly unknown[], activity: Activity, options?: EarnOptions, rest?: object) =>
  earn(plan(rules, rest), activity, options).points;

interface Published {
  readonly items: readonly Record<string, unknown>[];
  readonly cases: readonly {
    readonly name: string;
    readonly rules: PublishedRule[];
    readonly expected_points: number;
  }[];
  readonly event_rule: { readonly event: string; readonly points: number; readonly expected_points: number };
}
const published = cases.earning_rules as Published;

/** A rule of the published cases, as they write it. */
interface PublishedRule {
  readonly type: "points_per_currency" | "product_purchase" | "multiply";
  readonly points?: number;
  readonly multiplier?: number;
  readonly skus?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly excluded_skus?: readonly string[];
  readonly excluded_labels?: Readonly<Record<string, string>>;
  readonly exclude_delivery?: boolean;
  readonly min_order_value?: number;
}

/** Their multipliers are rules of their own, which multiply lines for every rate; fixed points they leave alone. */
function translated(rules: readonly PublishedRule[]): readonly Rule[] {
  const multipliers = rules.filter(({ type }) => type === "multiply").map(lineMultiplier);
  return rules
    .filter(({ type }) => type !== "multiply")
    .map((rule, i): Rule => {
      if (rule.type === "product_purchase") {
        return { id: `r${i}`, kind: "per-product", skus: rule.skus ?? [], points: rule.points ?? 0 };
      }
      const exclude = [
        ...(rule.excluded_skus ? [{ skus: rule.excluded_skus }] : []),
        ...(rule.excluded_labels ? [{ labels: rule.excluded_labels }] : []),
        ...(rule.exclude_delivery ? [{ isDelivery: true }] : []),
      ];
      return {
        id: `r${i}`,
        kind: "per-amount",
        rate: rule.points ?? 0,
        ...(exclude.length > 0 ? { lines: { exclude } } : {}),
        ...(multipliers.length > 0 ? { lineMultipliers: { list: multipliers } } : {}),
        ...(rule.min_order_value === undefined ? {} : { minimumAmount: rule.min_order_value }),
      };
    });
}

function lineMultiplier({ skus, labels, multiplier = 1 }: PublishedRule): LineMultiplier {
  return { lines: { include: [{ ...(skus ? { skus } : {}), ...(labels ? { labels } : {}) }] }, factor: multiplier };
}

describe("the published earning rules", () => {
  const lines = published.items.map(({ value, is_delivery, ...rest }) => ({
    ...rest,
    amount: value,
    isDelivery: is_delivery,
  }));

  it.each(published.cases.map((each) => [each.name, each] as const))("%s", (_, { rules, expected_points }) => {
    const activity = { kind: "purchase", date: "2017-01-01", lines } as Activity;
    expect(pointsOf(translated(rules), activity)).toBe(expected_points);
  });

  it("all twelve were tried", () => expect(published.cases).toHaveLength(12));

  it("fixed points for an event", () => {
    const { event, points, expected_points } = published.event_rule;
    const rule = { id: "welcome", kind: "per-event", activity: event, points };
    expect(pointsOf([rule], { kind: event, date: "2017-01-01" })).toBe(expected_points);
    expect(pointsOf([rule], { kind: "another", date: "2017-01-01" })).toBe(0);
  });
});

describe("a mobile operator: a point per yuan of the bill, times the star's multiplier, rounded up", () => {
  const stars = { "five-star-gold": 5, "five-star-silver": 3, "four-star": 2.5, "three-star": 2, "two-star": 1.5 };
  const rest = {
    tiers: [...Object.keys(stars), "one-star"],
    multipliers: { list: [{ id: "star", kind: "tier", factors: { ...stars, "one-star": 1 }, otherwise: 0 }] },
  };
  const rule = { id: "bill", kind: "per-amount", rate: 1, rounding: "ceiling" };
  const bill = (amount: number) => ({ kind: "bill", date: "2021-05-31", amount });

  it.each([
    ["one-star", 89],
    ["two-star", 133],
    ["three-star", 177],
    ["four-star", 221],
    ["five-star-silver", 265],
    ["five-star-gold", 442],
  ])("88.30 at %s", (tier, points) => {
    expect(pointsOf([rule], bill(88.3), { standing: { tier } }, rest)).toBe(points);
  });

  it("customers outside the star system earn nothing by consumption", () => {
    expect(pointsOf([rule], bill(88.3), { standing: { tier: null } }, rest)).toBe(0);
  });

  it("a whole product is not rounded up further: 88 at 2.5 is 220", () => {
    expect(pointsOf([rule], bill(88), { standing: { tier: "four-star" } }, rest)).toBe(220);
  });

  it("fees that are given back as gifts earn nothing", () => {
    const countable = { ...rule, lines: { exclude: [{ categories: ["gifted-fee"] }] } };
    const lines = [
      { amount: 60.3, category: "call" },
      { amount: 28, category: "gifted-fee" },
    ];
    const activity = { kind: "bill", date: "2021-05-31", lines };
    expect(pointsOf([countable], activity, { standing: { tier: "four-star" } }, rest)).toBe(151);
  });
});

describe("other published rules", () => {
  it("one point per 10 dollars: 105 gives 10", () => {
    const rule = { id: "spend", kind: "per-amount", rate: 1, per: 10 };
    expect(pointsOf([rule], { kind: "purchase", date: "2024-01-01", amount: 105 })).toBe(10);
  });

  it("one point per full yuan, special prices and industrial products excepted", () => {
    const exclude = [{ labels: { price: "special" } }, { categories: ["industrial"] }];
    const rule = { id: "spend", kind: "per-amount", rate: 1, lines: { exclude } };
    const lines = [
      { amount: 99.99 },
      { amount: 50, labels: { price: "special" } },
      { amount: 70, category: "industrial" },
    ];
    expect(pointsOf([rule], { kind: "purchase", date: "2010-06-01", lines })).toBe(99);
  });

  it("a bill's fraction of a yuan does not count: a point per yuan of 12-month average spend", () => {
    const rule = { id: "average", kind: "per-amount", rate: 1, units: "whole" };
    expect(pointsOf([rule], { kind: "rating", date: "2020-07-01", amount: 158.97 })).toBe(158);
  });
});

import { describe, expect, it } from "vitest";
import type { Goal } from "../../src/explain/least/goal.ts";
import { leastChanges } from "../../src/explain/least/least-changes.ts";
import type { LeastChangesOptions } from "../../src/explain/least/least-changes-options.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { thrown } from "../core/issues/model.provocations.ts";
import { SHOP, SHOP_ACCOUNT } from "./shop-model.ts";

const model = parseModel(SHOP);
type Changes = { readonly [field: string]: unknown };
const least = (goal: Goal, changes: Changes = {}, options?: LeastChangesOptions) =>
  leastChanges(model, { ...SHOP_ACCOUNT, ...changes } as never, goal, options as never);
const texts = (goal: Goal, changes: Changes = {}, options?: LeastChangesOptions) =>
  least(goal, changes, options).changes.map(({ text }) => text);

// The account: value 79 of 71 + 8 (the bonus cap is full), relationship 80, total 79.4 − 2.5 = 76.9, tier B.
describe("the least changes of an account", () => {
  it("to the next tier: each field alone, in its own steps; what reaches it first", () => {
    const found = least({ kind: "tier-up" });
    expect(found).toMatchObject({ status: "open", target: "A", now: { score: 76.9, tier: "B", quadrant: "partner" } });
    expect(found.changes.map(({ kind, text }) => [kind, text])).toEqual([
      // 515.51 and not 516.67: the base, the score and the total are each published, and rounding helps.
      ["change", "raise Revenue by 515.51 CNY to 2115.51 CNY"],
      ["change", "change contact from manager to executive"],
      ["change", "raise visits by 3 to 9"],
      ["unreachable", "not reachable by growth alone: 0.3001 comes nearest, with 79.9"],
      ["unreachable", "not reachable by hasContract alone"],
      ["unreachable", "not reachable by arrears alone: 0 comes nearest, with 79.4"],
    ]);
  });

  it("gives where the account then stands", () => {
    const [first] = least({ kind: "tier-up" }).changes;
    expect(first).toMatchObject({
      from: 1600,
      to: 2115.51,
      by: 515.51,
      cost: null,
      slack: null,
      after: { status: "scored", score: 80, total: 80, tier: "A", quadrant: "partner" },
    });
  });

  it("says how far each may move before the tier is lost", () => {
    const found = least({ kind: "stay" });
    expect(found).toMatchObject({ status: "open", target: "B" });
    expect(found.changes.map(({ text }) => text)).toEqual([
      "Revenue may fall by 1092.77 CNY; 507.22 CNY loses the tier",
      "no change of growth alone loses the tier",
      "no change of contact alone loses the tier",
      "no change of hasContract alone loses the tier",
      "no change of visits alone loses the tier",
      "no change of arrears alone loses the tier",
    ]);
    expect(found.changes[0]).toMatchObject({
      to: 507.22,
      by: -1092.78,
      slack: 1092.77,
      after: { score: 59.99, tier: "C" },
    });
    const best = least({ kind: "stay" }, { revenue: 4000, contact: "executive" }).changes;
    expect(best.map(({ text }) => text)).toContain("arrears may rise by 1; 3 loses the tier");
  });

  it("leaves alone what is unchangeable, what is unread, and dates", () => {
    expect(least({ kind: "tier-up" }).changes.map(({ field }) => field)).not.toContain("region");
    const dated = parseModel({
      ...SHOP,
      fields: { ...SHOP.fields, signed: { kind: "date" }, unread: { kind: "number" } },
      measures: { age: { kind: "days-since", field: "signed" } },
      bonuses: [...(SHOP.bonuses ?? []), { id: "old", to: "total", points: 1, when: { input: "age", gt: 365 } }],
    });
    const account = { ...SHOP_ACCOUNT, signed: "2026-01-01", unread: 1 };
    const found = leastChanges(dated, account as never, { kind: "tier-up" }, { asOf: "2026-03-31" });
    expect(found.changes.map(({ field }) => field).sort()).toEqual([
      "arrears",
      "contact",
      "growth",
      "hasContract",
      "revenue",
      "visits",
    ]);
  });

  it("begins at the allowed value next to 0 where a number is missing", () => {
    const found = least({ kind: "score", of: "value", atLeast: 76 }, { growth: null });
    expect(found.changes.find(({ field }) => field === "growth")).toMatchObject({
      kind: "change",
      from: null,
      to: 0.1,
      by: null,
      text: "growth is missing: 0.1 is enough",
    });
  });

  it("is nothing where the goal is reached, the tier is the best, or there is none to stay in", () => {
    expect(least({ kind: "score", atLeast: 76.9 })).toMatchObject({ status: "reached", changes: [], together: null });
    expect(least({ kind: "score", atLeast: 76.905 })).toMatchObject({ status: "open", target: 76.91 });
    expect(least({ kind: "tier-up" }, { revenue: 4000 })).toMatchObject({ status: "reached", target: null });
    expect(least({ kind: "tier", name: "C" })).toMatchObject({ status: "reached", target: "C" });
    expect(least({ kind: "quadrant", name: "partner" })).toMatchObject({ status: "reached" });
    expect(least({ kind: "stay" }, { region: "nowhere" })).toMatchObject({ status: "no-tier", target: null });
    expect(least({ kind: "tier-up" }, { region: "nowhere" })).toMatchObject({ status: "open", target: "C" });
  });

  it("cannot move what a manual grade holds", () => {
    const override = { tier: "C", reason: "board" };
    const found = least({ kind: "tier-up" }, {}, { override });
    expect(new Set(found.changes.map(({ kind }) => kind))).toEqual(new Set(["unreachable"]));
  });

  it("is told in Chinese, and in words of one's own", () => {
    expect(texts({ kind: "tier-up" }, {}, { language: "zh-CN" })).toContain("将收入提高 515.51 CNY 至 2115.51 CNY");
    const own = { "change-raise": "{title} +{by}" };
    expect(texts({ kind: "tier-up" }, {}, { texts: own })).toContain("visits +3");
  });
});

describe("the cheapest change of two fields", () => {
  const effort = { revenue: { weight: 1, per: 100 }, visits: { weight: 2 }, contact: { weight: 9 } };

  it("weighs them by declared effort, and says that nothing is cheaper", () => {
    const { changes, together } = least({ kind: "tier-up" }, {}, { effort });
    expect(changes.slice(0, 3).map((change) => [change.field, change.kind === "change" ? change.cost : null])).toEqual([
      ["revenue", 5.1551],
      ["visits", 6],
      ["contact", 9],
    ]);
    expect(together).toMatchObject({ kind: "change", cost: 4.7151, isProved: true, noneBelow: 4.7151 });
    expect(together?.text).toBe("raise Revenue by 71.51 CNY to 1671.51 CNY, and raise visits by 2 to 8");
  });

  it("is one of two fields where one alone does not do it", () => {
    const { together } = least(
      { kind: "score", of: "relationship", atLeast: 95 },
      {},
      { effort: { visits: { weight: 1 }, arrears: { weight: 1 }, contact: { weight: 1 } } },
    );
    expect(together?.text).toBe("change contact from manager to executive");
    const two = least({ kind: "score", atLeast: 90 }, {}, { effort });
    expect(two.changes.every(({ kind }) => kind === "unreachable")).toBe(true);
    expect(two.together).toMatchObject({ kind: "change", isProved: true });
    expect(two.together?.kind === "change" && two.together.after.total).toBeGreaterThanOrEqual(90);
  });

  it("may not exist", () => {
    expect(least({ kind: "score", atLeast: 100 }, {}, { effort }).together).toEqual({
      kind: "unreachable",
      text: "not reachable by any two of the fields",
    });
    expect(least({ kind: "score", atLeast: 100 }).together).toBeNull();
  });
});

describe("leastChanges refuses", () => {
  const issues = (goal: unknown, options: object = {}, of = model) =>
    thrown(() => leastChanges(of, SHOP_ACCOUNT as never, goal as never, options as never)).map(
      ({ code, path, suggestion }) => [code, path.join("."), suggestion],
    );
  const bare = parseModel({ ...SHOP, quadrant: undefined, tier: undefined, gates: [] });

  it.each([
    [{ kind: "tier-upp" }, ["document/choice", "goal.kind", undefined]],
    [null, ["document/choice", "goal.kind", undefined]],
    [{ kind: "tier", name: "Z" }, ["options/unknown-tier", "goal.name", undefined]],
    [{ kind: "quadrant", name: "Partner" }, ["options/unknown-cell", "goal.name", "partner"]],
    [{ kind: "score", of: "valu", atLeast: 1 }, ["model/unknown-score", "goal.of", "value"]],
    [{ kind: "score", atLeast: "80" }, ["options/score", "goal.atLeast", undefined]],
    [{ kind: "score", atLeast: Number.NaN }, ["options/score", "goal.atLeast", undefined]],
  ])("%j", (goal, expected) => expect(issues(goal)).toEqual([expected]));

  it.each(["tier-up", "stay", "tier", "quadrant"])("%s of a model without such a section", (kind) => {
    expect(issues({ kind, name: "A" }, {}, bare)).toEqual([["options/section-missing", "goal", undefined]]);
  });

  it.each([
    [{ effort: { region: { weight: 1 } } }, ["model/unknown-field", "effort.region", undefined]],
    [{ effort: { visit: { weight: 1 } } }, ["model/unknown-field", "effort.visit", "visits"]],
    [{ effort: { visits: { weight: 0 } } }, ["document/above", "effort.visits.weight", undefined]],
    [{ effort: { visits: {} } }, ["document/type", "effort.visits.weight", undefined]],
    [{ effort: { visits: { weight: 1, per: -1 } } }, ["document/above", "effort.visits.per", undefined]],
    [{ language: "de" }, ["document/choice", "language", undefined]],
    [{ asof: "2026-01-01" }, ["document/unknown-key", "asof", "asOf"]],
  ])("%j", (options, expected) => expect(issues({ kind: "stay" }, options)).toEqual([expected]));

  it("an account that cannot be scored, with all that is wrong", () => {
    const found = thrown(() =>
      leastChanges(model, { ...SHOP_ACCOUNT, revenue: "x", visits: 99 } as never, { kind: "stay" }),
    );
    expect(found.map(({ code }) => code)).toEqual(["record/number", "record/max"]);
  });
});

import { describe, expect, it } from "vitest";
import { describeFinding } from "../../src/govern/describe-finding.ts";
import { lintModel } from "../../src/govern/lint-model.ts";
import type { LintOptions } from "../../src/govern/lint-options.ts";
import type { BonusRule, Curve, Indicator, ModelDocument } from "../../src/schema/model-document.ts";
import { SMALL, small } from "../support/small-model.ts";

const bands = (...points: readonly number[]): Curve => ({
  kind: "bands",
  bands: points.map((each, i) => (i === 0 ? { points: each } : { from: i * 10, points: each })),
});

/** The small model whose value reads these indicators. */
function valued(indicators: { [id: string]: Indicator }, patch: Partial<ModelDocument> = {}): Partial<ModelDocument> {
  const { value, relationship } = SMALL.dimensions;
  return { dimensions: { value: { ...value, weight: 50, indicators }, relationship: relationship as never }, ...patch };
}

function bonuses(...rules: readonly BonusRule[]): Partial<ModelDocument> {
  return {
    bonuses: rules,
    bonusGroups: { m: { stacking: "max" }, f: { stacking: "first" }, s: { cap: 5 } },
    total: { bonusCap: 8, deductionCap: 8 },
  };
}

const told = (patch: Partial<ModelDocument>, options: LintOptions = {}) =>
  lintModel(small(patch), options).map((each) => `${each.code} ${describeFinding(each)}`);

const isPartner = { input: "value", gte: 1 };

describe("lint finds", () => {
  it("nothing in a model without fault", () => expect(told({})).toEqual([]));

  it("an indicator that decides most of the total, and none that decides half", () => {
    const { value, relationship } = SMALL.dimensions as { [id: string]: ModelDocument["dimensions"][string] };
    const dimensions = {
      value: { ...value, weight: 51 },
      relationship: { ...relationship, weight: 49 },
    } as ModelDocument["dimensions"];
    expect(told({ dimensions })).toEqual([
      "lint/dominating dimensions.value.indicators.value: decides 51 % of the total by itself",
    ]);
    expect(told({ dimensions }, { dominance: 0.51 })).toEqual([]);
  });

  it("bands outside of the field's min and max, inclusive as they are, and bands like the one before", () => {
    const fields = (min: number, max: number): ModelDocument["fields"] => ({
      ...SMALL.fields,
      value: { kind: "number", min, max },
    });
    const lint = (curve: Curve, min: number, max: number) =>
      told(
        valued(
          { value: { input: "value", weight: 1, curve } },
          { fields: fields(min, max), tier: undefined as never, quadrant: undefined as never },
        ),
      );
    expect(lint(bands(0, 10, 20), 9, 20)).toEqual([]);
    expect(lint(bands(0, 10, 20), 10, 19)).toEqual([
      "lint/dead-band dimensions.value.indicators.value.curve.bands[0]: no value of value gets here, because its min is 10",
      "lint/dead-band dimensions.value.indicators.value.curve.bands[2]: no value of value gets here, because its max is 19",
    ]);
    const above: Curve = { kind: "bands", bands: [{ points: 0 }, { above: 10, points: 5 }, { above: 20, points: 9 }] };
    expect(lint(above, 10, 21)).toEqual([]);
    expect(lint(above, 11, 20)).toHaveLength(2);
    expect(lint(bands(0, 10, 10), 0, 90)).toEqual([
      "lint/same-band dimensions.value.indicators.value.curve.bands[2]: gives the same 10 points as the band before",
    ]);
  });

  it.each<[string, object, readonly [number, number], readonly [number, number], readonly string[]]>([
    ["a sum", { kind: "sum", of: ["a", "b"] }, [0, 4], [0, 5], ["below 0", "from 10"]],
    ["a sum that may reach it", { kind: "sum", of: ["a", "b"] }, [0, 5], [0, 5], ["below 0"]],
    [
      "a difference of finer ends",
      { kind: "difference", of: "a", minus: "b", places: 0 },
      [3, 12],
      [2.5, 3],
      ["below 0"],
    ],
    ["a sum without an end", { kind: "sum", of: ["a", "b"] }, [0, 5], [Number.NaN, Number.NaN], []],
    ["a difference", { kind: "difference", of: "a", minus: "b" }, [3, 12], [2, 3], ["below 0"]],
    ["a ratio, never below 0", { kind: "ratio", of: "a", to: "b" }, [0, Number.NaN], [0, Number.NaN], ["below 0"]],
    ["a ratio by what may be negative", { kind: "ratio", of: "a", to: "b" }, [0, 1], [-1, 1], []],
    ["a ratio at its ends", { kind: "ratio", of: "a", to: "b" }, [0, 9.9], [1, 2], ["below 0", "from 10"]],
    ["a ratio that rounds to its end", { kind: "ratio", of: "a", to: "b" }, [0, 10], [1, 2], ["below 0"]],
  ])("bands out of the range of a measure: %s", (_, measure, a, b, expected) => {
    const field = ([min, max]: readonly [number, number]) => ({
      kind: "number",
      ...(Number.isNaN(min) ? {} : { min }),
      ...(Number.isNaN(max) ? {} : { max }),
    });
    const curve: Curve = { kind: "bands", bands: [{ points: 0 }, { from: 0, points: 50 }, { from: 10, points: 100 }] };
    const found = told({
      ...valued({ value: { input: "m", weight: 1, curve } }),
      fields: { ...SMALL.fields, a: field(a), b: field(b) } as never,
      measures: { m: measure } as never,
      quadrant: undefined as never,
      tier: undefined as never,
    }).filter((each) => each.startsWith("lint/dead-band"));
    const names = found.map((each) => (each.includes("bands[0]") ? "below 0" : "from 10"));
    expect(names).toEqual(expected);
  });

  it("a change that would be below −1, where nothing is ever below zero", () => {
    const fields = { ...SMALL.fields, a: { kind: "number", min: 0 }, b: { kind: "number", min: 0 } };
    const measures = { m: { kind: "change", from: "a", to: "b" } };
    const lint = (from: number) => {
      const curve: Curve = { kind: "bands", bands: [{ points: 0 }, { from, points: 50 }] };
      const parts = { ...valued({ value: { input: "m", weight: 1, curve } }), fields, measures };
      const found = told({ ...parts, quadrant: undefined, tier: undefined } as never);
      return found.filter((each) => each.startsWith("lint/dead-band"));
    };
    expect(lint(-1)).toEqual([expect.stringMatching(/bands\[0\]: no value of m gets here, because its min is -1$/)]);
    expect(lint(-0.9999)).toEqual([]);
  });

  it("an otherwise that no value gets", () => {
    const fields = { ...SMALL.fields, kind: { kind: "category", values: ["a", "b"] } } as ModelDocument["fields"];
    const lint = (points: { [value: string]: number }) =>
      told(
        valued(
          {
            value: { input: "value", weight: 0.5, curve: bands(0, 100) },
            kind: { input: "kind", weight: 0.5, curve: { kind: "lookup", points, otherwise: 0 } },
          },
          { fields },
        ),
      );
    expect(lint({ a: 100 })).toEqual([]);
    expect(lint({ a: 100, b: 2 })).toEqual([
      expect.stringMatching(/^lint\/dead-otherwise .*because every value of kind is listed$/),
    ]);
  });

  it("a curve that rises and falls, unless it is said to be meant", () => {
    const lint = (x?: Indicator["x"]) =>
      told(valued({ value: { input: "value", weight: 1, curve: bands(0, 100, 50), ...(x && { x }) } }));
    expect(lint()).toEqual([
      "lint/not-monotone dimensions.value.indicators.value.curve: points rise and fall: 0, 100, 50",
    ]);
    expect(lint({ monotone: false })).toEqual([]);
  });

  it.each<[string, readonly BonusRule[], readonly RegExp[]]>([
    ["a factor of 1", [{ id: "a", to: "total", factor: 1 }], [/its factor is 1/]],
    [
      "points over the cap",
      [{ id: "a", to: "total", points: 9 }],
      [/capped-bonus .* 9 points, of which the cap lets 8/],
    ],
    ["points at the cap", [{ id: "a", to: "total", points: 8, when: isPartner }], []],
    [
      "a full cap of the target",
      [
        { id: "a", to: "total", points: 8 },
        { id: "b", to: "total", points: 1, when: isPartner },
      ],
      [/bonuses\[1\]: can never add points, because rules before it then always fill the cap of its target/],
    ],
    [
      "room in the cap",
      [
        { id: "a", to: "total", points: 7 },
        { id: "b", to: "total", points: 1, when: isPartner },
      ],
      [],
    ],
    [
      "a deduction, whose cap is another",
      [
        { id: "a", to: "total", points: 8 },
        { id: "b", to: "total", points: -1, when: isPartner },
      ],
      [],
    ],
    [
      "a full cap of the group",
      [
        { id: "a", to: "total", points: 5, group: "s" },
        { id: "b", to: "total", points: 1, group: "s", when: isPartner },
      ],
      [/then always fill the cap of its group/],
    ],
    [
      "a stronger one in its group",
      [
        { id: "a", to: "total", points: 1, group: "m", when: isPartner },
        { id: "b", to: "total", points: 2, group: "m" },
      ],
      [/bonuses\[0\]: .* b of its group then always gives as much or more/],
    ],
    [
      "as strong a one, listed later",
      [
        { id: "a", to: "total", points: 2, group: "m", when: isPartner },
        { id: "b", to: "total", points: 2, group: "m" },
      ],
      [],
    ],
    [
      "one that stands first",
      [
        { id: "a", to: "total", points: 1, group: "f" },
        { id: "b", to: "total", points: 2, group: "f", when: isPartner },
      ],
      [/a stands before it in its group and fires whenever it does/],
    ],
    [
      "one that stands first at times",
      [
        { id: "a", to: "total", points: 1, group: "f", when: isPartner },
        { id: "b", to: "total", points: 2, group: "f" },
      ],
      [],
    ],
    [
      "a cap that a rule of no other condition fills, in another spelling",
      [
        { id: "a", to: "total", points: 8, when: { all: [isPartner] } },
        { id: "b", to: "total", points: 1, when: { all: [{ input: "relationship", gt: 2 }, { all: [isPartner] }] } },
      ],
      [/rules before it then always fill the cap of its target/],
    ],
    [
      "a cap that a rule of one condition more fills at times",
      [
        { id: "a", to: "total", points: 8, when: { all: [isPartner, { input: "relationship", gt: 2 }] } },
        { id: "b", to: "total", points: 1, when: isPartner },
      ],
      [],
    ],
    [
      "a stronger one that is in force on more days",
      [
        { id: "a", to: "total", points: 1, group: "m", from: "2026-02-01", until: "2026-02-28" },
        { id: "b", to: "total", points: 2, group: "m", from: "2026-02-01" },
      ],
      [/bonuses\[0\]: .* b of its group then/, /in force together with a/],
    ],
    [
      "a stronger one that ends a day before",
      [
        { id: "a", to: "total", points: 1, group: "m", when: isPartner, until: "2026-02-28" },
        { id: "b", to: "total", points: 2, group: "m", until: "2026-02-27" },
      ],
      [],
    ],
    [
      "the same rule dated twice",
      [
        { id: "a", to: "total", points: 1, when: isPartner, until: "2026-06-30" },
        { id: "b", to: "total", points: 2, when: isPartner, from: "2026-06-30" },
      ],
      [/in force together with a from 2026-06-30 to 2026-06-30/],
    ],
    [
      "one after the other",
      [
        { id: "a", to: "total", points: 1, when: isPartner, until: "2026-06-29" },
        { id: "b", to: "total", points: 2, when: isPartner, from: "2026-06-30" },
      ],
      [],
    ],
  ])("bonus rules: %s", (_, rules, expected) => {
    const findings = told({ ...bonuses(...rules), effective: { from: "2026-01-01" } });
    expect(findings).toEqual(expected.map((each) => expect.stringMatching(each)));
  });

  it("rules and gates whose condition no account meets, and tiers that only such a gate gives", () => {
    const lint = (max: number) =>
      told({
        fields: { value: { kind: "number", max }, relationship: { kind: "number" } },
        bonuses: [{ id: "b", to: "total", points: 1, when: { not: { input: "value", lt: 90 } } }],
        gates: [{ id: "g", when: { score: "value", gte: 90 }, tierAtLeast: "A" }],
        tier: { on: "value", rungs: [{ name: "A", from: 95 }, { name: "B" }] },
        quadrant: undefined as never,
      });
    expect(lint(90)).toEqual([]);
    expect(lint(89)).toEqual([
      "lint/idle-bonus bonuses[0]: can never add points, because no account meets its condition",
      "lint/idle-gate gates[0]: can never fire, because no account meets its condition",
      "lint/unreachable-tier tier.rungs[0]: no input reaches it: value lies between 0 and 89 always",
    ]);
  });

  it("a rule that ends before the model begins", () => {
    const rule = { id: "a", to: "total", points: 1, until: "2025-12-31" };
    expect(told({ bonuses: [rule], effective: { from: "2026-01-01" } })).toEqual([
      expect.stringMatching(/it ends before the model is in force \(2026-01-01\)/),
    ]);
    expect(told({ bonuses: [{ ...rule, until: "2026-01-01" }], effective: { from: "2026-01-01" } })).toEqual([]);
  });

  it("tiers and cells out of reach, and none that a gate gives", () => {
    const low = valued({ value: { input: "value", weight: 1, curve: bands(0, 50) } });
    const found = told(low);
    expect(found.filter((each) => each.startsWith("lint/unreachable-cell"))).toHaveLength(2);
    expect(found).toContainEqual(
      expect.stringMatching(
        /^lint\/unreachable-tier tier\.rungs\[0\]: no input reaches it: total lies between 0 and 75 always$/,
      ),
    );
    expect(told({ ...low, gates: [{ id: "g", when: isPartner, tierAtLeast: "A" }] })).not.toContainEqual(
      expect.stringMatching(/unreachable-tier/),
    );
    expect(told({ ...low, bonuses: [{ id: "b", to: "value", points: 20, when: isPartner }] })).not.toContainEqual(
      expect.stringMatching(/unreachable-tier/),
    );
  });

  it("tiers and cells that only the limits of fields put out of reach, to the last step", () => {
    const straight: Curve = {
      kind: "linear",
      knots: [
        [0, 0],
        [100, 100],
      ],
    };
    const lint = (field: object, from: number) =>
      told({
        ...valued({ value: { input: "value", weight: 1, curve: straight } }),
        fields: { ...SMALL.fields, value: { kind: "number", places: 1, ...field } } as never,
        tier: { on: "value", rungs: [{ name: "A", from }, { name: "B", from: 20 }, { name: "C" }] },
        quadrant: undefined as never,
      }).map((each) => each.slice(0, each.indexOf(":")));
    const [best, worst] = ["A", "C"].map((_, i) => `lint/unreachable-tier tier.rungs[${i * 2}]`);
    expect(lint({}, 90.1)).toEqual([]);
    expect(lint({ max: 90.1 }, 90.1)).toEqual([]);
    expect(lint({ max: 90.09 }, 90.1)).toEqual([best]);
    expect(lint({ min: 19.91 }, 90.1)).toEqual([worst]);
    expect(lint({ min: 19.9 }, 90.1)).toEqual([]);
  });

  it("a tier that no measure, category or flag gets to, missing as they may be", () => {
    const fields = {
      relationship: { kind: "number" },
      paid: { kind: "number", min: 0, max: 30 },
      billed: { kind: "number", min: 100, max: 200 },
      kind: { kind: "category", values: ["a", "b"] },
      isKey: { kind: "boolean" },
    } as ModelDocument["fields"];
    const lint = (missing: number) =>
      told({
        ...valued({
          share: {
            input: "share",
            weight: 50,
            curve: {
              kind: "linear",
              knots: [
                [0, 0],
                [1, 100],
              ],
            },
          },
          kind: { input: "kind", weight: 25, curve: { kind: "lookup", points: { a: 40, b: 60 }, otherwise: 100 } },
          isKey: {
            input: "isKey",
            weight: 25,
            missing: { kind: "points", points: missing },
            curve: { kind: "flag", points: { true: 80, false: 0 } },
          },
        }),
        fields,
        measures: { share: { kind: "ratio", of: "paid", to: "billed" } },
        tier: { on: "value", rungs: [{ name: "A", from: 50.01 }, { name: "B" }] },
        quadrant: undefined as never,
      }).filter((each) => each.startsWith("lint/unreachable"));
    // 30 ÷ 100 gives 30 points, so 15 + 15 + 20.
    expect(lint(80)).toEqual([expect.stringMatching(/value lies between 10 and 50 always$/)]);
    expect(lint(81)).toEqual([]);
  });

  it("no more of a mean than those who may be left out can make of it", () => {
    const linear: Curve = {
      kind: "linear",
      knots: [
        [0, 0],
        [100, 100],
      ],
    };
    const lint = (from: number) =>
      told({
        ...valued({
          value: { input: "value", weight: 50, curve: linear },
          other: { input: "other", weight: 30, missing: { kind: "exclude" }, curve: linear },
          third: { input: "third", weight: 20, missing: { kind: "exclude" }, curve: linear },
        }),
        fields: {
          ...SMALL.fields,
          value: { kind: "number", max: 50 },
          other: { kind: "number", max: 90 },
          third: { kind: "number", max: 40 },
        },
        tier: { on: "value", rungs: [{ name: "A", from }, { name: "B" }] },
        quadrant: undefined as never,
      }).filter((each) => each.startsWith("lint/unreachable"));
    // (50 × 50 + 30 × 90) ÷ 80, the third left out.
    expect(lint(65)).toEqual([]);
    expect(lint(65.01)).toHaveLength(1);
  });

  it("fields and measures that nothing reads, and an input that counts twice", () => {
    const fields = { ...SMALL.fields, spare: { kind: "number" } } as ModelDocument["fields"];
    const measures = { twice: { kind: "sum", of: ["value", "spare"] } } as ModelDocument["measures"];
    expect(told({ fields })).toEqual(["lint/unused-field fields.spare: nothing reads it"]);
    expect(told({ fields, measures: measures as never })).toEqual([
      "lint/unused-measure measures.twice: nothing reads it",
    ]);
    const curve = bands(0, 100);
    expect(
      told(valued({ a: { input: "value", weight: 0.5, curve }, b: { input: "value", weight: 0.5, curve } })),
    ).toEqual([
      "lint/duplicate-input dimensions.value.indicators.b: reads value, as dimensions.value.indicators.a does: it counts twice",
    ]);
  });

  it("inputs that put accounts in the same order, if there are accounts enough", () => {
    const accounts = Array.from({ length: 20 }, (_, i) => ({ value: i, relationship: 100 - i }));
    expect(told({}, { accounts })).toEqual([
      "lint/correlated-inputs dimensions.relationship.indicators.relationship: relationship and value, which dimensions.value.indicators.value reads, put 20 accounts in the same order (rank correlation -1)",
    ]);
    expect(told({}, { accounts: accounts.slice(1) })).toEqual([]);
    expect(told({}, { accounts: accounts.map(({ value }, i) => ({ value, relationship: (i * 7) % 20 })) })).toEqual([]);
  });
});

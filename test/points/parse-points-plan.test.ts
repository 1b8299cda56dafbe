import { parsePointsPlan, safeParsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { describeIssue } from "../../src/core/wording.ts";
import { type Draft, smallModel } from "../core/issues/small-model.ts";
import { smallPlan } from "../core/issues/small-plan.ts";

const isFrozenDeep = (value: unknown): boolean =>
  typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenDeep));

function told(document: unknown): readonly string[] {
  const outcome = safeParsePointsPlan(document);
  return outcome.ok ? [] : outcome.issues.map((issue) => describeIssue(issue));
}

function changed(change: (plan: Draft) => void): Draft {
  const plan = smallPlan();
  change(plan);
  return plan;
}

describe("a parsed plan", () => {
  it("is the document, frozen deep", () => {
    const plan = parsePointsPlan(smallPlan());
    expect(plan).toEqual(smallPlan());
    expect(isFrozenDeep(plan)).toBe(true);
  });

  it("is a copy: the document stays as it was, and is not frozen", () => {
    const document = smallPlan();
    const plan = parsePointsPlan(document);
    expect(document).toEqual(smallPlan());
    document.rules[0].rate = 5;
    expect(plan.rules[0]).toMatchObject({ rate: 1 });
  });

  it("goes through JSON and parses again to the same", () => {
    const plan = parsePointsPlan(smallPlan());
    expect(parsePointsPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it("may be no more than a head and no rules", () => {
    expect(told({ format: 1, id: "empty", version: "1", rules: [] })).toEqual([]);
  });

  it("says nothing of its own where a key is left out", () => {
    const document = { format: 1, id: "a", version: "1", rules: [{ id: "r", kind: "per-amount", rate: 1 }] };
    expect(parsePointsPlan(document)).toEqual(document);
  });
});

describe("a document that is wrong", () => {
  it("is told all at once, in the order of the document, with near misses", () => {
    const document = changed((plan) => {
      plan.verson = plan.version;
      delete plan.version;
      plan.rules[0].rounding = "up";
      plan.rules[0].rate = 0;
      plan.rules[1].points = 1.5;
      plan.rules[2].atMost.per = "event";
      plan.rules[5].reviews = 0;
      plan.caps.day = 0;
      plan.expiry.kind = "end-of-months";
      plan.pointValue = 0.30000000000000004;
    });
    expect(told(document)).toEqual([
      "rules[0].rate: expected more than 0, got 0",
      'rules[0].rounding: expected "half-away", "floor" or "ceiling", got "up"',
      "rules[1].points: expected a whole number, got 1.5",
      'rules[2].atMost.per: expected "day", "month", "year" or "lifetime", got "event"',
      "rules[5].reviews: expected at least 1, got 0",
      "caps.day: expected at least 1, got 0",
      'expiry.kind: expected "none", "days", "months", "end-of-month", "end-of-year" or "rolling", got "end-of-months", did you mean "end-of-month"',
      "pointValue: expected at most 15 significant digits, got 0.30000000000000004",
      expect.stringMatching(/^verson: expected a known key .*, did you mean "version"$/),
      "version: expected a text, got nothing",
    ]);
    expect(() => parsePointsPlan(document)).toThrow(GuanxiError);
  });

  it("is told by its references, orders and dates once its shape is right", () => {
    const document = changed((plan) => {
      plan.rules[1].until = "2025-12-31";
      plan.rules[5].tierAtLeast = "sliver";
      plan.multipliers.list[0].rules = ["spendings"];
      plan.qualification.tiers.reverse();
    });
    expect(told(document)).toEqual([
      'rules[1].until: expected until to be on or after 2026-01-01, got "2025-12-31"',
      'rules[5].tierAtLeast: expected a tier of the plan ("gold", "silver" or "bronze"), got "sliver", did you mean "silver"',
      'multipliers.list[0].rules[0]: expected a rule of the plan ("spend", "kettle", "visit", "rating", "better" or "loyal"), got "spendings"',
      'qualification.tiers[1].name: expected a tier that the plan lists after silver, got "gold"',
      "qualification.tiers[1].from: expected fewer points than the tier above, 300, got 1000",
    ]);
  });

  it("has bands that begin where the one before did, but for a band of exactly one score", () => {
    const withBands = (...bounds: object[]) =>
      changed((plan) => {
        plan.rules[3].bands = [{ points: 0 }, ...bounds.map((bound) => ({ ...bound, points: 1 }))];
      });
    expect(told(withBands({ from: 60 }, { above: 60 }))).toEqual([]);
    for (const bounds of [
      [{ above: 60 }, { above: 60 }],
      [{ from: 60 }, { from: 60 }],
      [{ above: 60 }, { from: 60 }],
    ]) {
      expect(told(withBands(...bounds))).toEqual([
        expect.stringMatching(/expected a value above the one before, 60, got 60/),
      ]);
    }
  });

  it("has keys of another kind of rule", () => {
    const document = changed((plan) => {
      plan.rules[2].rate = 5;
    });
    expect(told(document)).toEqual([expect.stringMatching(/^rules\[2\]\.rate: expected a known key .*got "rate"$/)]);
  });

  it("is a model", () => {
    expect(told(smallModel())).toContain("rules: expected an array, got nothing");
  });

  it("names no tier where the plan lists none", () => {
    const document = changed((plan) => {
      delete plan.tiers;
      delete plan.qualification;
      plan.multipliers.list.shift();
    });
    expect(told(document)).toEqual(['rules[5].tierAtLeast: expected a tier of the plan (there is none), got "silver"']);
  });

  it.each([
    ["a higher format", { format: 2 }, "format: expected format 1 or lower, got 2"],
    ["a lower format that never was", { format: 0 }, "format: expected 1, got 0"],
    [
      "a name of every object",
      { id: "constructor" },
      'id: expected a name other than those every object has, got "constructor"',
    ],
  ])("has %s", (_, change, sentence) => expect(told({ ...smallPlan(), ...change })).toEqual([sentence]));

  it.each([null, undefined, 5, "{}", [], new Date(0), () => 0])("is none: %s", (value) => {
    expect(safeParsePointsPlan(value)).toMatchObject({ ok: false });
  });
});

describe("a hostile document is refused, quickly, and nothing else happens", () => {
  const MOST_MILLISECONDS = 1500;
  const milliseconds = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };

  const deep = () => {
    let value: unknown = 1;
    for (let i = 0; i < 5000; i++) value = { include: [value] };
    return value;
  };
  const many = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

  it.each<[string, (plan: Draft) => void]>([
    ["lines 5,000 deep", (plan) => Object.assign(plan.rules[0], { lines: deep() })],
    ["300,000 products", (plan) => Object.assign(plan.rules[1], { skus: many(300_000, String) })],
    ["10 MB of note", (plan) => Object.assign(plan, { note: "9".repeat(10_000_000) })],
    ["a __proto__ key", (plan) => Object.assign(plan, { multipliers: JSON.parse('{"__proto__":{"a":1},"list":[]}') })],
    [
      "30,000 rules",
      (plan) => Object.assign(plan, { rules: many(30_000, (i) => ({ ...plan.rules[0], id: `r${i}` })) }),
    ],
    [
      "1,000 multipliers of 100 rules that are not there",
      (plan) =>
        Object.assign(plan.multipliers, {
          list: many(1000, (i) => ({
            id: `m${i}`,
            kind: "campaign",
            factor: 1,
            rules: many(100, (j) => `spend${i}-${j}`),
          })),
        }),
    ],
    [
      "thousands of tiers that are not there",
      (plan) =>
        Object.assign(plan.multipliers.list[0], { factors: Object.fromEntries(many(50_000, (i) => [`t${i}`, 1])) }),
    ],
  ])("%s", (_, change) => {
    const document = changed(change);
    const begin = milliseconds();
    const outcome = safeParsePointsPlan(document);
    expect(milliseconds() - begin).toBeLessThan(MOST_MILLISECONDS);
    expect(outcome.ok).toBe(false);
    expect(({} as Draft).a).toBeUndefined();
  });
});

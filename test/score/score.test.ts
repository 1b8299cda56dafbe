import { describe, expect, it } from "vitest";
import {
  classifyQuadrant,
  classifyTier,
  compileScorer,
  describeIssue,
  GuanxiError,
  type Issue,
  type Model,
  safeScore,
  score,
  scoreAll,
} from "../../src/index.ts";
import { SMALL, small } from "../support/small-model.ts";

const model = small();

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof GuanxiError) return error.issues;
    throw error;
  }
  throw new Error("expected a GuanxiError");
}

describe("at the boundaries", () => {
  it.each([
    [44.99, "D"],
    [45, "C"],
    [45.01, "C"],
    [59.99, "C"],
    [60, "B"],
    [60.01, "B"],
    [84.99, "B"],
    [85, "A"],
    [85.01, "A"],
  ])("a total of %d is tier %s: the rung's bound belongs to the rung", (total, tier) => {
    expect(score(model, { value: total, relationship: total }).tier?.name).toBe(tier);
  });

  it.each([
    [59.99, "low"],
    [60, "high"],
    [60.01, "high"],
  ])("a score of %d is %s: at the cut is high", (value, side) => {
    expect(score(model, { value, relationship: 0 }).quadrant?.sides.y).toBe(side);
  });

  it.each([
    [58, "low"],
    [58.01, "high"],
    [60, "high"],
    [61.99, "high"],
    [62, "high"],
  ])("a score of %d that was high before is %s: the dead band of 2 is open at both ends", (value, side) => {
    const previous = { sides: { y: "high" } } as const;
    expect(score(model, { value, relationship: 0 }, { previous }).quadrant?.sides.y).toBe(side);
  });

  it.each([
    [61.99, "low", true],
    [62, "high", false],
    [58.01, "low", false],
  ])("a score of %d that was low before is %s, held: %s", (value, side, held) => {
    const previous = { sides: { y: "low" } } as const;
    const { quadrant } = score(model, { value, relationship: 0 }, { previous });
    expect([quadrant?.sides.y, quadrant?.held.y]).toEqual([side, held]);
  });

  it.each([
    [0.09999, 50],
    [0.1, 80],
    [0.3, 80],
    [0.30001, 100],
  ])("a band from 0.1 and one above 0.3: %d gives %d", (value, points) => {
    const curve = {
      kind: "bands",
      bands: [{ points: 50 }, { from: 0.1, points: 80 }, { above: 0.3, points: 100 }],
    } as const;
    const banded = small({
      dimensions: { value: { weight: 1, indicators: { value: { input: "value", weight: 1, curve } } } },
      quadrant: undefined,
    } as never);
    expect(score(banded, { value, relationship: null }).total).toBe(points);
  });

  it("an upstream 0.7999999999999999 meets a cut of 0.8, because the field is published first", () => {
    const unit = small({
      range: [0, 1],
      places: { score: 4 },
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
                  [1, 1],
                ],
              },
            },
          },
        },
      },
      quadrant: undefined,
      tier: { on: "total", rungs: [{ name: "pass", from: 0.8 }, { name: "fail" }] },
    } as never);
    expect(score(unit, { value: 0.7999999999999999, relationship: null }).tier?.name).toBe("pass");
  });
});

describe("bad records", () => {
  it("tell every issue at once, with path, expectation and finding", () => {
    const outcome = safeScore(model, { value: "1e999999999", relationship: { $gt: 0 } });
    expect(outcome.ok ? [] : outcome.issues.map((issue) => describeIssue(issue))).toEqual([
      'value: expected a written exponent within ±30, got "1e999999999"',
      "relationship: expected a number or decimal text, got an object",
    ]);
  });

  it.each([[null], [undefined], [[]], [42], ["text"], [() => 1]])("%s is not a record", (account) => {
    expect(safeScore(model, account)).toMatchObject({ ok: false, issues: [{ code: "record/kind" }] });
  });

  it("cannot reach a prototype: own keys are read, and no other", () => {
    const hostile = JSON.parse('{"__proto__": {"value": 1, "relationship": 1, "polluted": true}}');
    expect(safeScore(model, hostile)).toMatchObject({
      ok: false,
      issues: [{ path: ["value"] }, { path: ["relationship"] }],
    });
    expect(safeScore(model, Object.create({ value: 1, relationship: 1 })).ok).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const bare = Object.assign(Object.create(null), { value: 50, relationship: 50 });
    expect(safeScore(model, bare)).toMatchObject({ ok: true, card: { total: 50 } });
  });

  it("as 10 MB of digits cost nothing and are quoted short", () => {
    const outcome = safeScore(model, { value: "9".repeat(10_000_000), relationship: "0".repeat(10_000_000) });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(JSON.stringify(outcome.issues).length).toBeLessThan(1000);
  });

  it("name an input once, however many indicators refuse it missing", () => {
    const twice = small({
      dimensions: {
        ...SMALL.dimensions,
        third: {
          weight: 0,
          indicators: {
            again: {
              input: "value",
              weight: 1,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [1, 1],
                ],
              },
            },
          },
        },
      },
    } as never);
    const outcome = safeScore(twice, { value: null, relationship: 1 });
    expect(outcome.ok ? null : outcome.issues.map((issue) => describeIssue(issue))).toEqual([
      "value: expected a value, because dimensions.value.indicators.value rejects a missing one, got nothing",
    ]);
  });
});

describe("score", () => {
  it("throws one error that holds every issue and tells them", () => {
    const issues = issuesOf(() => score(model, { value: "a", relationship: "b" }));
    expect(issues.map(({ path }) => path)).toEqual([["value"], ["relationship"]]);
    expect(() => score(model, { value: "a", relationship: 1 })).toThrow('value: expected a decimal number, got "a"');
  });

  it("takes a parsed model and nothing else", () => {
    for (const other of [SMALL, null, undefined, {}, "model", { ...model, fingerprint: model.fingerprint }]) {
      expect(issuesOf(() => score(other as never, {})).map(({ code }) => code)).toEqual(["model/unparsed"]);
      expect(issuesOf(() => compileScorer(other as never)).map(({ code }) => code)).toEqual(["model/unparsed"]);
    }
  });

  it("answers as a compiled scorer does", () => {
    const account = { value: 72.5, relationship: 41 };
    expect(compileScorer(model).score(account)).toEqual(score(model, account));
    expect(compileScorer(model).safeScore(account)).toEqual(safeScore(model, account));
  });
});

describe("scoreAll", () => {
  it("keeps a place for every account; a bad one never stops the rest", () => {
    const accounts = [
      { value: 90, relationship: 90 },
      { value: "x", relationship: 1 },
      null,
      { value: 10, relationship: 10 },
    ];
    const { cards, rejected } = scoreAll(model, accounts);
    expect(cards.map((card) => card?.tier?.name ?? null)).toEqual(["A", null, null, "D"]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.code])).toEqual([
      [1, "record/number"],
      [2, "record/kind"],
    ]);
  });

  it("gives each account its own previous rating and override", () => {
    const accounts = [
      { value: 61, relationship: 59 },
      { value: 61, relationship: 59 },
    ];
    const { cards } = scoreAll(model, accounts, {
      previous: (index) => (index === 0 ? { sides: { x: "high" } } : null),
      override: (index) => (index === 1 ? { tier: "A", reason: "board" } : null),
    });
    expect(cards.map((card) => [card?.quadrant?.name, card?.tier?.name])).toEqual([
      ["partner", "B"],
      ["win-over", "A"],
    ]);
  });
});

describe("bare scores", () => {
  it("have a quadrant, with the dead band of previous sides", () => {
    expect(classifyQuadrant(model, { x: 72.5, y: 41 }).name).toBe("maintain");
    expect(classifyQuadrant(model, { x: "59.995", y: 60 }).name).toBe("partner");
    const previous = { sides: { x: "low", y: "high" } } as const;
    expect(classifyQuadrant(model, { x: 61, y: 59 }, { previous })).toEqual({
      name: "win-over",
      sides: { x: "low", y: "high" },
      held: { x: true, y: true },
      distance: { x: 1, y: -1 },
    });
  });

  it("have a tier, with hold, override and the way to the next rungs", () => {
    expect(classifyTier(model, 76.2)).toEqual({
      name: "B",
      earned: "B",
      validUntil: null,
      held: null,
      override: null,
      up: { name: "A", needs: 8.8 },
      down: { name: "C", slack: 16.2 },
    });
    const held = small({ tier: { ...SMALL.tier, hold: { margin: 3, validMonths: 12 } } } as never);
    const options = { asOf: "2026-03-31", previous: { tier: "gold", validUntil: "2026-03-31" } };
    expect(classifyTier(held, 82, options)).toMatchObject({ name: "A", held: "margin", validUntil: "2027-03-31" });
    expect(classifyTier(held, 81.99, options)).toMatchObject({ name: "B", held: null, validUntil: "2027-03-31" });
    expect(classifyTier(model, 10, { override: { tier: "A", reason: "board" } })).toMatchObject({
      name: "A",
      earned: "D",
    });
  });

  it("are refused where the model has no such section, or they are no scores", () => {
    const bare = small({ quadrant: undefined, tier: undefined } as never) as Model;
    expect(issuesOf(() => classifyQuadrant(bare, { x: 1, y: 1 })).map((i) => describeIssue(i))).toEqual([
      "expected a model with a quadrant section, got none",
    ]);
    expect(issuesOf(() => classifyTier(bare, 1))[0]?.code).toBe("options/section-missing");
    expect(issuesOf(() => classifyTier(SMALL as never, 1))[0]?.code).toBe("model/unparsed");
    expect(issuesOf(() => classifyTier(model, 1e14))[0]?.code).toBe("options/score");
    expect(issuesOf(() => classifyQuadrant(model, { x: "-1e20", y: 70 }))[0]?.path).toEqual(["x"]);
    expect(issuesOf(() => classifyQuadrant(model, { x: Number.NaN, y: "a" })).map(({ path }) => path)).toEqual([
      ["x"],
      ["y"],
    ]);
    expect(issuesOf(() => classifyTier(model, 1, { previous: { tier: "Z" } }))[0]?.code).toBe("options/unknown-tier");
  });
});

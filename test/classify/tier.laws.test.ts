import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTier, type EarnedTier, type Ladder, type PreviousTier } from "../../src/classify/classify-tier.ts";
import { addMonths } from "../../src/core/plain-date.ts";
import type { Hold, Tier } from "../../src/schema/model-document.ts";

// Scores have no places here; bounds lie among them.
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const hold = fc
  .record({
    margin: optional(fc.integer({ min: 0, max: 15 })),
    maxStepsDown: optional(fc.integer({ min: 1, max: 3 })),
    validMonths: optional(fc.integer({ min: 0, max: 24 })),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Hold);

const tier = fc
  .record({ bounds: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 5 }), hold: optional(hold) })
  .map(({ bounds, hold: held }): Tier => {
    const rungs = bounds.sort((a, b) => b - a).map((from, i) => ({ name: `r${i}`, from }));
    return { on: "total", rungs: [...rungs, { name: "last" }], ...(held && { hold: held }) };
  });

const DAY = 20_000;
const score = fc.integer({ min: 0, max: 105 });
const cases = tier.chain((each) =>
  fc.record({
    tier: fc.constant(each),
    score,
    previous: fc.record({
      rung: fc.option(fc.nat({ max: each.rungs.length - 1 })),
      validUntil: fc.option(fc.integer({ min: DAY - 3, max: DAY + 3 })),
    }),
  }),
);

const earn = (each: Tier, at: number, previous: PreviousTier): EarnedTier =>
  compileTier(each, 0).earn(at, DAY, previous) as EarnedTier;
const ladderOf = (each: Tier): Ladder => compileTier(each, 0);

describe("exactly one rung", () => {
  it("the candidate is the best rung whose bound is reached", () => {
    fc.assert(
      fc.property(tier, score, (each, at) => {
        const reached = each.rungs.map(({ from }) => at >= (from ?? -1));
        expect(ladderOf(each).candidate(at)).toBe(reached.indexOf(true));
      }),
    );
  });

  it("a rung begins at its bound: b reaches it and b − 1 does not", () => {
    fc.assert(
      fc.property(tier, (each) => {
        each.rungs.forEach(({ from }, i) => {
          if (from === undefined) return;
          expect(ladderOf(each).candidate(from)).toBe(i);
          expect(ladderOf(each).candidate(from - 1)).toBeGreaterThan(i);
        });
      }),
    );
  });
});

describe("hold", () => {
  it("between: the earned rung lies between the candidate and the previous one, and promotion is at once", () => {
    fc.assert(
      fc.property(cases, ({ tier: each, score: at, previous }) => {
        const candidate = ladderOf(each).candidate(at);
        const { rung, held } = earn(each, at, previous);
        const before = previous.rung ?? candidate;
        expect(rung).toBeGreaterThanOrEqual(Math.min(before, candidate));
        expect(rung).toBeLessThanOrEqual(Math.max(candidate, Math.min(before, candidate)));
        if (candidate <= before) expect([rung, held]).toEqual([candidate, null]);
        else expect(held === null).toBe(rung === candidate);
      }),
      { numRuns: 500 },
    );
  });

  it("why: validity within the term, else margin within the margin, else at most maxStepsDown", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(cases, ({ tier: each, score: at, previous }) => {
        const candidate = ladderOf(each).candidate(at);
        const before = previous.rung;
        fc.pre(before !== null && candidate > before);
        const { validMonths, margin = 0, maxStepsDown = 99 } = each.hold ?? {};
        const isValid = validMonths !== undefined && previous.validUntil !== null && DAY < previous.validUntil;
        const isNear = at >= (each.rungs[before]?.from as number) - margin;
        const fallen = Math.min(candidate, before + maxStepsDown);
        const expected = isValid
          ? [before, "validity"]
          : isNear
            ? [before, "margin"]
            : [fallen, fallen < candidate ? "step" : null];
        const { rung, held } = earn(each, at, previous);
        seen.set(String(held), (seen.get(String(held)) ?? 0) + 1);
        expect([rung, held]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
    for (const reason of ["validity", "margin", "step", "null"]) expect(seen.get(reason) ?? 0).toBeGreaterThan(10);
  });

  it("monotone: a higher score never earns a lower rung", () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 60 }), ({ tier: each, score: at, previous }, more) => {
        expect(earn(each, at + more, previous).rung).toBeLessThanOrEqual(earn(each, at, previous).rung);
      }),
      { numRuns: 500 },
    );
  });

  it("rating again on the same day changes nothing but a fall limited by maxStepsDown", () => {
    fc.assert(
      fc.property(cases, ({ tier: each, score: at, previous }) => {
        const first = earn(each, at, previous);
        const again = earn(each, at, first);
        if (first.held === "step" && (first.validUntil ?? DAY) <= DAY)
          expect(again.rung).toBeGreaterThanOrEqual(first.rung);
        else expect(again.rung).toBe(first.rung);
        expect(again.validUntil === null).toBe(first.validUntil === null);
      }),
      { numRuns: 500 },
    );
  });
});

it("validUntil: kept while the rung is and the term runs; else a new term from today; none without validMonths", () => {
  fc.assert(
    fc.property(cases, ({ tier: each, score: at, previous }) => {
      const months = each.hold?.validMonths;
      const { rung, validUntil } = earn(each, at, previous);
      const isKept = rung === previous.rung && previous.validUntil !== null && DAY < previous.validUntil;
      expect(validUntil).toBe(months === undefined ? null : isKept ? previous.validUntil : addMonths(DAY, months));
    }),
    { numRuns: 500 },
  );
});

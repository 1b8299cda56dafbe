import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate, writeDate } from "../../src/core/plain-date.ts";
import { checkSuccession, safeModelInForce } from "../../src/govern/model-in-force.ts";
import { runs } from "../support/runs.ts";
import { small } from "../support/small-model.ts";

const FIRST = readDate("2026-01-01") as number;
const DAYS = 12;

/** Up to four versions, each meant for some of twelve days, and a day about them. */
const series = fc.record({
  terms: fc.array(fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  }),
  day: fc.integer({ min: -1, max: DAYS }),
});

describe("a series of versions", () => {
  it("answers a day with the only version whose days hold it, and with an issue for none and for several", () => {
    const met = { none: 0, one: 0, several: 0 };
    fc.assert(
      fc.property(series, ({ terms, day }) => {
        const models = terms.map(versionOf);
        const fitting = terms.filter((term) => holds(term, day));
        const outcome = safeModelInForce(models, writeDate(FIRST + day));
        met[fitting.length === 0 ? "none" : fitting.length === 1 ? "one" : "several"]++;
        if (outcome.ok) expect([outcome.model.version]).toEqual(fitting.map((term) => String(terms.indexOf(term))));
        else {
          expect(outcome.issues.map(({ code }) => code)).toEqual([
            fitting.length === 0 ? "govern/gap" : "govern/overlap",
          ]);
        }
        expect(outcome.ok).toBe(fitting.length === 1);
      }),
      { numRuns: runs(300) },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(20);
  });

  it("checkSuccession finds nothing exactly when every day between has one version", () => {
    let clean = 0;
    fc.assert(
      fc.property(series, ({ terms }) => {
        const models = terms.map(versionOf);
        const starts = terms.map(([a, b, isOpen]) => (isOpen ? -1 : Math.min(a, b)));
        const ends = terms.map(([a, b, , isOpen]) => (isOpen ? DAYS : Math.max(a, b)));
        const days = range(Math.min(...starts), Math.max(...ends));
        const isClean = days.every((day) => terms.filter((term) => holds(term, day)).length === 1);
        if (isClean) clean++;
        expect(checkSuccession(models).length === 0).toBe(isClean);
      }),
      { numRuns: runs(300) },
    );
    expect(clean).toBeGreaterThan(10);
  });
});

type Term = readonly [a: number, b: number, isOpenBefore: boolean, isOpenAfter: boolean];

function versionOf([a, b, isOpenBefore, isOpenAfter]: Term, i: number) {
  const from = isOpenBefore ? {} : { from: writeDate(FIRST + Math.min(a, b)) };
  const until = isOpenAfter ? {} : { until: writeDate(FIRST + Math.max(a, b)) };
  return small({ version: String(i), effective: { ...from, ...until } });
}

function holds([a, b, isOpenBefore, isOpenAfter]: Term, day: number): boolean {
  return (isOpenBefore || day >= Math.min(a, b)) && (isOpenAfter || day <= Math.max(a, b));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

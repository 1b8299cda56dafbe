import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionOf, difference, shareOf, sumOf } from "../../src/explain/exact-decimals.ts";
import { runs } from "../support/runs.ts";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A decimal of so many places and at most 15 digits. */
const decimal = (places: number, most = 999_999_999_999_999) =>
  fc.integer({ min: -most, max: most }).map((units) => Number(`${units}e-${places}`));

describe("sums of decimals", () => {
  it("are exact, also beyond whole doubles: sum(a, b, −b) = a", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.infiniteStream(fc.integer()), (places, picks) => {
        const next = () => Number(`${(picks.next().value as number) * 300_000}e-${places}`);
        const [a, b, c] = [next(), next(), next()];
        expect(sumOf([a, b, c, -b, -c], places)).toBe(a === 0 ? 0 : a);
        expect(difference(a, a, places)).toBe(0);
      }),
      { numRuns: runs(500) },
    );
    expect(sumOf([999999999999999, 999999999999999, -999999999999999], 0)).toBe(999999999999999);
    expect(sumOf([0.1, 0.2, -0.3], 4)).toBe(0);
    expect(Object.is(sumOf([], 2), 0)).toBe(true);
  });
});

describe("share × points", () => {
  it("is rounded half away from zero at its places", () => {
    fc.assert(
      fc.property(decimal(4, 5e10), fc.integer({ min: 0, max: 1_000_000 }), (points, units) => {
        const exact = new Exact(points).times(units).dividedBy(1e6).toDecimalPlaces(4).toNumber();
        expect(contributionOf(points, units / 1e6, 4, 2)).toBe(exact === 0 ? 0 : exact);
      }),
      { numRuns: runs(1000) },
    );
    expect([contributionOf(0.0001, 0.5, 4, 2), contributionOf(-0.0001, 0.5, 4, 2)]).toEqual([0.0001, -0.0001]);
  });

  it("of more digits than a decimal has is told at the coarser places", () => {
    expect(contributionOf(4_000_000_000_000, 0.333333, 4, 2)).toBe(1333332000000);
    expect(contributionOf(1_234_567_890_123.45, 0.5, 4, 2)).toBe(617283945061.73);
  });
});

it("a share of a share has six places, half away from zero", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (a, b) => {
      const exact = new Exact(a).times(b).dividedBy(1e12).toDecimalPlaces(6).toNumber();
      expect(shareOf(a / 1e6, b / 1e6)).toBe(exact);
    }),
    { numRuns: runs(1000) },
  );
  expect(shareOf(0.5, 0.000001)).toBe(0.000001);
});

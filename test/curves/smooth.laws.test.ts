import { createHash } from "node:crypto";
import fc from "fast-check";

import { logCurve, logisticCurve } from "guanxi/curves";
import { describe, expect, it } from "vitest";
import { decimalsOf, digitsOf } from "../../src/core/scaled.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { exact, lineAt, logCase, logisticCase } from "./smooth-curves.ts";

/** What every builder of a smooth curve promises. */
describe.each([
  ["logCurve", logCase()],
  ["logisticCurve", logisticCase()],
])("%s", (_, cases) => {
  it("bound: |line(x) − f(x)| ≤ maximumError ≤ the one asked for, at knots and on a grid between them", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { curve, maximumError } = each.build();
        expect(maximumError).toBeLessThanOrEqual(each.maximumError);
        let widest = exact(0);
        curve.knots.forEach(([input], i) => {
          const x0 = exact(input);
          const run = exact(curve.knots[i + 1]?.[0] ?? input).minus(input);
          for (let step = 0; step < (run.isZero() ? 1 : 8); step++) {
            const x = x0.plus(run.times(step).div(8));
            const gap = lineAt(curve.knots, x).minus(each.valueAt(x)).abs();
            if (gap.gt(widest)) widest = gap;
          }
        });
        expect(widest.lte(maximumError), `${widest.toFixed(12)} > ${maximumError} of ${each.name}`).toBe(true);
        // Proven, but not lazily: the bound is near the widest gap that is really there.
        const unit = exact(10).pow(-each.places);
        expect(
          widest
            .times(1.05)
            .plus(unit.div(5))
            .gte(Math.min(maximumError, each.maximumError * 0.999)),
        ).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("knots: f rounded to its places, at inputs that rise strictly, have at most 15 digits and begin and end as asked", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { knots } = each.build().curve;
        expect([knots[0]?.[0], knots.at(-1)?.[0]]).toEqual([each.from, each.to]);
        knots.forEach(([input, points], i) => {
          const value = each.valueAt(exact(input));
          expect(points).toBe(value.toDecimalPlaces(each.places).toNumber() + 0);
          expect(digitsOf(input)).toBeLessThanOrEqual(15);
          expect(decimalsOf(points)).toBeLessThanOrEqual(each.places);
          if (i > 0) expect(input).toBeGreaterThan(knots[i - 1]?.[0] as number);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("monotone and bounded: points go one way, and never beyond worst and best", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const points = each.build().curve.knots.map(([, point]) => point);
        const ordered = [...points].sort((a, b) => (each.isRising ? a - b : b - a));
        expect(points).toEqual(ordered);
        expect(Math.min(...points)).toBeGreaterThanOrEqual(each.points[0]);
        expect(Math.max(...points)).toBeLessThanOrEqual(each.points[1]);
      }),
      { numRuns: 20 },
    );
  });

  it("plain: JSON that parseModel accepts, and the same each time", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { curve } = each.build();
        expect(JSON.parse(JSON.stringify(curve))).toEqual(curve);
        expect(each.build().curve).toEqual(curve);
        const model = parseModel({
          format: 1,
          id: "fitted",
          version: "1",
          range: [-1000, 1000],
          places: { points: each.places, score: 2 },
          fields: { amount: { kind: "number" } },
          dimensions: {
            value: {
              weight: 1,
              indicators: {
                amount: { input: "amount", weight: 1, curve, monotone: each.isRising ? "rising" : "falling" },
              },
            },
          },
        });
        expect(model.id).toBe("fitted");
      }),
      { numRuns: 20 },
    );
  });
});

it("as few knots as reasonable: within a tenth of √(curvature ÷ 8 error) lines", () => {
  // For a logarithm the least number of lines is ln(to ÷ from) × √(rate ÷ (8 × error)), in the limit of many.
  const { curve } = logCurve({ from: 1, to: 1_000_000, maximumError: 0.2, places: 9 });
  const rate = 100 / Math.log(1e6);
  const least = Math.log(1e6) * Math.sqrt(rate / (8 * 0.2));
  expect(curve.knots.length - 1).toBeLessThan(least * 1.1 + 1);
  expect(curve.knots.length - 1).toBeGreaterThan(least * 0.95);
});

it("deterministic on every runtime: the digits of these curves are fixed", () => {
  const curves = [
    logCurve({ from: 1000, to: 2_000_000, maximumError: 0.05 }),
    logCurve({ from: 0.5, to: 12, points: [-20, 80], direction: "falling", maximumError: 0.2, places: 2 }),
    logisticCurve({ midpoint: 50, slope: 0.13, from: 0, to: 100, maximumError: 0.05 }),
    logisticCurve({ midpoint: 30, at: 90, share: 0.05, from: 0, to: 365, maximumError: 0.1, places: 3 }),
    logisticCurve({ midpoint: 50, slope: 1_000_000, from: -1e9, to: 1e9, maximumError: 0.05 }),
  ];
  const hash = createHash("sha256").update(JSON.stringify(curves)).digest("hex");
  expect(curves.map(({ curve }) => curve.knots.length)).toMatchInlineSnapshot(`
    [
      46,
      16,
      37,
      20,
      42,
    ]
  `);
  expect(hash).toMatchInlineSnapshot(`"ef7399c000dc87e83d4eafaf7870cc5f4a95c3bdb72636fbcef9ddc59dedba76"`);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productExtremes } from "../../src/explain/product-extremes.ts";
import { compileCombine } from "../../src/indicator/compile-combine.ts";
import { runs } from "../support/runs.ts";

const RANGE = [-1_000_000, 1_000_000] as const;
const product = compileCombine("product", {
  ids: [],
  weights: [],
  start: 0,
  from: 1,
  to: 2,
  least: RANGE[0],
  greatest: RANGE[1],
});

describe("the extremes of a product", () => {
  it("hold every product of factors between the ends, and two of them are products", () => {
    let negative = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.nat({ max: 40 }), fc.nat({ max: 8 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (factors) => {
          const lows = factors.map(([low]) => low);
          const highs = factors.map(([low, width]) => low + width);
          const inner = factors.map(([low, width, share]) => low + Math.floor((width * share) / 8));
          const [least, greatest] = productExtremes(product, lows, highs, RANGE);
          const value = product.value(inner);
          expect(least <= value && value <= greatest).toBe(true);
          if (lows.some((low) => low < 0)) negative += 1;
          if (lows.every((low, i) => low === highs[i])) expect([least, greatest]).toEqual([value, value]);
        },
      ),
      { numRuns: runs(1000) },
    );
    expect(negative).toBeGreaterThan(runs(1000) / 4);
  });

  it("are the range where too many factors vary, and leave absent factors out", () => {
    const many = (value: number) => Array.from({ length: 11 }, () => value);
    expect(productExtremes(product, many(-1), many(1), RANGE)).toEqual(RANGE);
    expect(productExtremes(product, [-20, Number.NaN], [30, Number.NaN], RANGE)).toEqual([-200, 300]);
  });
});

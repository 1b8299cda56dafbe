import fc from "fast-check";
import { expect, it } from "vitest";
import { compareProducts } from "../../src/core/products.ts";
import { big } from "./big-rounding.ts";
import { wholeNumber } from "./exact-numbers.ts";

const sign = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0);

it("compareProducts(a, b, c, d) = sign(a × b − c × d)", () => {
  fc.assert(
    fc.property(wholeNumber(), wholeNumber(), wholeNumber(), wholeNumber(), (a, b, c, d) => {
      expect(compareProducts(a, b, c, d)).toBe(sign(big(a) * big(b) - big(c) * big(d)));
    }),
  );
});

it("tells products that differ by less than a double can show: (n − k)(n + k) < n²", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2 ** 30, max: 2 ** 52 }), fc.integer({ min: 1, max: 9 }), (n, k) => {
      expect(compareProducts(n - k, n + k, n, n)).toBe(-1);
      expect(compareProducts(n, n, n - k, n + k)).toBe(1);
      expect(compareProducts(-n, n, n - k, -n - k)).toBe(-1);
    }),
  );
});

it("equal products are equal however they are split: (a·b) × (c·d) = (a·c) × (b·d)", () => {
  const factor = fc.integer({ min: -(2 ** 26), max: 2 ** 26 });
  fc.assert(
    fc.property(factor, factor, factor, factor, (a, b, c, d) => {
      expect(compareProducts(a * b, c * d, a * c, b * d)).toBe(0);
    }),
  );
});

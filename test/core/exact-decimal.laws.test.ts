import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as exact from "../../src/core/exact-decimal.ts";
import { integerOf } from "../../src/core/integer.ts";
import { digitsOfNatural } from "../../src/core/natural.ts";
import type { Whole } from "../../src/core/whole.ts";
import { bigRound, bigScaled, MODES } from "./big-rounding.ts";
import { decimal } from "./exact-numbers.ts";

const bigOf = (whole: Whole): bigint =>
  typeof whole === "number" ? BigInt(whole) : BigInt(digitsOfNatural(whole.size)) * (whole.isNegative ? -1n : 1n);

/** Far beyond what any of these decimals has. */
const PLACES = 60;
const scaled = ({ units, places }: exact.ExactDecimal): bigint => bigOf(units) * 10n ** BigInt(PLACES - places);
const one = 10n ** BigInt(PLACES);

const anyDouble = () =>
  fc.oneof(
    { weight: 4, arbitrary: decimal() },
    {
      weight: 1,
      arbitrary: fc.double({ noNaN: true, min: -1e30, max: 1e30 }).filter((n) => n === 0 || Math.abs(n) > 1e-20),
    },
  );

it("exactly(n) is the decimal that n prints as", () => {
  fc.assert(
    fc.property(anyDouble(), (value) => {
      expect(scaled(exact.exactly(value))).toBe(bigScaled(value, PLACES));
    }),
  );
  expect(exact.exactly(5e-324)).toEqual({ units: integerOf(5), places: 324 });
});

it("sums, differences and products are those of BigInt, at every size", () => {
  fc.assert(
    fc.property(fc.array(decimal(), { minLength: 2, maxLength: 4 }), (values) => {
      const [a, b] = values.map(exact.exactly) as [exact.ExactDecimal, exact.ExactDecimal];
      const [x, y] = values.map((value) => bigScaled(value, PLACES)) as [bigint, bigint];
      expect(scaled(exact.add(a, b))).toBe(x + y);
      expect(scaled(exact.subtract(a, b))).toBe(x - y);
      expect(scaled(exact.multiply(a, b)) * one).toBe(x * y);
      expect(scaled(exact.sumOf(values.map(exact.exactly)))).toBe(
        values.reduce((sum, value) => sum + bigScaled(value, PLACES), 0n),
      );
      expect(Math.sign(exact.signOf(exact.subtract(a, b)))).toBe(x > y ? 1 : x < y ? -1 : 0);
    }),
  );
});

const above = () => decimal().map((value) => Math.abs(value) || 1);

it("wholeQuotient(a, b, mode) is a ÷ b rounded in that mode", () => {
  fc.assert(
    fc.property(decimal(), decimal(), above(), fc.constantFrom(...MODES), (a, c, b, mode) => {
      const top = exact.multiply(exact.exactly(a), exact.exactly(c));
      const quotient = exact.wholeQuotient(top, exact.exactly(b), mode);
      expect(quotient.places).toBe(0);
      expect(bigOf(quotient.units)).toBe(bigRound(scaled(top), bigScaled(b, PLACES), mode));
    }),
  );
});

describe("safeNumber", () => {
  it("is the number, up to the last that a double holds with all its neighbours", () => {
    expect(exact.safeNumber(exact.exactly(Number.MAX_SAFE_INTEGER))).toBe(9007199254740991);
    const more = exact.add(exact.exactly(Number.MAX_SAFE_INTEGER), exact.ONE);
    expect(exact.safeNumber(more)).toBeNaN();
    expect(exact.safeNumber(exact.subtract(exact.ZERO, more))).toBeNaN();
  });
});

describe("shownQuotient(a, b)", () => {
  /** The quotient with 15 significant digits, halves away from zero: by whole numbers of the language. */
  const expected = (top: bigint, bottom: bigint): number => {
    if (top === 0n) return 0;
    for (let scale = 400; ; scale--) {
      const [n, d] = scale >= 0 ? [top * 10n ** BigInt(scale), bottom] : [top, bottom * 10n ** BigInt(-scale)];
      const rounded = bigRound(n, d, "half-away");
      const size = rounded < 0n ? -rounded : rounded;
      if (size < 10n ** 15n) return Number(`${rounded}e${-scale}`);
    }
  };

  it("has 15 significant digits, halves away from zero", () => {
    fc.assert(
      fc.property(decimal(), decimal(), above(), (a, c, b) => {
        const top = exact.multiply(exact.exactly(a), exact.exactly(c));
        expect(exact.shownQuotient(top, exact.exactly(b)) + 0).toBe(expected(scaled(top), bigScaled(b, PLACES)));
      }),
    );
  });

  it("is exact where 15 digits hold it", () => {
    fc.assert(
      fc.property(decimal(), fc.constantFrom(1, 10, 100, 0.1, 0.001), (a, b) => {
        const quotient = exact.shownQuotient(exact.multiply(exact.exactly(a), exact.exactly(b)), exact.exactly(b));
        expect(quotient).toBe(a);
      }),
    );
  });

  it.each([
    [1, 3, 0.333333333333333],
    [2, 3, 0.666666666666667],
    [-2, 3, -0.666666666666667],
    [999999999999999, 1, 999999999999999],
    [2999999999999999, 3, 1e15],
    [2999999999999998, 3, 999999999999999],
    [1234567890123455, 10, 123456789012346],
    [1e30, 7, 1.42857142857143e29],
  ])("%d ÷ %d is shown as %d", (a, b, shown) => {
    expect(exact.shownQuotient(exact.exactly(a), exact.exactly(b))).toBe(shown);
  });
});

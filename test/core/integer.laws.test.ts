import fc from "fast-check";
import { expect, it } from "vitest";
import { decimalOf, type Integer, integerOf, negated, product, quotient, sum, tenTo } from "../../src/core/integer.ts";
import { digitsOfNatural } from "../../src/core/natural.ts";
import { decimalsOf } from "../../src/core/scaled.ts";
import { bigRound, bigScaled, MODES } from "./big-rounding.ts";
import { decimal, wholeNumber } from "./exact-numbers.ts";

const bigOf = ({ isNegative, size }: Integer): bigint => BigInt(digitsOfNatural(size)) * (isNegative ? -1n : 1n);

it("integerOf(d, scale) = d × 10^scale, for every finite double and scale that holds its places", () => {
  const anyDouble = fc.oneof(decimal(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(anyDouble, fc.nat({ max: 20 }), (value, more) => {
      const scale = decimalsOf(value) + more;
      expect(bigOf(integerOf(value, scale))).toBe(bigScaled(value, scale));
    }),
  );
});

it("no decimal is too small or too large to be read, as a constant of a model may be", () => {
  expect(bigOf(integerOf(1e-35, 40))).toBe(100_000n);
  expect(bigOf(integerOf(-1.5e300))).toBe(-15n * 10n ** 299n);
  expect(integerOf(-0).isNegative).toBe(false);
});

it("sum, product and negated are those of BigInt", () => {
  fc.assert(
    fc.property(fc.array(wholeNumber(), { maxLength: 6 }), (values) => {
      const integers = values.map((value) => integerOf(value));
      expect(bigOf(sum(integers))).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      expect(bigOf(product(integers))).toBe(values.reduce((total, value) => total * BigInt(value), 1n));
      for (const [i, integer] of integers.entries()) expect(bigOf(negated(integer))).toBe(-BigInt(values[i] as number));
    }),
  );
});

it("quotient(a, b, mode) is a ÷ b rounded in that mode, ties and signs included", () => {
  const divisor = wholeNumber().filter((n) => n !== 0);
  fc.assert(
    fc.property(wholeNumber(), divisor, fc.constantFrom(...MODES), (a, b, mode) => {
      const [n, d] = [integerOf(a), integerOf(b)];
      expect(bigOf(quotient(n, d, mode))).toBe(bigRound(BigInt(a), BigInt(b), mode));
      // (2a + 1) × b ÷ 2b is a tie.
      const odd = 2n * BigInt(a) + 1n;
      const tie = product([sum([n, n, integerOf(1)]), d]);
      expect(bigOf(quotient(tie, product([d, integerOf(2)]), mode))).toBe(bigRound(odd, 2n, mode));
    }),
  );
});

it("decimalOf(n, places) is the double that prints as n × 10^−places, and never minus zero", () => {
  fc.assert(
    fc.property(wholeNumber(1e15), fc.integer({ min: 0, max: 30 }), (n, places) => {
      expect(decimalOf(integerOf(n), places)).toBe(Number(`${n}e-${places}`) + 0);
    }),
  );
  expect(decimalOf({ isNegative: true, size: [] }, 3)).toBe(0);
});

it("tenTo(n) = 10ⁿ", () => {
  for (let n = 0; n < 40; n++) expect(bigOf(tenTo(n))).toBe(10n ** BigInt(n));
});

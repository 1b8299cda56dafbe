import fc from "fast-check";
import { expect, it } from "vitest";
import {
  add,
  commonDivisor,
  compare,
  digitsOfNatural,
  divide,
  multiply,
  type Natural,
  naturalOf,
  ONE,
  subtract,
  ZERO,
} from "../../src/core/natural.ts";

// Runs of the digits 0 and 9 are where carries, borrows and guesses of a quotient's limb go wrong.
const run = fc.tuple(fc.constantFrom("0", "9", "1", "4999999", "5000000", "9999999", "0000001"), fc.nat({ max: 9 }));
const digits = fc
  .array(
    fc.oneof(
      run.map(([text, times]) => text.repeat(times)),
      fc.nat().map(String),
    ),
    { maxLength: 6 },
  )
  .map((parts) => BigInt(parts.join("") || "0"));

const natural = (n: bigint): Natural => naturalOf(String(n));
const bigOf = (a: Natural): bigint => BigInt(digitsOfNatural(a));

it("round trip: digitsOfNatural(naturalOf(d)) = d without leading zeros", () => {
  fc.assert(
    fc.property(digits, fc.nat({ max: 20 }), (n, zeros) => {
      expect(digitsOfNatural(naturalOf("0".repeat(zeros) + n))).toBe(String(n));
    }),
  );
  expect([digitsOfNatural(ZERO), digitsOfNatural(ONE), naturalOf("")]).toEqual(["0", "1", []]);
});

it("canonical: no limb stands above the highest digit, so zero is the empty number", () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const [x, y] = [natural(a), natural(b)];
      const [more, less] = a >= b ? [x, y] : [y, x];
      for (const each of [x, add(x, y), multiply(x, y), subtract(more, less)]) expect(each.at(-1)).not.toBe(0);
      expect(subtract(x, x)).toEqual(ZERO);
    }),
  );
});

it("compare(a, b) has the sign of a − b", () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      expect(Math.sign(compare(natural(a), natural(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(compare(natural(a), natural(a))).toBe(0);
    }),
  );
});

it("a + b, a × b and a − b (a ≥ b) are those of BigInt", () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      expect(bigOf(add(natural(a), natural(b)))).toBe(a + b);
      expect(bigOf(multiply(natural(a), natural(b)))).toBe(a * b);
      const [more, less] = a >= b ? [a, b] : [b, a];
      expect(bigOf(subtract(natural(more), natural(less)))).toBe(more - less);
    }),
  );
});

it("division with remainder: a = quotient × b + rest, rest < b", () => {
  fc.assert(
    fc.property(digits, digits, digits, (a, b, c) => {
      const divisor = b + 1n;
      // Also dividends that are a multiple, and one less: the rest is 0 or as large as it can be.
      for (const dividend of [a, a * divisor, a * divisor + divisor - 1n, a * divisor + (c % divisor)]) {
        const { quotient, rest } = divide(natural(dividend), natural(divisor));
        expect([bigOf(quotient), bigOf(rest)]).toEqual([dividend / divisor, dividend % divisor]);
      }
    }),
  );
});

it("gcd(a, b) is the one of Euclid over BigInt; gcd(a, 0) = a", () => {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  fc.assert(
    fc.property(digits, digits, digits, (a, b, c) => {
      expect(bigOf(commonDivisor(natural(a * c), natural(b * c)))).toBe(gcd(a * c, b * c));
      expect(bigOf(commonDivisor(natural(a), ZERO))).toBe(a);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactQuotient } from "../../src/core/exact-quotient.ts";
import { roundHalfAway, roundProduct } from "../../src/core/rounding.ts";
import { big, bigRound, MODES } from "./big-rounding.ts";
import { positive, wholeNumber } from "./exact-numbers.ts";

const SETTLED = 2 ** 48;

/** [a, b, divisor] whose quotient is a tie, a whole number, or one unit beside either: where a double cannot tell. */
const adversarial = fc
  .tuple(wholeNumber(2 ** 26), positive(2 ** 26), wholeNumber(2 ** 20), fc.constantFrom(-1, 0, 1), fc.boolean())
  .map(([whole, half, cofactor, off, isTie]) => {
    // (2·whole + 1)·half·cofactor ÷ (2·half·cofactor) = whole + ½; the product may be far beyond 2⁵³.
    const k = Math.abs(cofactor) + 1;
    return { a: (isTie ? 2 * whole + 1 : 2 * whole) * half + off, b: k, divisor: 2 * half * k };
  })
  .filter(({ a, divisor }) => Math.abs(a) <= Number.MAX_SAFE_INTEGER && divisor <= Number.MAX_SAFE_INTEGER);

const arbitrary = fc.record({ a: wholeNumber(), b: wholeNumber(), divisor: positive() });
const cases = fc.oneof(arbitrary, adversarial);

describe.each(MODES)("roundProduct %s", (mode) => {
  it("is a × b ÷ divisor rounded, wherever it answers", () => {
    let answered = 0;
    fc.assert(
      fc.property(cases, ({ a, b, divisor }) => {
        const rounded = roundProduct(a, b, divisor, mode);
        if (Number.isNaN(rounded)) return;
        answered += 1;
        expect(big(rounded)).toBe(bigRound(big(a) * big(b), big(divisor), mode));
      }),
      { numRuns: 1000 },
    );
    expect(answered).toBeGreaterThan(300);
  });

  it("answers whenever the quotient is below 2⁴⁸", () => {
    fc.assert(
      fc.property(cases, ({ a, b, divisor }) => {
        if (Math.abs((a * b) / divisor) < SETTLED) expect(roundProduct(a, b, divisor, mode)).not.toBeNaN();
      }),
    );
  });

  it("decides ties whose products are beyond 2⁵³", () => {
    fc.assert(
      fc.property(adversarial, ({ a, b, divisor }) => {
        expect(big(roundProduct(a, b, divisor, mode))).toBe(bigRound(big(a) * big(b), big(divisor), mode));
      }),
      { numRuns: 1000 },
    );
  });
});

it("leaves quotients of 2⁴⁸ and more to the referee, unless the product is below 2⁵²", () => {
  expect(roundHalfAway(2 ** 40, 2 ** 13, 1)).toBeNaN();
  expect(roundHalfAway(2 ** 26, 2 ** 26, 16)).toBeNaN();
  expect(roundHalfAway(2 ** 26, 2 ** 26, 17)).toBe(Math.round(2 ** 52 / 17));
  expect(roundHalfAway(2 ** 52 - 1, 1, 1)).toBe(2 ** 52 - 1);
  expect(roundHalfAway(2 ** 52, 1, 1)).toBeNaN();
  for (const mode of ["floor", "ceiling"] as const) {
    expect(roundProduct(2 ** 48, 1, 1, mode)).toBeNaN();
    expect(roundProduct(-(2 ** 48), 1, 1, mode)).toBeNaN();
    expect(roundProduct(2 ** 48 - 1, 1, 1, mode)).toBe(2 ** 48 - 1);
  }
});

it("a half added before the division changes nothing, up to the greatest dividend that takes it and beyond", () => {
  // 2·size + divisor around 2⁵², with quotients at a half, at a whole number and one unit beside either.
  const near = fc
    .tuple(positive(2 ** 52 - 1), fc.integer({ min: -3, max: 3 }))
    .map(([divisor, off]) => ({ divisor, size: Math.max(0, Math.floor((2 ** 52 - divisor) / 2) + off) }));
  const critical = fc
    .tuple(positive(2 ** 25), positive(2 ** 25), fc.integer({ min: -1, max: 1 }), fc.boolean())
    .map(([whole, half, off, isTie]) => ({ divisor: 2 * half, size: (2 * whole + (isTie ? 1 : 0)) * half + off }));
  let isBeyond = 0;
  fc.assert(
    fc.property(fc.oneof(near, critical), ({ size, divisor }) => {
      isBeyond += +(2 * size + divisor >= 2 ** 52);
      expect(big(roundHalfAway(size, 1, divisor))).toBe(bigRound(big(size), big(divisor), "half-away"));
      expect(big(roundHalfAway(-size, 1, divisor))).toBe(bigRound(-big(size), big(divisor), "half-away"));
    }),
    { numRuns: 2000 },
  );
  expect(isBeyond).toBeGreaterThan(200);
  expect(isBeyond).toBeLessThan(1800);
});

it("a quotient that a double rounds up to a whole number is not taken for one", () => {
  // 94906265² = 9007199136250225, so (x² − 1) ÷ x is just below x though its double is x.
  const x = 94906265;
  expect(roundProduct(x - 1, x + 1, x, "floor")).toBe(x - 1);
  expect(roundProduct(x - 1, x + 1, x, "ceiling")).toBe(x);
  expect(roundProduct(x * x - 1, 1, x, "floor")).toBe(x - 1);
  expect(roundHalfAway(4503599627370495, 1, 3)).toBe(1501199875790165);
  expect(roundHalfAway(4503599627370494, 1, 4503599627370495)).toBe(1);
});

it("exactQuotient answers also where integer products cannot decide", () => {
  fc.assert(
    fc.property(cases, ({ a, b, divisor }) => {
      const expected = bigRound(big(a) * big(b), big(divisor), "half-away");
      expect(exactQuotient(a, b, divisor)).toBe(Number(expected));
    }),
  );
  expect(exactQuotient(2 ** 52 + 1, 1, 1)).toBe(2 ** 52 + 1);
});

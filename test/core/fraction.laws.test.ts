import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareFractions,
  extentOf,
  type Fraction,
  fractionOf,
  fractionOfDouble,
  lowestTerms,
  minus,
  NOUGHT,
  numberOf,
  opposite,
  over,
  plus,
  signOf,
  times,
  wholeOf,
} from "../../src/core/fraction.ts";
import { digitsOfNatural } from "../../src/core/natural.ts";
import { type Numeral, readNumeral } from "../../src/core/numeral.ts";
import { bigRound, MODES } from "./big-rounding.ts";
import { decimal } from "./exact-numbers.ts";

/** The parts of a fraction, as BigInt. */
function parts({ over: top, under }: Fraction): readonly [bigint, bigint] {
  return [BigInt(digitsOfNatural(top.size)) * (top.isNegative ? -1n : 1n), BigInt(digitsOfNatural(under))];
}

function isSame(a: Fraction, [n, d]: readonly [bigint, bigint]): boolean {
  const [m, e] = parts(a);
  return m * d === n * e && e > 0n;
}

const fraction = (): fc.Arbitrary<Fraction> =>
  fc
    .tuple(
      decimal(),
      decimal().filter((d) => d !== 0),
    )
    .map(([a, b]) => over(of(a), of(b)));

function of(value: number | string): Fraction {
  return fractionOf(readNumeral(value) as Numeral);
}

describe("a fraction is exact:", () => {
  it("fractionOf a decimal is the decimal", () => {
    fc.assert(fc.property(decimal(), (value) => numberOf(of(value)) === value));
    fc.assert(fc.property(decimal(), (value) => compareFractions(fractionOfDouble(value), of(value)) === 0));
    expect(parts(fractionOfDouble(-1.5e40))).toEqual([-15n * 10n ** 39n, 1n]);
    expect(parts(fractionOfDouble(1e-40))).toEqual([1n, 10n ** 40n]);
    expect(numberOf(of("1.5e3"))).toBe(1500);
    expect(parts(of("-0.25"))).toEqual([-25n, 100n]);
  });

  it("plus, minus, times and over are those of whole numbers", () => {
    fc.assert(
      fc.property(fraction(), fraction(), (a, b) => {
        const [[p, q], [r, s]] = [parts(a), parts(b)];
        expect(isSame(plus(a, b), [p * s + r * q, q * s])).toBe(true);
        expect(isSame(minus(a, b), [p * s - r * q, q * s])).toBe(true);
        expect(isSame(times(a, b), [p * r, q * s])).toBe(true);
        if (r !== 0n) expect(isSame(over(a, b), r < 0n ? [-p * s, q * -r] : [p * s, q * r])).toBe(true);
        expect(isSame(opposite(a), [-p, q])).toBe(true);
      }),
    );
  });

  it("compareFractions and signOf tell the order", () => {
    fc.assert(
      fc.property(fraction(), fraction(), (a, b) => {
        const [[p, q], [r, s]] = [parts(a), parts(b)];
        expect(compareFractions(a, b)).toBe(p * s === r * q ? 0 : p * s < r * q ? -1 : 1);
        expect(signOf(a)).toBe(p === 0n ? 0 : p < 0n ? -1 : 1);
      }),
    );
    expect(compareFractions(of("0.10"), over(of(1), of(10)))).toBe(0);
  });

  it("wholeOf rounds in every mode, ties and signs included", () => {
    let ties = 0;
    const halves = fc.tuple(fc.integer(), fc.constantFrom(2, 4)).map(([n, d]) => over(of(n), of(d)));
    fc.assert(
      fc.property(fc.oneof(fraction(), halves), fc.constantFrom(...MODES), (a, mode) => {
        const [p, q] = parts(a);
        if ((2n * p) % q === 0n && p % q !== 0n) ties += 1;
        expect(isSame(wholeOf(a, mode), [bigRound(p, q, mode), 1n])).toBe(true);
      }),
    );
    expect(ties).toBeGreaterThan(5);
  });

  it("lowestTerms is the same value in fewer digits", () => {
    fc.assert(
      fc.property(fraction(), (a) => {
        const lowest = lowestTerms(a);
        expect(isSame(lowest, parts(a))).toBe(true);
        expect(extentOf(lowest)).toBeLessThanOrEqual(extentOf(a));
      }),
    );
    expect(parts(lowestTerms(over(of(6), of(-4))))).toEqual([-3n, 2n]);
    expect(extentOf(of(`${"9".repeat(14)}`))).toBe(21);
  });
});

describe("numberOf shows 15 significant digits", () => {
  it("is the nearest decimal of 15 digits, a half away from zero", () => {
    fc.assert(
      fc.property(fraction(), (a) => {
        const [p, q] = parts(a);
        const shown = numberOf(a);
        expect(Math.abs(shown) > 0).toBe(p !== 0n);
        if (p === 0n) return;
        // The unit of the fifteenth digit, from the number's own exponent.
        const exponent = Number(shown.toExponential().split("e")[1]) - 14;
        const scale = 10n ** BigInt(Math.abs(exponent));
        const units = exponent >= 0 ? bigRound(p, q * scale, "half-away") : bigRound(p * scale, q, "half-away");
        const isRoundedUp = units === 10n ** 15n || units === -(10n ** 15n);
        if (!isRoundedUp) expect(shown).toBe(Number(`${units}e${exponent}`));
      }),
    );
  });

  it.each<[string, Fraction, number]>([
    ["a third", over(of(1), of(3)), 0.333333333333333],
    ["two thirds below zero", over(of(-2), of(3)), -0.666666666666667],
    ["a half in the sixteenth digit", of("1.000000000000005"), 1.00000000000001],
    ["nines that round to the next power", of("9999999999999995"), 1e16],
    ["nines below one", of("0.9999999999999995"), 1],
    ["a large one", over(of("1e30"), of(3)), 3.33333333333333e29],
    ["a small one", over(of(1), of("3e25")), 3.33333333333333e-26],
    ["zero", minus(of(5), of(5)), 0],
    ["nought", NOUGHT, 0],
  ])("%s", (_, value, shown) => expect(numberOf(value)).toBe(shown));

  it("is NaN from 10^64 on", () => {
    const large = times(of("1e30"), times(of("1e30"), of(1000)));
    expect(numberOf(large)).toBe(1e63);
    expect(numberOf(times(large, of(10)))).toBeNaN();
    expect(numberOf(opposite(times(large, of(10))))).toBeNaN();
  });
});

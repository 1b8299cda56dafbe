import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powerOfTen } from "../../src/core/power-of-ten.ts";
import { decimalsOf, digitsOf, fromScaled, mostDecimals, SCALED_LIMIT, toScaled } from "../../src/core/scaled.ts";
import { bigScaled } from "./big-rounding.ts";
import { decimal, wholeNumber } from "./exact-numbers.ts";

describe("scaled integers", () => {
  it("toScaled(d, p) = d × 10^p exactly, wherever it answers", () => {
    fc.assert(
      fc.property(decimal(), fc.nat({ max: 12 }), (value, more) => {
        const places = decimalsOf(value) + more;
        const exact = bigScaled(value, places);
        const scaled = toScaled(value, places);
        if (Math.abs(Number(exact)) < SCALED_LIMIT) expect(BigInt(scaled)).toBe(exact);
        else expect(scaled).toBeNaN();
      }),
    );
  });

  it("round trip: fromScaled(toScaled(d, p), p) = d, the double that prints as the decimal", () => {
    fc.assert(
      fc.property(wholeNumber(1e15 - 1), fc.integer({ min: 0, max: 22 }), (n, places) => {
        const value = fromScaled(n, places);
        expect(value).toBe(Number(`${n}e-${places}`) + 0);
        expect(toScaled(value, places)).toBe(n === 0 ? 0 : n);
      }),
    );
  });

  it("no zero has a sign", () => {
    expect(fromScaled(-0, 2)).toBe(0);
    expect(fromScaled(0, 0)).toBe(0);
  });

  it("what is too large for a sure answer is NaN, either sign", () => {
    expect(toScaled(SCALED_LIMIT, 0)).toBeNaN();
    expect(toScaled(-SCALED_LIMIT, 0)).toBeNaN();
    expect(toScaled(SCALED_LIMIT - 1, 0)).toBe(SCALED_LIMIT - 1);
    expect(toScaled(1 - SCALED_LIMIT, 0)).toBe(1 - SCALED_LIMIT);
    expect(toScaled(5, 400)).toBeNaN();
  });
});

describe("the shape of a decimal", () => {
  it("decimalsOf(n × 10^−p) = p, if n does not end in zero", () => {
    fc.assert(
      fc.property(wholeNumber(1e15 - 1), fc.integer({ min: 0, max: 40 }), (n, places) => {
        fc.pre(n % 10 !== 0);
        expect(decimalsOf(Number(`${n}e-${places}`))).toBe(places);
      }),
    );
  });

  it.each([
    [0, 0],
    [1200, 0],
    [1e21, 0],
    [1.5e300, 0],
    [1.25e-7, 9],
    [1e-7, 7],
    [-0.001, 3],
    [123456.789, 3],
    [1.23456789012345e21, 0],
  ])("decimalsOf(%d) = %d", (value, decimals) => expect(decimalsOf(value)).toBe(decimals));

  it("digitsOf counts the digits between the outer zeros, wherever the point is", () => {
    fc.assert(
      fc.property(wholeNumber(1e15 - 1), fc.integer({ min: -30, max: 30 }), (n, exponent) => {
        fc.pre(n % 10 !== 0);
        expect(digitsOf(Number(`${n}e${exponent}`))).toBe(String(Math.abs(n)).length);
      }),
    );
    expect([digitsOf(0), digitsOf(-1200), digitsOf(0.00101), digitsOf(1e300)]).toEqual([0, 2, 3, 1]);
  });

  it("mostDecimals of nothing is 0, else the most of any", () => {
    expect(mostDecimals([])).toBe(0);
    expect(mostDecimals([1, 0.25, 3, 1e-9, 0.5])).toBe(9);
  });
});

it("powerOfTen(n) is the double nearest to 10ⁿ, from the table and beyond it", () => {
  for (let n = 0; n <= 40; n++) expect(powerOfTen(n)).toBe(Number(`1e${n}`));
});

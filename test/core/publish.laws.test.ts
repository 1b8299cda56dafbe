import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publish } from "../../src/core/publish.ts";
import { decimalAt, places, wholeNumber } from "./exact-numbers.ts";

const Wide = Decimal.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });

/** What publishing means, said in decimal.js. */
function expected(value: number | string, at: number): number | "precision" {
  const rounded = new Wide(value).toDecimalPlaces(at, Decimal.ROUND_HALF_UP);
  return rounded.precision() > 15 ? "precision" : rounded.toNumber() + 0;
}

function agrees(value: number | string, at: number): void {
  expect(publish(value, at)).toBe(expected(value, at));
}

const readableDouble = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.double({ noNaN: true, min: -1000, max: 1000 }),
    fc
      .tuple(fc.double({ noNaN: true, min: -10, max: 10 }), fc.integer({ min: -20, max: 20 }))
      .map(([m, e]) => m * 10 ** e),
  )
  .filter((value) => value === 0 || (Math.abs(value) >= 1e-30 && Math.abs(value) < 1e30));

describe("publish(v, p) is v as written, rounded half away from zero to p places", () => {
  it("for doubles", () => {
    fc.assert(fc.property(readableDouble, places(), agrees), { numRuns: 3000 });
  });

  it("for decimal texts of up to 34 digits", () => {
    const text = fc
      .tuple(fc.boolean(), fc.stringMatching(/^[1-9][0-9]{0,33}$/), fc.integer({ min: -30, max: 20 }))
      .map(([isNegative, digits, exponent]) => `${isNegative ? "-" : ""}${digits}e${exponent}`);
    fc.assert(fc.property(text, places(), agrees), { numRuns: 1000 });
  });

  it("for half units, and a hair beside them", () => {
    const hair = fc.constantFrom("", "0", "00000000000001", "0000000001");
    fc.assert(
      fc.property(wholeNumber(1e14), places(), hair, fc.boolean(), (n, at, tail, isAbove) => {
        const half = new Wide(`${n}.5e-${at}`);
        const off = tail.endsWith("1") ? new Wide(`1e-${at + tail.length + 1}`) : new Wide(0);
        const value = isAbove ? half.plus(off) : half.minus(off);
        fc.pre(value.precision() <= 34);
        agrees(value.toFixed(), at);
        agrees(value.toNumber(), at);
      }),
      { numRuns: 1000 },
    );
  });

  it("for doubles next to a half unit, which their shortest text is not", () => {
    fc.assert(
      fc.property(wholeNumber(1e9), fc.nat({ max: 6 }), fc.constantFrom(-3, -2, -1, 0, 1, 2, 3), (n, at, ulps) => {
        const half = (n + 0.5) / 10 ** at;
        agrees(half + ulps * Math.abs(half) * Number.EPSILON, at);
      }),
      { numRuns: 1000 },
    );
  });
});

it("idempotent: publish(publish(v, p), p) = publish(v, p)", () => {
  fc.assert(
    fc.property(readableDouble, places(), (value, at) => {
      const once = publish(value, at);
      if (typeof once === "number") expect(publish(once, at)).toBe(once);
    }),
  );
});

it("a decimal of at most p places and 15 digits is published as itself, as number and as text", () => {
  const pair = places().chain((at) => fc.tuple(decimalAt(at), fc.constant(at)));
  fc.assert(
    fc.property(pair, ([value, at]) => {
      expect(publish(value, at)).toBe(value);
      expect(publish(String(value), at)).toBe(value);
    }),
  );
});

it("monotone: v ≤ w ⇒ publish(v, p) ≤ publish(w, p)", () => {
  const double = fc.double({ noNaN: true, min: -1e8, max: 1e8 }).filter((v) => v === 0 || Math.abs(v) > 1e-29);
  fc.assert(
    fc.property(double, double, fc.nat({ max: 6 }), (v, w, at) => {
      const [low, high] = [publish(Math.min(v, w), at), publish(Math.max(v, w), at)] as [number, number];
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});

describe("what cannot be published", () => {
  it("is named, whether number or text", () => {
    expect(publish(Number.NaN, 2)).toBe("number");
    expect(publish(Number.POSITIVE_INFINITY, 2)).toBe("number");
    expect(publish("abc", 2)).toBe("number");
    expect(publish("1e31", 2)).toBe("exponent");
    expect(publish(1e-31, 2)).toBe("exponent");
    expect(publish(-9.9e-31, 0)).toBe("exponent");
    expect(publish(5e-324, 0)).toBe("exponent");
    expect(publish(1e300, 2)).toBe("exponent");
    expect(publish(`1${"0".repeat(64)}`, 2)).toBe("magnitude");
    expect(publish("1".repeat(35), 2)).toBe("digits");
    expect(publish(1234567890123456, 0)).toBe("precision");
    expect(publish("-12345678901234.567", 3)).toBe("precision");
  });

  it("has no minus zero", () => {
    for (const value of [-0, "-0", -0.001, "-0.001", -1e-30, "-0e5"]) expect(publish(value, 2)).toBe(0);
  });

  it("no readable number is lost for being small", () => {
    expect(publish(1e-30, 15)).toBe(0);
    expect(publish(1e-15, 15)).toBe(1e-15);
    expect(publish(1.005, 2)).toBe(1.01);
    expect(publish(0.7999999999999999, 6)).toBe(0.8);
  });
});

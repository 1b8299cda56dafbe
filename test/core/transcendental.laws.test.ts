import fc from "fast-check";
import { expect, it } from "vitest";
import { exponential, logarithm, precise } from "../../src/core/transcendental.ts";

const exponent = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 1000);

it("the first 32 digits are those of the tables", () => {
  expect(exponential(precise(1)).toFixed()).toBe("2.7182818284590452353602874713527");
  expect(exponential(precise(-1)).toFixed()).toBe("0.36787944117144232159552377016146");
  expect(logarithm(precise(2)).toFixed()).toBe("0.69314718055994530941723212145818");
  expect(logarithm(precise(10)).toFixed()).toBe("2.3025850929940456840179914546844");
  expect(exponential(precise(0)).toNumber()).toBe(1);
  expect(logarithm(precise(1)).toNumber()).toBe(0);
});

it("a number is taken as it prints, a text as it stands", () => {
  expect(precise(0.1).toFixed()).toBe("0.1");
  expect(precise("1e-24").times("1e24").toFixed()).toBe("1");
});

it("inverse: ln(eˣ) = x to 30 digits", () => {
  fc.assert(
    fc.property(exponent, (x) => {
      const back = logarithm(exponential(precise(x)));
      expect(back.minus(x).abs().lte("1e-29")).toBe(true);
    }),
  );
});

it("eᵃ × eᵇ = eᵃ⁺ᵇ and ln(a × b) = ln a + ln b, to 30 digits", () => {
  const near = (a: ReturnType<typeof precise>, b: typeof a): boolean =>
    a
      .minus(b)
      .abs()
      .lte(precise("1e-29").times(a.abs().plus(1)));
  fc.assert(
    fc.property(exponent, exponent, (a, b) => {
      const [x, y] = [precise(a), precise(b)];
      expect(near(exponential(x).times(exponential(y)), exponential(x.plus(y)))).toBe(true);
      fc.pre(a !== 0 && b !== 0);
      const [p, q] = [x.abs(), y.abs()];
      expect(near(logarithm(p).plus(logarithm(q)), logarithm(p.times(q)))).toBe(true);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  proportions,
  refereeExcess,
  refereeLine,
  refereeMean,
  refereeProduct,
  refereeQuotient,
  refereeShare,
} from "../../src/core/referee.ts";
import { decimalsOf } from "../../src/core/scaled.ts";
import { big, bigRound, bigScaled, MODES } from "./big-rounding.ts";
import { decimal, positive, wholeNumber } from "./exact-numbers.ts";

const scaleOf = (values: readonly number[]): number => Math.max(0, ...values.map(decimalsOf));

describe("the referee decides in whole numbers of any size", () => {
  it("refereeMean = round(Σ aᵢ·bᵢ × multiplier ÷ (d₁ × d₂))", () => {
    const terms = fc.array(fc.tuple(wholeNumber(), wholeNumber()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(terms, positive(1e15), positive(), positive(), (pairs, multiplier, d1, d2) => {
        const sum = pairs.reduce((total, [a, b]) => total + big(a) * big(b), 0n);
        const expected = bigRound(sum * big(multiplier), big(d1) * big(d2), "half-away");
        const a = pairs.map(([each]) => each);
        const b = pairs.map(([, each]) => each);
        expect(refereeMean(a, b, multiplier, [d1, d2])).toBe(Number(expected));
      }),
    );
  });

  it("refereeProduct = round(Π fᵢ × multiplier ÷ 10^p)", () => {
    fc.assert(
      fc.property(fc.array(wholeNumber(), { maxLength: 6 }), fc.nat({ max: 15 }), fc.nat({ max: 60 }), (fs, to, p) => {
        const product = fs.reduce((all, factor) => all * big(factor), 1n) * 10n ** BigInt(to);
        expect(refereeProduct(fs, 10 ** to, p)).toBe(Number(bigRound(product, 10n ** BigInt(p), "half-away")));
      }),
    );
  });

  it("refereeQuotient = round(Σ tᵢ ÷ d) at p places in every mode; null beyond 15 digits", () => {
    let answered = 0;
    const denominator = decimal().filter((d) => d !== 0);
    const terms = fc.array(decimal(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(terms, denominator, fc.nat({ max: 15 }), fc.constantFrom(...MODES), (ts, d, p, mode) => {
        const scale = scaleOf([...ts, d]);
        const sum = ts.reduce((total, t) => total + bigScaled(t, scale), 0n);
        const rounded = bigRound(sum * 10n ** BigInt(p), bigScaled(d, scale), mode);
        const digits = String(rounded).replace("-", "").replace(/0+$/, "").length;
        if (digits <= 15) answered += 1;
        expect(refereeQuotient(ts, d, p, mode)).toBe(digits > 15 ? null : Number(`${rounded}e-${p}`) + 0);
      }),
      { numRuns: 500 },
    );
    expect(answered).toBeGreaterThan(50);
  });

  it("refereeLine = round(y₀ + (y₁ − y₀) × (x − x₀) ÷ (x₁ − x₀))", () => {
    const ys = wholeNumber(5e14);
    fc.assert(
      fc.property(fc.uniqueArray(decimal(), { minLength: 3, maxLength: 3 }), ys, ys, (inputs, y0, y1) => {
        const [x0, x, x1] = inputs.sort((a, b) => a - b) as [number, number, number];
        const scale = scaleOf(inputs);
        const [b0, b, b1] = [x0, x, x1].map((each) => bigScaled(each, scale)) as [bigint, bigint, bigint];
        const run = b1 - b0;
        const value = big(y0) * run + (big(y1) - big(y0)) * (b - b0);
        expect(refereeLine(x, x0, x1, y0, y1)).toBe(Number(bigRound(value, run, "half-away")));
      }),
    );
  });

  it("refereeExcess = round(base × (factor − 1)) for factors of any number of places", () => {
    fc.assert(
      fc.property(wholeNumber(5e14), positive(1e15), fc.nat({ max: 40 }), (base, mantissa, exponent) => {
        const factor = Number(`${mantissa - 1}e-${exponent}`);
        const scale = decimalsOf(factor);
        const unit = 10n ** BigInt(scale);
        const expected = bigRound(big(base) * (bigScaled(factor, scale) - unit), unit, "half-away");
        expect(refereeExcess(base, factor)).toBe(Number(expected) + 0);
      }),
    );
  });
});

type Fraction = readonly [part: bigint, whole: bigint];

const pair = fc.tuple(fc.nat({ max: 100 }), positive(100)).map(([part, whole]) => [part, whole] as const);
const entry = fc.array(
  fc.oneof(
    pair,
    pair.map(([part, whole]) => [part / 100, whole / 100] as const),
  ),
  { minLength: 1, maxLength: 4 },
);

function fractionOf(pairs: readonly (readonly [number, number])[]): Fraction {
  return pairs.reduce<Fraction>(([part, whole], [p, w]) => [part * bigScaled(p, 2), whole * bigScaled(w, 2)], [1n, 1n]);
}

describe("proportions", () => {
  const entries = fc.array(entry, { minLength: 1, maxLength: 8 });

  it("keep every ratio: nᵢ ÷ nⱼ = Πᵢ ÷ Πⱼ", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const numbers = proportions(list).map((n: number | string) => BigInt(n));
        const fractions = list.map(fractionOf);
        numbers.forEach((n, i) => {
          const [partI, wholeI] = fractions[i] as Fraction;
          const [part0, whole0] = fractions[0] as Fraction;
          expect(n * part0 * wholeI).toBe((numbers[0] as bigint) * partI * whole0);
          expect(n === 0n).toBe(partI === 0n);
        });
      }),
    );
  });

  it("have nothing in common that could be divided out, and are doubles if their sum is below 2⁵³", () => {
    const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
    let texts = 0;
    fc.assert(
      fc.property(entries, (list) => {
        const found = proportions(list);
        const numbers = found.map((n: number | string) => BigInt(n));
        const sum = numbers.reduce((total, n) => total + n, 0n);
        if (sum > 0n) expect(numbers.reduce(gcd)).toBe(1n);
        const kind = sum < BigInt(Number.MAX_SAFE_INTEGER) ? "number" : "string";
        if (kind === "string") texts += 1;
        for (const each of found) expect(each).toBeTypeOf(kind);
      }),
      { numRuns: 300 },
    );
    expect(texts).toBeGreaterThan(5);
  });

  it("of weights that are all 0 are 0", () => {
    expect(
      proportions([
        [
          [0, 1],
          [1, 3],
        ],
        [[0, 100]],
      ]),
    ).toEqual([0, 0]);
    expect(proportions([])).toEqual([]);
  });

  it("of textbook weights are the smallest whole numbers", () => {
    expect(proportions([[[70, 100]], [[30, 100]]])).toEqual([7, 3]);
    expect(
      proportions([
        [[0.5, 1]],
        [
          [0.5, 1],
          [1, 3],
        ],
        [
          [0.5, 1],
          [2, 3],
        ],
      ]),
    ).toEqual([3, 1, 2]);
  });
});

it("refereeShare = round(Σ parts ÷ Σ wholes × 10^p), 0 when there is no whole", () => {
  const texts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 40n }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, fc.nat({ max: 6 }), (parts, rest, p) => {
      const wholes = [...parts, ...rest];
      const sum = (list: readonly bigint[]): bigint => list.reduce((total, n) => total + n, 0n);
      const whole = sum(wholes);
      const expected = whole === 0n ? 0n : bigRound(sum(parts) * 10n ** BigInt(p), whole, "half-away");
      expect(refereeShare(parts.map(String), wholes.map(String), p)).toBe(Number(expected));
    }),
  );
  expect(refereeShare([], ["0", "0"], 4)).toBe(0);
});

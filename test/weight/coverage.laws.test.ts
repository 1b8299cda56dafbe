import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Proportions } from "../../src/core/referee.ts";
import type { Branch, Combine, IndicatorNode } from "../../src/schema/model-document.ts";
import {
  ANSWERED,
  coverage,
  effectiveWeights,
  effectiveWeightsAcross,
  NOT_APPLICABLE,
  UNANSWERED,
} from "../../src/weight/coverage.ts";
import { bigRound, bigScaled } from "../core/big-rounding.ts";

/** Exact fractions, the oracle of weights. */
type Fraction = readonly [num: bigint, den: bigint];

const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

/** Weights of n siblings that sum to exactly 1 or 100, zero among them, with up to 12 places. */
function weights(n: number): fc.Arbitrary<number[]> {
  const places = fc.constantFrom(0, 0, 2, 10);
  return fc
    .tuple(fc.array(fc.nat({ max: 1000 }), { minLength: n, maxLength: n }), places, fc.boolean())
    .map(([parts, at, isShare]) => {
      const whole = 100n * 10n ** BigInt(at);
      const sum = BigInt(parts.reduce((a, b) => a + b, 0) || 1);
      const units = parts.map((part) => (BigInt(part) * whole) / sum);
      units[0] = (units[0] as bigint) + whole - units.reduce((a, b) => a + b, 0n);
      return units.map((unit) => Number(`${unit}e-${isShare ? at + 2 : at}`));
    });
}

function branch(depth: number): fc.Arbitrary<Branch> {
  const kinds = fc.constantFrom<(Combine | undefined)[]>(undefined, "mean", "mean", "sum", "min", "product");
  return fc.tuple(kinds, fc.integer({ min: 1, max: 4 })).chain(([combine, n]) =>
    fc.tuple(weights(n), fc.array(node(depth), { minLength: n, maxLength: n })).map(([list, nodes]) => {
      const isMean = combine === undefined || combine === "mean";
      const children = nodes.map((each, i) => [`n${i}`, isMean ? { ...each, weight: list[i] as number } : each]);
      const indicators = Object.fromEntries(children) as Branch["indicators"];
      return combine === undefined ? { indicators } : { combine, indicators };
    }),
  );
}

function node(depth: number): fc.Arbitrary<IndicatorNode> {
  const leaf = fc.constant({ input: "a", curve: { kind: "bands" as const, bands: [{ points: 0 }] } });
  return depth === 0 ? leaf : fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: branch(depth - 1) });
}

/** Effective weights as the design says them: weight ÷ siblings' sum down the path, equal shares without weights. */
function exactWeights({ combine, indicators }: Branch, above: Fraction): Fraction[] {
  const children = Object.values(indicators);
  const isMean = (combine ?? "mean") === "mean";
  const weightOf = (child: IndicatorNode): bigint => (isMean ? bigScaled(child.weight as number, 14) : 1n);
  const whole = children.reduce((sum, child) => sum + weightOf(child), 0n);
  return children.flatMap((child) => {
    const own = times(above, [weightOf(child), whole]);
    return "indicators" in child ? exactWeights(child, own) : [own];
  });
}

const dimensions = fc
  .integer({ min: 1, max: 4 })
  .chain((n) => fc.tuple(weights(n), fc.array(branch(2), { minLength: n, maxLength: n })))
  .map(([list, branches]) => branches.map((each, i) => ({ ...each, weight: list[i] as number })));

function sameProportions(found: Proportions, expected: readonly Fraction[]): void {
  expect(found).toHaveLength(expected.length);
  const numbers = found.map((n: number | string) => BigInt(n));
  const total = numbers.reduce((a, b) => a + b, 0n);
  const [num, den] = expected.reduce(plus, [0n, 1n] as Fraction);
  numbers.forEach((n, i) => {
    // nᵢ ÷ Σn = fᵢ ÷ Σf
    const [a, b] = expected[i] as Fraction;
    expect(n * num * b).toBe(a * den * total);
  });
}

describe("effective weights", () => {
  it("of a branch are the products of weight ÷ siblings' sum down the path", () => {
    fc.assert(
      fc.property(branch(3), (each) => sameProportions(effectiveWeights(each), exactWeights(each, [1n, 1n]))),
      { numRuns: 200 },
    );
  });

  it("across dimensions begin with the dimension's own weight among them", () => {
    fc.assert(
      fc.property(dimensions, (list) => {
        const whole = list.reduce((sum, { weight }) => sum + bigScaled(weight, 14), 0n);
        const expected = list.flatMap((each) => exactWeights(each, [bigScaled(each.weight, 14), whole]));
        sameProportions(effectiveWeightsAcross(list), expected);
      }),
      { numRuns: 200 },
    );
  });

  it("a dimension without a weight has none", () => {
    const leaf: Branch = {
      indicators: { a: { input: "a", weight: 1, curve: { kind: "bands", bands: [{ points: 0 }] } } },
    };
    expect(effectiveWeightsAcross([leaf, { ...leaf, weight: 1 }])).toEqual([0, 1]);
  });
});

const state = fc.constantFrom(ANSWERED, UNANSWERED, NOT_APPLICABLE);

describe("coverage", () => {
  const small = fc.array(fc.tuple(fc.nat({ max: 1e6 }), state), { maxLength: 12 });
  const huge = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), state), { minLength: 1, maxLength: 12 });

  const expected = (pairs: readonly (readonly [bigint, number])[]): number => {
    const sum = (isIn: (state: number) => boolean): bigint =>
      pairs.reduce((total, [weight, each]) => total + (isIn(each) ? weight : 0n), 0n);
    const applicable = sum((each) => each !== NOT_APPLICABLE);
    const answered = sum((each) => each === ANSWERED);
    return applicable === 0n ? 0 : Number(bigRound(answered * 10_000n, applicable, "half-away"));
  };

  it("= round(Σ answered ÷ Σ applicable) at 4 places, 0 when nothing is applicable", () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 3 }), (pairs, first) => {
        const states = [...new Array(first).fill(ANSWERED), ...pairs.map(([, each]) => each)];
        const found = coverage(
          pairs.map(([weight]) => weight),
          states,
          first,
        );
        expect(found).toBe(expected(pairs.map(([weight, each]) => [BigInt(weight), each])));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same of weights too large for a double, which are text", () => {
    fc.assert(
      fc.property(huge, fc.nat({ max: 3 }), (pairs, first) => {
        const states = [...new Array(first).fill(ANSWERED), ...pairs.map(([, each]) => each)];
        const found = coverage(
          pairs.map(([weight]) => String(weight)),
          states,
          first,
        );
        expect(found).toBe(expected(pairs));
      }),
    );
  });

  it("0 ≤ coverage ≤ 1; answering more never lowers it", () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 11 }), (pairs, i) => {
        fc.pre(pairs.length > 0);
        const list = pairs.map(([weight]) => weight);
        const states = pairs.map(([, each]) => each);
        const at = i % pairs.length;
        const more = states.map((each, j) => (j === at && each === UNANSWERED ? ANSWERED : each));
        const [before, after] = [coverage(list, states, 0), coverage(list, more, 0)];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(10_000);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

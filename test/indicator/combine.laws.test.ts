import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CombineSpec, compileCombine } from "../../src/indicator/compile-combine.ts";
import type { Combine } from "../../src/schema/model-document.ts";
import { big, bigRound, bigScaled } from "../core/big-rounding.ts";
import { wholeNumber } from "../core/exact-numbers.ts";

const KINDS: readonly Combine[] = ["mean", "sum", "product", "min", "max"];

interface Tree {
  readonly spec: CombineSpec;
  /** Points × 10^−from, NaN where a child has none. */
  readonly points: readonly number[];
}

/** Weights with 0 to 12 places that need not sum to anything: a mean divides by their sum. */
const weight = fc.oneof(
  fc.nat({ max: 100 }),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
  fc.constantFrom(0, 33.333333333333, 0.000000000001, 66.6),
);

const tree = fc
  .record({
    from: fc.nat({ max: 6 }),
    to: fc.nat({ max: 6 }),
    start: fc.integer({ min: -50, max: 50 }),
    children: fc.array(fc.tuple(fc.oneof(wholeNumber(1_000_000), wholeNumber(5e14), fc.constant(Number.NaN)), weight), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ from, to, start, children }): Tree => {
    const ids = children.map((_, i) => `child-${(i * 7) % 10}`);
    const spec = { ids, weights: children.map(([, w]) => w), start, from, to, least: -1e15, greatest: 1e15 };
    return { spec, points: children.map(([point]) => point) };
  });

const combined = (kind: Combine, { spec, points }: Tree): number => compileCombine(kind, spec).value(points);
const sharesOf = (kind: Combine, { spec, points }: Tree): number[] => {
  const shares: number[] = [];
  compileCombine(kind, spec).share(points, shares);
  return shares;
};

const isPresent =
  ({ spec, points }: Tree, kind: Combine) =>
  (i: number) =>
    !Number.isNaN(points[i]) && (kind !== "mean" || (spec.weights[i] as number) > 0);
const presentOf = (each: Tree, kind: Combine): number[] => each.points.map((_, i) => i).filter(isPresent(each, kind));

/** The combination as a fraction of units of the parent, before it is rounded and clamped. */
const EXACTLY: { readonly [K in Combine]: (each: Tree, present: readonly number[]) => readonly [bigint, bigint] } = {
  mean: ({ spec, points }, present) => {
    const weights = present.map((i) => bigScaled(spec.weights[i] as number, 12));
    const sum = present.reduce((total, i, k) => total + (weights[k] as bigint) * big(points[i] as number), 0n);
    return [sum * 10n ** BigInt(spec.to), weights.reduce((a, b) => a + b, 0n) * 10n ** BigInt(spec.from)];
  },
  sum: ({ spec, points }, present) => [
    present.reduce((total, i) => total + big(points[i] as number), bigScaled(spec.start, spec.from)) *
      10n ** BigInt(spec.to),
    10n ** BigInt(spec.from),
  ],
  product: ({ spec, points }, present) => [
    present.reduce((product, i) => product * big(points[i] as number), 1n) * 10n ** BigInt(spec.to),
    10n ** BigInt(spec.from * present.length),
  ],
  min: (each, present) => extreme(each, present, (a, b) => a < b),
  max: (each, present) => extreme(each, present, (a, b) => a > b),
};

function extreme({ spec, points }: Tree, present: readonly number[], isBetter: (a: number, b: number) => boolean) {
  const best = present.map((i) => points[i] as number).reduce((a, b) => (isBetter(b, a) ? b : a));
  return [big(best) * 10n ** BigInt(spec.to), 10n ** BigInt(spec.from)] as const;
}

const clamped = (value: bigint, { spec }: Tree, kind: Combine): number => {
  if (kind === "mean" || kind === "min" || kind === "max") return Number(value);
  return Math.min(Math.max(Number(value), spec.least), spec.greatest);
};

describe.each(KINDS)("%s", (kind) => {
  it("shares of all: those known beforehand are what it answers while every child is present", () => {
    let known = 0;
    fc.assert(
      fc.property(tree, ({ spec, points }) => {
        const whole = points.map((point) => (Number.isNaN(point) ? 1 : point));
        const { sharesOfAll } = compileCombine(kind, spec);
        if (sharesOfAll === null) return;
        known += 1;
        expect(sharesOfAll).toEqual(sharesOf(kind, { spec, points: whole }));
      }),
    );
    expect(known > 0).toBe(kind === "mean" || kind === "sum");
  });

  it("is the exact combination of the present children, rounded once half away from zero", () => {
    let present = 0;
    fc.assert(
      fc.property(tree, (each) => {
        const children = presentOf(each, kind);
        if (children.length === 0) {
          expect(combined(kind, each)).toBeNaN();
          return;
        }
        present += 1;
        const [num, den] = EXACTLY[kind](each, children);
        expect(combined(kind, each) + 0).toBe(clamped(bigRound(num, den, "half-away"), each, kind) + 0);
      }),
      { numRuns: 500 },
    );
    expect(present).toBeGreaterThan(100);
  });

  it("permutation-free: the order of children does not matter, to the value nor to anyone's share", () => {
    fc.assert(
      fc.property(tree, fc.nat(), (each, turn) => {
        fc.pre(new Set(each.spec.ids).size === each.spec.ids.length);
        const n = each.points.length;
        const rotate = <T>(list: readonly T[]): T[] => list.map((_, i) => list[(i + turn) % n] as T);
        const rotated: Tree = {
          spec: { ...each.spec, ids: rotate(each.spec.ids), weights: rotate(each.spec.weights) },
          points: rotate(each.points),
        };
        expect(combined(kind, rotated)).toBe(combined(kind, each));
        expect(sharesOf(kind, rotated)).toEqual(rotate(sharesOf(kind, each)));
      }),
    );
  });

  it("a child without points changes nothing, and has no part", () => {
    fc.assert(
      fc.property(tree, (each) => {
        const { spec, points } = each;
        const more: Tree = {
          spec: { ...spec, ids: [...spec.ids, "absent"], weights: [...spec.weights, 50] },
          points: [...points, Number.NaN],
        };
        expect(combined(kind, more)).toBe(combined(kind, each));
        const share = sharesOf(kind, more).at(-1);
        if (kind === "product") expect(share).toBeNaN();
        else expect(share).toBe(0);
      }),
    );
  });
});

describe("a mean", () => {
  it("between: min(p) ≤ mean(p) ≤ max(p) over the children of weight above 0", () => {
    fc.assert(
      fc.property(tree, (each) => {
        const level = { ...each, spec: { ...each.spec, to: each.spec.from } };
        const present = presentOf(level, "mean").map((i) => each.points[i] as number);
        fc.pre(present.length > 0);
        expect(combined("mean", level)).toBeGreaterThanOrEqual(Math.min(...present));
        expect(combined("mean", level)).toBeLessThanOrEqual(Math.max(...present));
      }),
    );
  });

  it("shares: each is round(wᵢ ÷ Σw) at 6 places, together 1 within half a unit each, 0 for weight 0", () => {
    fc.assert(
      fc.property(tree, (each) => {
        const present = presentOf(each, "mean");
        const shares = sharesOf("mean", each);
        const whole = present.reduce((sum, i) => sum + bigScaled(each.spec.weights[i] as number, 12), 0n);
        shares.forEach((share, i) => {
          const part = present.includes(i) ? bigScaled(each.spec.weights[i] as number, 12) : 0n;
          expect(share).toBe(whole === 0n ? 0 : Number(bigRound(part * 1_000_000n, whole, "half-away")));
        });
        if (present.length > 0) {
          const sum = shares.reduce((total, share) => total + share, 0);
          expect(Math.abs(sum - 1_000_000)).toBeLessThanOrEqual(present.length / 2);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("scale-free: k × every weight changes nothing", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(2, 5, 10), (each, k) => {
        const whole = { ...each, spec: { ...each.spec, weights: each.spec.weights.map(Math.round) } };
        const scaled = { ...whole, spec: { ...whole.spec, weights: whole.spec.weights.map((w) => w * k) } };
        expect(combined("mean", scaled)).toBe(combined("mean", whole));
      }),
    );
  });
});

it("clamp: a sum and a product end at the least and the greatest, never beyond", () => {
  fc.assert(
    fc.property(
      tree,
      wholeNumber(1e6),
      fc.nat({ max: 1e6 }),
      fc.constantFrom("sum" as const, "product" as const),
      (each, least, more, kind) => {
        const greatest = least + more;
        const free = combined(kind, each);
        fc.pre(!Number.isNaN(free));
        const held = combined(kind, { ...each, spec: { ...each.spec, least, greatest } });
        expect(held + 0).toBe(Math.min(Math.max(free, least), greatest) + 0);
      },
    ),
  );
});

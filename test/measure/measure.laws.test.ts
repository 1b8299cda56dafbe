import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf } from "../../src/core/scaled.ts";
import { compileMeasure, type FieldPlace } from "../../src/measure/compile-measure.ts";
import type { Measure, Rounding } from "../../src/schema/model-document.ts";
import { bigRound, bigScaled, MODES } from "../core/big-rounding.ts";
import { decimalAt } from "../core/exact-numbers.ts";

/** Fields a, b, c … at slots 0, 1, 2 …, each with its own places. */
const fieldPlace =
  (places: readonly number[]) =>
  (id: string): FieldPlace => {
    const slot = id.charCodeAt(0) - 97;
    return { slot, places: places[slot] as number };
  };

/** Published values and the places of their fields; small values as often as ones that need the referee. */
const published = fc.integer({ min: 0, max: 15 }).chain((places) =>
  fc.tuple(
    fc.oneof(
      decimalAt(places),
      decimalAt(places, 3),
      fc.integer({ min: 1, max: 99 }).map((n) => n * 1e13),
    ),
    fc.constant(places),
  ),
);

interface Case {
  readonly values: readonly number[];
  readonly fieldPlaces: readonly number[];
  readonly places: number;
  readonly rounding: Rounding;
}

const fields = (least: number, most: number): fc.Arbitrary<Case> =>
  fc
    .record({
      list: fc.array(published, { minLength: least, maxLength: most }),
      places: fc.oneof(fc.constant(4), fc.integer({ min: 0, max: 15 })),
      rounding: fc.constantFrom(...MODES),
    })
    .map(({ list, places, rounding }) => ({
      values: list.map(([value]) => value),
      fieldPlaces: list.map(([, at]) => at),
      places,
      rounding,
    }));

/** num ÷ den as published at so many places, or the precision issue. */
function expected(num: bigint, den: bigint, { places, rounding }: Case): unknown {
  const rounded = bigRound(num * 10n ** BigInt(places), den, rounding);
  const digits = String(rounded).replace("-", "").replace(/0+$/, "").length;
  if (digits <= 15) return Number(`${rounded}e-${places}`) + 0;
  return { code: "record/precision", path: ["m"], expected: places, found: expect.anything() };
}

const at = (value: number): bigint => bigScaled(value, 40);
const sumOf = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + at(value), 0n);

const KINDS = [
  {
    kind: "ratio",
    formula: "of ÷ to",
    fields: fields(2, 2),
    measure: { kind: "ratio", of: "a", to: "b" },
    num: ([a = 0]: readonly number[]) => at(a),
    den: ([, b = 0]: readonly number[]) => at(b),
  },
  {
    kind: "change",
    formula: "(to − from) ÷ from",
    fields: fields(2, 2),
    measure: { kind: "change", from: "a", to: "b" },
    num: ([a = 0, b = 0]: readonly number[]) => at(b) - at(a),
    den: ([a = 0]: readonly number[]) => at(a),
  },
  {
    kind: "difference",
    formula: "of − minus",
    fields: fields(2, 2),
    measure: { kind: "difference", of: "a", minus: "b" },
    num: ([a = 0, b = 0]: readonly number[]) => at(a) - at(b),
    den: () => at(1),
  },
  {
    kind: "sum",
    formula: "Σ of",
    fields: fields(3, 3),
    measure: { kind: "sum", of: ["a", "b", "c"] },
    num: sumOf,
    den: () => at(1),
  },
] as const;

describe.each(KINDS)("$kind = $formula", ({ fields: cases, measure, num, den }) => {
  const read = (each: Case, values: readonly (number | null)[] = each.values): unknown => {
    const document = { ...measure, places: each.places, rounding: each.rounding } as unknown as Measure;
    return compileMeasure("m", document, fieldPlace(each.fieldPlaces))([...values], null);
  };

  it("rounded once at its places, in its mode; more than 15 digits are an issue of the account", () => {
    let [numbers, issues] = [0, 0];
    fc.assert(
      fc.property(cases, (each) => {
        const divisor = den(each.values);
        const result = read(each);
        if (typeof result === "number") numbers += 1;
        else if (result !== null) issues += 1;
        if (divisor === 0n) expect(result).toBeNull();
        else expect(result).toEqual(expected(num(each.values), divisor, each));
      }),
      { numRuns: 600 },
    );
    expect(numbers).toBeGreaterThan(100);
    expect(issues).toBeGreaterThan(20);
  });

  it("missing when a part of it is", () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 2 }), (each, i) => {
        const values = each.values.map((value, j) => (j === i % each.values.length ? null : value));
        expect(read(each, values)).toBeNull();
      }),
    );
  });

  it("published: at most its places, and never minus zero", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const result = read(each);
        fc.pre(typeof result === "number");
        expect(decimalsOf(result as number)).toBeLessThanOrEqual(each.places);
        expect(Object.is(result, -0)).toBe(false);
      }),
    );
  });
});

it("a sum is exact however far it strays on its way: partial sums beyond 2⁵³ come back", () => {
  const big = 999_999_999_999_999;
  const value = fc.constantFrom(big, -big, big - 1, 1, -1, 5);
  fc.assert(
    fc.property(fc.array(value, { minLength: 12, maxLength: 26 }), (half) => {
      // Twice around, so that the whole is small.
      const values = [...half.filter((v) => v > 0), ...half.filter((v) => v > 0).map((v) => -v), 7];
      const ids = values.map((_, i) => String.fromCharCode(97 + i));
      const measure: Measure = { kind: "sum", of: ids, places: 0 };
      const read = compileMeasure("m", measure, fieldPlace(values.map(() => 0)));
      expect(read(values, null)).toBe(7);
    }),
  );
});

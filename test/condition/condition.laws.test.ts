import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCondition, type Resolve } from "../../src/condition/compile-condition.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../../src/condition/truth.ts";
import type { Slots } from "../../src/core/slots.ts";
import type { Condition, InputTest } from "../../src/schema/model-document.ts";

// Inputs a to e hold 0, 1 or nothing, so a test of any of them can be false, true and unknown.
const IDS = ["a", "b", "c", "d", "e"] as const;
const resolve: Resolve = (_of, id) => ({ slot: id.charCodeAt(0) - 97, isDate: false });
const slots = fc.array(fc.constantFrom(0, 1, null), { minLength: IDS.length, maxLength: IDS.length });

const leaf = fc
  .tuple(
    fc.constantFrom(...IDS),
    fc.constantFrom({ eq: 1 }, { ne: 1 }, { gte: 1 }, { exists: true }, { exists: false }),
  )
  .map(([input, test]) => ({ input, ...test }) as Condition);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
}));
const conditions = fc.array(condition, { minLength: 1, maxLength: 4 });

const truthOf = (each: Condition, values: Slots): Truth => compileCondition(each, resolve)(values);

const same = (left: (c: Condition[]) => Condition, right: (c: Condition[]) => Condition): void => {
  const seen = new Set<Truth>();
  fc.assert(
    fc.property(conditions, slots, (parts, values) => {
      const truth = truthOf(left(parts), values);
      seen.add(truth);
      expect(truth).toBe(truthOf(right(parts), values));
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual([FALSE, UNKNOWN, TRUE]);
};
const not = (each: Condition): Condition => ({ not: each });

describe("Kleene's laws", () => {
  it("double negation: not not p = p", () =>
    same(
      ([p]) => not(not(p as Condition)),
      ([p]) => p as Condition,
    ));

  it("De Morgan: not all(p…) = any(not p…), not any(p…) = all(not p…)", () => {
    same(
      (all) => not({ all }),
      (all) => ({ any: all.map(not) }),
    );
    same(
      (any) => not({ any }),
      (any) => ({ all: any.map(not) }),
    );
  });

  it("idempotent: all(p, p) = p = any(p, p)", () => {
    same(
      ([p]) => ({ all: [p, p] as Condition[] }),
      ([p]) => p as Condition,
    );
    same(
      ([p]) => ({ any: [p, p] as Condition[] }),
      ([p]) => p as Condition,
    );
  });

  it("commutative: the order of parts does not matter", () => {
    same(
      (all) => ({ all }),
      (all) => ({ all: [...all].reverse() }),
    );
    same(
      (any) => ({ any }),
      (any) => ({ any: [...any].reverse() }),
    );
  });

  it("associative: all(all(p…), q) = all(p…, q), and so for any", () => {
    same(
      (all) => ({ all: [{ all }, all[0] as Condition] }),
      (all) => ({ all: [...all, all[0] as Condition] }),
    );
    same(
      (any) => ({ any: [{ any }, any[0] as Condition] }),
      (any) => ({ any: [...any, any[0] as Condition] }),
    );
  });

  it("absorption: all(p, any(p, q)) = p = any(p, all(p, q))", () => {
    same(
      ([p, q = p]) => ({ all: [p, { any: [p, q] }] as Condition[] }),
      ([p]) => p as Condition,
    );
    same(
      ([p, q = p]) => ({ any: [p, { all: [p, q] }] as Condition[] }),
      ([p]) => p as Condition,
    );
  });
});

describe("the truth tables", () => {
  const VALUES = [0, null, 1] as const;
  const p: InputTest = { input: "a", eq: 1 };
  const q: InputTest = { input: "b", eq: 1 };
  const table = (each: Condition) => VALUES.map((a) => VALUES.map((b) => truthOf(each, [a, b])));

  it("all is the least, any the greatest, not the mirror image: false < unknown < true", () => {
    expect(table({ all: [p, q] })).toEqual([
      [FALSE, FALSE, FALSE],
      [FALSE, UNKNOWN, UNKNOWN],
      [FALSE, UNKNOWN, TRUE],
    ]);
    expect(table({ any: [p, q] })).toEqual([
      [FALSE, UNKNOWN, TRUE],
      [UNKNOWN, UNKNOWN, TRUE],
      [TRUE, TRUE, TRUE],
    ]);
    expect(VALUES.map((a) => truthOf({ not: p }, [a]))).toEqual([TRUE, UNKNOWN, FALSE]);
  });
});

describe("comparisons are the order of numbers", () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 0.2, 0.3, -0.1, -0));
  const holds = (test: Omit<InputTest, "input">, x: number): boolean => truthOf({ input: "a", ...test }, [x]) === TRUE;

  it("lt, lte, gt, gte, eq, ne and between agree with < ≤ > ≥ = ≠ and both ends included", () => {
    fc.assert(
      fc.property(value, value, value, (x, y, z) => {
        const [low, high] = [Math.min(y, z), Math.max(y, z)];
        expect(holds({ lt: y }, x)).toBe(x < y);
        expect(holds({ lte: y }, x)).toBe(x <= y);
        expect(holds({ gt: y }, x)).toBe(x > y);
        expect(holds({ gte: y }, x)).toBe(x >= y);
        expect(holds({ eq: y }, x)).toBe(x === y);
        expect(holds({ ne: y }, x)).toBe(x !== y);
        expect(holds({ in: [y, z] }, x)).toBe(x === y || x === z);
        expect(holds({ notIn: [y, z] }, x)).toBe(x !== y && x !== z);
        expect(holds({ between: [low, high] }, x)).toBe(low <= x && x <= high);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { copyJson, LONGEST_KEY, LONGEST_TEXT, MOST_LEVELS, MOST_VALUES } from "../../src/core/json-copy.ts";

const codesOf = (value: unknown): string[] => copyJson(value).issues.map(({ code }) => code);

/** A value inside so many arrays. */
function nested(levels: number, value: unknown): unknown {
  let outer = value;
  for (let i = 0; i < levels; i++) outer = [outer];
  return outer;
}

describe("a JSON value", () => {
  it("is copied deep, and shares nothing with the original", () => {
    const value = { a: [1, "x", true, null, { b: [] }], c: {}, "": 0.5 };
    const { copy, issues } = copyJson(value);
    expect(issues).toEqual([]);
    expect(copy).toEqual(value);
    expect(copy).not.toBe(value);
    expect((copy as typeof value).a).not.toBe(value.a);
    expect((copy as typeof value).a[4]).not.toBe(value.a[4]);
  });

  it.each([[1], ["x"], [null], [true], [false], [""]])("%j is one by itself", (value) => {
    expect(copyJson(value)).toEqual({ copy: value, issues: [] });
  });

  it("keeps the order of keys and array places", () => {
    const value = { z: 1, a: { y: 1, b: 2 }, m: [3, 2, 1] };
    expect(JSON.stringify(copyJson(value).copy)).toBe(JSON.stringify(value));
  });

  it("keys without a value are left out, as JSON text leaves them out", () => {
    expect(Object.keys(copyJson({ a: undefined, b: 1 }).copy as object)).toEqual(["b"]);
  });

  it("minus zero is zero", () => expect(Object.is((copyJson({ a: -0 }).copy as { a: number }).a, 0)).toBe(true));

  it("plain objects are those without a class: from literals, without a prototype, and from another realm", () => {
    const bare = Object.assign(Object.create(null), { a: 1 });
    expect(copyJson(bare)).toEqual({ copy: { a: 1 }, issues: [] });
    const foreign = Object.assign(Object.create(Object.create(null)), { a: 1 });
    expect(copyJson(foreign).issues).toEqual([]);
  });
});

describe("what is no JSON value is an issue at its path", () => {
  it.each([
    [undefined, null],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [() => 1, "a function"],
    [Symbol("x"), "a symbol"],
    [1n, "a bigint"],
    [new Date(0), "an object of a class"],
    [new Map(), "an object of a class"],
  ])("%s", (value, found) => {
    expect(copyJson({ a: [1, value] }).issues).toEqual([
      { code: "document/value", path: ["a", 1], expected: null, found },
    ]);
  });

  it("what a getter throws", () => {
    const record = {
      get a(): number {
        throw new TypeError("no");
      },
    };
    expect(copyJson(record).issues).toEqual([
      { code: "document/value", path: ["a"], expected: null, found: "an object of a class" },
    ]);
    const odd = {
      get a(): number {
        throw "no";
      },
    };
    expect(codesOf(odd)).toEqual(["document/value"]);
  });

  it("all issues are found, in the order of the document", () => {
    const paths = copyJson({ b: Number.NaN, a: [undefined, { c: 1n }], z: undefined }).issues.map(({ path }) => path);
    expect(paths).toEqual([["b"], ["a", 0], ["a", 1, "c"]]);
  });
});

describe("keys", () => {
  it("__proto__ is refused wherever it stands, and reaches no prototype", () => {
    const record = JSON.parse('{"a": {"__proto__": {"isAdmin": true}}, "__proto__": 1}');
    const { copy, issues } = copyJson(record);
    expect(issues).toEqual([
      { code: "document/key", path: ["a", "__proto__"], expected: null, found: "__proto__" },
      { code: "document/key", path: ["__proto__"], expected: null, found: "__proto__" },
    ]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect((copy as { a: { isAdmin?: boolean } }).a.isAdmin).toBeUndefined();
  });

  it("constructor, toString and the like are keys as any other, as own properties", () => {
    const { copy, issues } = copyJson({ constructor: 1, toString: "x", hasOwnProperty: null });
    expect(issues).toEqual([]);
    expect(Object.keys(copy as object)).toEqual(["constructor", "toString", "hasOwnProperty"]);
  });

  it("a key may have a thousand characters, and must be well-formed Unicode", () => {
    expect(codesOf({ ["k".repeat(LONGEST_KEY)]: 1 })).toEqual([]);
    expect(copyJson({ a: { ["k".repeat(LONGEST_KEY + 1)]: 1, b: 2 } })).toEqual({
      copy: { a: { b: 2 } },
      issues: [{ code: "document/text-length", path: ["a"], expected: LONGEST_KEY, found: LONGEST_KEY + 1 }],
    });
    expect(codesOf({ "\ud800": 1 })).toEqual(["document/unicode"]);
  });
});

describe("text", () => {
  it("may have 20,000 characters", () => {
    expect(codesOf(["x".repeat(LONGEST_TEXT)])).toEqual([]);
    expect(copyJson(["x".repeat(LONGEST_TEXT + 1)]).issues).toEqual([
      { code: "document/text-length", path: [0], expected: LONGEST_TEXT, found: LONGEST_TEXT + 1 },
    ]);
  });

  it.each(["\ud800", "a\ud800", "\ud800b", "\udc00", "a\udc00b", "\udc00\ud800", "\ud83d\ude00\ude00"])(
    "half of a surrogate pair is refused: %j",
    (text) => expect(codesOf([text])).toEqual(["document/unicode"]),
  );

  it.each(["😀", "a😀b", "关系", "\u0000", "😀😀"])("whole characters are not: %j", (text) =>
    expect(codesOf([text])).toEqual([]),
  );
});

describe("size", () => {
  it("64 levels are looked into, 65 are not; the depth is told once", () => {
    expect(codesOf(nested(MOST_LEVELS, 1))).toEqual([]);
    const { issues } = copyJson([nested(MOST_LEVELS, 1), nested(MOST_LEVELS, 2)]);
    expect(issues).toEqual([
      { code: "document/depth", path: [0, 0, 0, 0, 0, 0, 0, 0], expected: MOST_LEVELS, found: MOST_LEVELS },
    ]);
  });

  it("200,000 values are read, one more is not", () => {
    const filled = (n: number): number[] => new Array(n).fill(1);
    expect(codesOf(filled(MOST_VALUES - 1))).toEqual([]);
    for (const value of [filled(MOST_VALUES), filled(MOST_VALUES + 1), [filled(100_000), filled(100_000)]]) {
      expect(copyJson(value).issues).toEqual([
        { code: "document/size", path: [], expected: MOST_VALUES, found: MOST_VALUES + 1 },
      ]);
    }
  });

  it("no cycle, depth or breadth exhausts stack, memory or patience", { timeout: 30_000 }, () => {
    const cycle: { self?: unknown; list: unknown[] } = { list: [] };
    cycle.self = cycle;
    cycle.list.push(cycle, cycle);
    expect(codesOf(cycle).sort()).toContain("document/size");
    expect(codesOf(nested(100_000, 1))).toEqual(["document/depth"]);
    expect(codesOf(new Array(4_000_000_000))).toEqual(["document/size"]);
  });
});

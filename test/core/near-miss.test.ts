import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearMiss, nearMisses } from "../../src/core/near-miss.ts";

const FIELDS = ["annualRevenue", "lastYearRevenue", "industry", "contactLevel", "arrears"];

describe("a near miss is", () => {
  it.each([
    ["anualRevenue", "annualRevenue", "a letter left out"],
    ["annuallRevenue", "annualRevenue", "a letter too many"],
    ["annualRevenua", "annualRevenue", "a letter mistaken"],
    ["annaulRevenue", "annualRevenue", "two letters swapped"],
    ["anaulRevenue", "annualRevenue", "one left out and two swapped: two edits"],
    ["ANNUALREVENUE", "annualRevenue", "another case, which costs nothing"],
    ["Industri", "industry", "another case and a letter mistaken"],
    ["ndustr", "industry", "two letters left out"],
    ["arreasr", "arrears", "a swap at the end"],
    ["rarears", "arrears", "a swap at the beginning"],
  ])("%s → %s: %s", (name, meant) => expect(nearMiss(name, FIELDS)).toBe(meant));

  it.each([
    ["annulRevenu3x", "three edits are one too many"],
    ["indtr", "a name of up to five letters has one edit, and this would take three"],
    ["profit", "nothing is near"],
    ["", "there is nothing to go by"],
  ])("not found for %j: %s", (name) => expect(nearMiss(name, FIELDS)).toBeUndefined());
});

describe("short names are held to more", () => {
  it("no edit for one or two letters, one for three to five, two for six", () => {
    expect(nearMiss("eq", ["ea"])).toBeUndefined();
    expect(nearMiss("EQ", ["eq"])).toBe("eq");
    expect(nearMiss("gte", ["gtf"])).toBe("gtf");
    expect(nearMiss("abcde", ["abcdx"])).toBe("abcdx");
    expect(nearMiss("abcde", ["abcxy"])).toBeUndefined();
    expect(nearMiss("abcdef", ["abcdxy"])).toBe("abcdxy");
    expect(nearMiss("abcdef", ["abcxyz"])).toBeUndefined();
  });
});

describe("distance", () => {
  /** Optimal string alignment by its definition. */
  const distance = (a: string, b: string): number => {
    if (a === "" || b === "") return a.length + b.length;
    const swapped = a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1) && a.length > 1 && b.length > 1;
    return Math.min(
      distance(a.slice(0, -1), b) + 1,
      distance(a, b.slice(0, -1)) + 1,
      distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
      swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
    );
  };
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 3, maxLength: 6 });

  it("a single choice is found ⇔ its distance is within the limit of the name's length", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(word, word, (name, choice) => {
        const isNear = distance(name, choice) <= (name.length <= 5 ? 1 : 2);
        found.add(String(isNear));
        expect(nearMiss(name, [choice])).toBe(isNear ? choice : undefined);
      }),
      { numRuns: 500 },
    );
    expect(found.size).toBe(2);
  });

  it("a swap of neighbours is one edit, wherever it stands; letters further apart are two", () => {
    for (const name of ["bacde", "acbde", "abdce", "abced"]) expect(nearMiss(name, ["abcde"])).toBe("abcde");
    for (const name of ["cbade", "abedc", "ebcda"]) expect(nearMiss(name, ["abcde"])).toBeUndefined();
  });
});

describe("certainty", () => {
  it("two choices equally near are none", () => {
    expect(nearMiss("cat", ["bat", "rat"])).toBeUndefined();
    expect(nearMiss("abcdef", ["abcdeg", "abcdeh"])).toBeUndefined();
  });

  it("the nearer of two is the one, in either order", () => {
    expect(nearMiss("abcdef", ["abcdxy", "abcdex"])).toBe("abcdex");
    expect(nearMiss("abcdef", ["abcdex", "abcdxy"])).toBe("abcdex");
  });

  it("a tie of the farther does not spoil the nearer", () => {
    expect(nearMiss("abcdef", ["abcdxy", "abcdxz", "abcdex"])).toBe("abcdex");
    expect(nearMiss("abcdef", ["abcdex", "abcdxy", "abcdxz"])).toBe("abcdex");
  });

  it("names beyond 60 characters are not looked at: the cost is their square", () => {
    const name = "a".repeat(60);
    expect(nearMiss(name, [`${name}b`])).toBe(`${name}b`);
    expect(nearMiss(`${name}a`, [`${name}b`])).toBeUndefined();
  });
});

describe("looking for many", () => {
  it("gives up after a hundred names: a document of thousands of wrong ones is not misspelt", () => {
    const look = nearMisses();
    for (let i = 0; i < 100; i++) expect(look("industri", FIELDS)).toBe("industry");
    expect(look("industri", FIELDS)).toBeUndefined();
    expect(nearMisses()("industri", FIELDS)).toBe("industry");
  });

  it("does not look among more than two thousand choices, nor count that as a look", () => {
    const look = nearMisses();
    const many = Array.from({ length: 2000 }, (_, i) => `something-else-${i}`);
    for (let i = 0; i < 200; i++) expect(look("industri", [...many, "industry"])).toBeUndefined();
    expect(look("industri", [...many.slice(1), "industry"])).toBe("industry");
  });
});

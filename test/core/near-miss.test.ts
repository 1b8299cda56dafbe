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

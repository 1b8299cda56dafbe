import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstRows } from "../../src/cli/score/first-rows.ts";

describe("the first row of an id", () => {
  it.each<[string, readonly string[], readonly (number | null)[]]>([
    ["of ids that rise", ["9", "10", "A09", "A10"], [null, null, null, null]],
    ["of one that comes again at once", ["a", "a", "b"], [null, 1, null]],
    ["of one that comes again late", ["a", "b", "c", "a", "d", "c"], [null, null, null, 1, null, 3]],
    ["of ids that fall", ["c", "b", "a", "b"], [null, null, null, 2]],
    ["of names that every object has", ["__proto__", "constructor", "__proto__"], [null, null, 1]],
  ])("%s", (_, ids, expected) => {
    const { meet } = firstRows();
    expect(ids.map((id, i) => meet(id, i + 1))).toEqual(expected);
  });

  it("is what a list of all ids tells", () => {
    const hits = { again: 0, rising: 0 };
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }).map(String), { maxLength: 30 }), fc.nat({ max: 2 }), (given, order) => {
        const ids = order === 0 ? given : [...given].sort((a, b) => Number(a) - Number(b));
        const { meet } = firstRows();
        const told = ids.map((id, i) => meet(id, i));
        hits.again += told.filter((row) => row !== null).length;
        hits.rising += +(ids.length > 1 && told.every((row) => row === null));
        expect(told).toEqual(ids.map((id, i) => (ids.indexOf(id) === i ? null : ids.indexOf(id))));
      }),
    );
    expect(Math.min(hits.again, hits.rising)).toBeGreaterThan(5);
  });
});

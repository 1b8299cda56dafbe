import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Posting } from "../../src/points/posting.ts";
import { copyRoll, emptyRoll, findOn, putOnRoll } from "../../src/points/roll.ts";
import { runs } from "../support/runs.ts";

/** Ids near each other, so that many repeat and many rise. */
const id = fc.oneof(
  fc.nat({ max: 120 }).map(String),
  fc.nat({ max: 20 }).map((n) => `A${String(n).padStart(2, "0")}`),
  fc.constantFrom("", "a", "aa", "b", "南", "\ud83d\ude00"),
);
const postingOf = (each: string, day: number) => ({ entry: { id: each }, day }) as Posting;

describe("a roll", () => {
  it("finds what a map would, in any order of adding and looking, and so does its copy", () => {
    let risen = 0;
    const step = fc.record({
      id,
      isLooked: fc.boolean(),
      isCopied: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    });
    const steps = fc.oneof(
      fc.array(step),
      fc.array(step).map((some) => some.map((each, i) => ({ ...each, id: String(i) }))),
    );
    fc.assert(
      fc.property(steps, (steps) => {
        let roll = emptyRoll();
        const map = new Map<string, Posting>();
        steps.forEach(({ id, isLooked, isCopied }, day) => {
          if (isCopied) roll = copyRoll(roll);
          expect(findOn(roll, id)).toBe(map.get(id));
          if (isLooked || map.has(id)) return;
          const posting = postingOf(id, day);
          putOnRoll(roll, posting);
          map.set(id, posting);
        });
        if (map.size > 2 && roll.map === null) risen++;
        for (const [each, posting] of map) expect(findOn(roll, each)).toBe(posting);
      }),
      { numRuns: runs(500) },
    );
    expect(risen).toBeGreaterThan(runs(500) / 50);
  });

  it("is not changed by what is added to its copy", () => {
    const roll = emptyRoll();
    putOnRoll(roll, postingOf("1", 1));
    const copy = copyRoll(roll);
    putOnRoll(copy, postingOf("2", 2));
    expect(findOn(roll, "2")).toBeUndefined();
    expect(findOn(copy, "1")?.day).toBe(1);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { readDate, writeDate } from "../../src/core/plain-date.ts";
import { PLAIN_KINDS, plainPosting } from "../../src/points/plain-posting.ts";
import { readEntry } from "../../src/points/read-entry.ts";
import { LONGEST_NAME, MOST_POINTS } from "../../src/schema/limits.ts";
import { runs } from "../support/runs.ts";

it("a plain posting is what reading the entry gives, or is none where reading finds something wrong", () => {
  const points = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(0, -0, 0.5, MOST_POINTS, MOST_POINTS + 1, -MOST_POINTS, -MOST_POINTS - 1, Number.NaN, Infinity),
  );
  const id = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom("", "x".repeat(LONGEST_NAME), "x".repeat(LONGEST_NAME + 1)),
  );
  let [good, bad] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom(...PLAIN_KINDS),
      id,
      fc.integer({ min: 0, max: 40_000 }),
      points,
      (kind, id, day, points) => {
        const date = writeDate(day);
        expect(readDate(date)).toBe(day);
        const issues: Issue[] = [];
        const read = readEntry({ id, kind, date, points }, (...keys) => keys, issues);
        const plain = plainPosting(kind, id, date, day, points);
        expect(plain === null).toBe(read === null);
        if (plain !== null && read !== null) {
          expect(JSON.stringify(plain)).toBe(JSON.stringify(read));
          expect({ ...plain }).toEqual({ ...read });
          good++;
        } else bad++;
      },
    ),
    { numRuns: runs(1000) },
  );
  expect(Math.min(good, bad)).toBeGreaterThan(runs(1000) / 10);
});
